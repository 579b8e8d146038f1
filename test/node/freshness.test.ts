import assert from 'node:assert/strict';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocuments, checkTogether } from '../../src/app/check-documents.ts';
import { createFreshness, type FreshnessSource } from '../../src/app/freshness.ts';
import type { Git } from '../../src/app/ports.ts';
import { defaultSettings, verdictsOn } from '../../src/core/checklist/check-document.ts';
import { nodeFiles } from '../../src/node/files.ts';
import { nodeGit } from '../../src/node/git.ts';
import { inTemporaryFolder, plainEnvironment, repositoryAt, type TemporaryRepository } from './temporary-repository.ts';

const now = '2026-03-30T12:00:00Z';

const item = (status: string, body = '') => `# Export invoices\n\n**Status:** ${status}\n\n${body}\n`;
const linked = item('In progress', '[the writer](../src/a.ts), [the layout](../docs/layout.md)');

interface Checked {
  /** `rule message` of what git tells, by path. */
  readonly found: Readonly<Record<string, readonly string[]>>;
  /** The verbs of git that were asked. */
  readonly asked: readonly string[];
}

interface Options {
  readonly folder?: string;
  readonly settings?: Partial<typeof defaultSettings>;
  readonly git?: Git;
  before?(freshness: FreshnessSource): void;
}

const fail = (message: string): void => assert.fail(message);

/** What the rules find in the documents of `tasks` as it is on `now`. */
async function check(
  r: TemporaryRepository,
  { folder = r.path, settings, git, before }: Options = {},
): Promise<Checked> {
  const asked: string[] = [];
  const real = git ?? nodeGit({ environment: plainEnvironment });
  const spy: Git = {
    ...real,
    run: (at, args, signal) => {
      asked.push(args[0] ?? '');
      return real.run(at, args, signal);
    },
  };
  const all = { ...defaultSettings, include: ['**/tasks/**', 'tasks/**'], ...settings };
  const freshness = createFreshness({
    git: spy,
    clock: { now: () => new Date(now), utcOffset: () => 0 },
    settings: () => all,
    warn: fail,
  });
  before?.(freshness);
  const files = nodeFiles(folder);
  const documents = await files.find(new AbortController().signal);
  const { reports } = await checkDocuments(files, documents, all, verdictsOn);
  const found: Record<string, readonly string[]> = {};
  for (const { path, findings } of await checkTogether(files, folder, reports, all, {
    complete: true,
    freshness,
    warn: fail,
  })) {
    const told = findings.filter(({ rule }) => rule === 'status-stale' || rule === 'status-outdated');
    if (told.length > 0) found[path] = told.map(({ rule, message }) => `${rule} ${message.split('. ')[0]}`);
  }
  return { found, asked };
}

const at = (day: number): string => `2026-03-${String(day).padStart(2, '0')}T10:00:00Z`;

const inRepository = (body: (r: TemporaryRepository, folder: string) => Promise<void>): Promise<void> =>
  inTemporaryFolder((folder) => body(repositoryAt(join(folder, 'work')), folder));

const unchanged = 'status-stale The status is "In progress", but';

describe('status-stale', () => {
  it('finds work in progress whose document and linked files have not changed for two weeks', () =>
    inRepository(async (r) => {
      r.commitAt(at(1), 'src/a.ts', '1');
      r.commitAt(at(14), 'tasks/alone.md', item('In progress', '[the title](#export-invoices)'));
      r.commitAt(at(16), 'tasks/linking.md', linked);
      r.commitAt(at(17), 'tasks/fresh.md', item('In progress'));
      assert.deepEqual((await check(r)).found, {
        'tasks/alone.md': [`${unchanged} this document has not changed for 16 days`],
        'tasks/linking.md': [`${unchanged} neither this document nor any file that it links has changed for 14 days`],
      });
    }));

  it('is silent where a linked file or what is below a linked folder has changed, committed or not', () =>
    inRepository(async (r) => {
      r.commitAt(at(1), 'tasks/file.md', item('In progress', '[x](../README.md)'));
      r.commitAt(at(1), 'tasks/folder.md', item('In progress', '[x](../src/deep/)'));
      r.commitAt(at(1), 'tasks/work-tree.md', item('In progress', '[x](../lib)'));
      r.commitAt(at(1), 'lib/a.ts', '1');
      r.commitAt(at(20), 'README.md', '1');
      r.commitAt(at(20), 'src/deep/er/a.ts', '1');
      assert.deepEqual(Object.keys((await check(r)).found), ['tasks/work-tree.md']);
      r.write('lib/a.ts', '2');
      assert.deepEqual((await check(r)).found, {});
    }));

  it('asks only of work that is in progress', () =>
    inRepository(async (r) => {
      const words = ['To do', 'Backlog', 'Open', 'Draft', 'Blocked', 'On hold', 'Done', 'Accepted', '0%'];
      for (const word of words) r.write(`tasks/${word}.md`, item(word));
      r.write('tasks/none.md', '# Export\n');
      r.commitAt(at(1), 'tasks/last.md', item('To do'));
      assert.deepEqual(await check(r), { found: {}, asked: [] });
      const begun = ['WIP', 'In review', '40 % done', '🟡 in_progress (Ann)'];
      for (const [number, word] of begun.entries()) r.write(`tasks/${number}.md`, item(word));
      r.commitAt(at(2), 'tasks/last.md', item('doing'));
      assert.equal(Object.keys((await check(r)).found).length, 5);
    }));

  it('is silent where the document is edited, not committed, untracked, ignored or in a submodule', () =>
    inRepository(async (r, folder) => {
      const inner = repositoryAt(join(folder, 'inner'));
      inner.commitAt(at(1), 'tasks/inner.md', item('In progress'));
      r.commitAt(at(1), '.gitignore', 'private\n');
      r.git('submodule', '--quiet', 'add', inner.path, 'module');
      for (const name of ['changed', 'staged', 'edited']) r.write(`tasks/${name}.md`, item('In progress'));
      r.commitAt(at(1), 'tasks/plain.md', item('In progress'));
      r.write('tasks/changed.md', item('In progress', 'More.'));
      r.write('tasks/staged.md', item('In progress', 'More.'));
      r.git('add', 'tasks/staged.md');
      r.write('tasks/new.md', item('In progress'));
      r.write('private/tasks/mine.md', item('In progress'));
      const before = (freshness: FreshnessSource) => freshness.edited(r.path, 'tasks/edited.md');
      assert.deepEqual(Object.keys((await check(r, { before })).found), ['tasks/plain.md']);
    }));

  it('says "more than" where the last change is older than what git was asked for', () =>
    inRepository(async (r) => {
      r.commitAt('2025-01-01T10:00:00Z', 'tasks/old.md', item('In progress'));
      assert.deepEqual((await check(r)).found, {
        'tasks/old.md': [`${unchanged} this document has not changed for more than 90 days`],
      });
      r.commitAt('2025-09-30T12:00:00Z', 'tasks/new.md', item('To do'));
      assert.deepEqual((await check(r, { settings: { staleAfterDays: 365 } })).found, {
        'tasks/old.md': [`${unchanged} this document has not changed for more than 366 days`],
      });
    }));

  it('is silent where a shallow clone does not know, and speaks where it does', () =>
    inRepository(async (r, folder) => {
      r.commitAt(at(1), 'tasks/a.md', item('In progress'));
      r.commitAt(at(10), 'b.txt', '1');
      r.commitAt(at(20), 'b.txt', '2');
      const clone = (name: string, depth: number) => {
        r.git('clone', '--quiet', `--depth=${depth}`, `file://${r.path}`, join(folder, name));
        return repositoryAt(join(folder, name));
      };
      assert.deepEqual((await check(clone('one', 1))).found, {});
      assert.deepEqual((await check(clone('two', 2))).found, {
        'tasks/a.md': [`${unchanged} this document has not changed for more than 20 days`],
      });
    }));

  it('reads a folder below the root of its repository', () =>
    inRepository(async (r) => {
      r.commitAt(at(1), 'app/tasks/a.md', item('In progress', '[x](../src/b.ts)'));
      r.commitAt(at(1), 'app/tasks/c.md', item('In progress'));
      r.commitAt(at(29), 'app/src/b.ts', '1');
      const found = { 'tasks/c.md': [`${unchanged} this document has not changed for 29 days`] };
      const written = {
        'tasks/a.md': ['status-outdated 1 commit has changed src/b.ts since this status was written 29 days ago'],
      };
      assert.deepEqual((await check(r, { folder: join(r.path, 'app') })).found, { ...written, ...found });
    }));

  it('asks git once for the log, and for no more where all was changed today', () =>
    inRepository(async (r) => {
      for (let count = 0; count < 9; count++) r.write(`tasks/${count}.md`, linked);
      r.commitAt(at(30), 'src/a.ts', '1');
      assert.deepEqual(await check(r), { found: {}, asked: ['log'] });
    }));

  it('is silent without commits, without git and where git may not run', () =>
    inRepository(async (r, folder) => {
      r.write('tasks/a.md', item('In progress'));
      assert.deepEqual(await check(r), { found: {}, asked: ['log'] });
      r.commitAt(at(1), 'b.txt', '1');
      const untrusted = nodeGit({ mayRun: () => false });
      assert.deepEqual((await check(r, { git: untrusted })).found, {});
      cpSync(join(r.path, 'tasks'), join(folder, 'tasks'), { recursive: true });
      rmSync(r.path, { recursive: true });
      assert.deepEqual(await check(r, { folder }), { found: {}, asked: ['log'] });
    }));

  it('is switched off by 0, and git is not asked where both rules are off', () =>
    inRepository(async (r) => {
      r.commitAt(at(1), 'tasks/a.md', item('In progress'));
      assert.deepEqual((await check(r, { settings: { staleAfterDays: 0 } })).found, {});
      const rules = { 'status-stale': 'off', 'status-outdated': 'off' } as const;
      assert.deepEqual(await check(r, { settings: { rules } }), { found: {}, asked: [] });
    }));
});

describe('status-outdated', () => {
  it('counts the commits that have changed linked files since the status was written', () =>
    inRepository(async (r) => {
      r.commitAt(at(1), 'src/a.ts', '0');
      r.commitAt(at(10), 'tasks/a.md', linked);
      r.commitAt(at(15), 'src/a.ts', '1');
      r.write('docs/layout.md', '1');
      r.commitAt(at(19), 'src/a.ts', '2');
      r.commitAt(at(20), 'docs/layout.md', '2');
      assert.deepEqual((await check(r)).found, {
        'tasks/a.md': [
          'status-outdated 3 commits have changed src/a.ts and 1 other linked file since this status was written 20 days ago',
        ],
      });
    }));

  it('leaves alone what was written within three days, and commits of the day on which it was written', () =>
    inRepository(async (r) => {
      r.commitAt(at(20), 'tasks/same-day.md', linked);
      r.commitAt('2026-03-20T20:00:00Z', 'src/a.ts', '1');
      r.commitAt(at(28), 'tasks/recent.md', item('In progress', '[x](../lib/b.ts)'));
      r.commitAt(at(30), 'lib/b.ts', '1');
      assert.deepEqual((await check(r)).found, {});
    }));

  it('leaves alone a document with changes that are not committed, or not even saved', () =>
    inRepository(async (r) => {
      r.write('tasks/edited.md', linked);
      r.commitAt(at(20), 'tasks/changed.md', linked);
      r.commitAt(at(25), 'src/a.ts', '1');
      const before = (freshness: FreshnessSource) => freshness.edited(r.path, 'tasks/edited.md');
      assert.deepEqual(Object.keys((await check(r, { before })).found), ['tasks/changed.md']);
      r.write('tasks/changed.md', `${linked}More.`);
      assert.deepEqual(Object.keys((await check(r)).found), ['tasks/edited.md']);
      assert.deepEqual((await check(r, { before })).found, {});
    }));

  it('does not count tools, sweeps, front pages, pictures, other work items and dependencies', () =>
    inRepository(async (r) => {
      const links = ['../README.md', '../docs/a.png', 'other.md', '../package-lock.json', '../src/a.ts', '../src/'];
      const text = links.map((link) => `- [x](${link})`).join('\n');
      r.commitAt(
        at(20),
        'tasks/a.md',
        item('In progress', `${text}\n\n## Dependencies\n\n- [the bank](../docs/bank.md)`),
      );
      for (const path of ['README.md', 'docs/a.png', 'tasks/other.md', 'package-lock.json', 'docs/bank.md'])
        r.commitAt(at(25), path, item('To do', path));
      r.commitAt(at(26), 'src/a.ts', '1', 'dependabot[bot]');
      for (let count = 0; count < 101; count++) r.write(`src/${count}.ts`, '1');
      r.commitAt(at(27), 'src/a.ts', '2');
      assert.deepEqual((await check(r)).found, {});
      r.commitAt(at(28), 'src/a.ts', '3');
      assert.equal(Object.keys((await check(r)).found).length, 1);
    }));

  it('gives way to status-stale where nothing has happened for long', () =>
    inRepository(async (r) => {
      r.commitAt(at(1), 'tasks/a.md', linked);
      r.commitAt(at(5), 'src/a.ts', '1');
      assert.match((await check(r)).found['tasks/a.md']?.join() ?? '', /^status-stale [^,]*,[^,]*25 days$/);
      assert.match(
        (await check(r, { settings: { staleAfterDays: 0 } })).found['tasks/a.md']?.join() ?? '',
        /^status-outdated/,
      );
    }));
});
