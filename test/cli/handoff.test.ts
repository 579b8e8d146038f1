import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CliIo } from '../../src/cli/command.ts';
import { handoff } from '../../src/cli/commands/handoff.ts';
import { main } from '../../src/cli/main.ts';
import { documentsAt } from '../../src/node/documents-at.ts';
import { nodeFiles } from '../../src/node/files.ts';
import { nodeGit } from '../../src/node/git.ts';
import { readProjectFile } from '../../src/node/read-project-file.ts';
import {
  clonedRepository,
  inTemporaryFolder,
  plainEnvironment,
  type TemporaryRepository,
} from '../node/temporary-repository.ts';

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

async function run(cwd: string, ...args: string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const io: CliIo = {
    cwd,
    out(text) {
      out += text;
    },
    err(text) {
      err += text;
    },
    color: false,
    files: nodeFiles(cwd),
    readAhead: () => ({ read: nodeFiles(cwd).read, stop: async () => {} }),
    projectFile: () => readProjectFile(cwd),
    documentsAt: (path) => documentsAt(cwd, path),
    isInRepository: () => true,
    git: nodeGit({ environment: plainEnvironment }),
    clock: { now: () => new Date('2026-03-02T17:04:00Z'), utcOffset: () => 60 },
  };
  const status = await main(['handoff', ...args], [handoff], '0', io);
  return { status, out, err };
}

/** A clone in the middle of the work on one of two tasks. */
function workedOn(folder: string): TemporaryRepository {
  const repository = clonedRepository(folder);
  repository.git('config', 'user.name', 'Ann Lee');
  repository.commit(
    'tasks/TASK-1.md',
    '---\nid: TASK-1\nstatus: To Do\n---\n# First\n\n## Acceptance Criteria\n- [ ] One\n',
  );
  repository.commit(
    'tasks/TASK-2.md',
    '---\nid: TASK-2\nstatus: To Do\n---\n# Second\n\n## Acceptance Criteria\n- [ ] Two\n',
  );
  repository.git('push', '--quiet');
  repository.git('switch', '--quiet', '--create', 'feature/task-2');
  repository.write('new.txt', 'x\n');
  return repository;
}

describe('async-ready handoff', function () {
  this.timeout(20_000);

  it('writes a note about the work item that git speaks for, and prints its path', () =>
    inTemporaryFolder(async (folder) => {
      const { path } = workedOn(folder);
      const { status, out, err } = await run(path, '--to', 'Ben');
      assert.deepEqual([status, out, err], [0, 'handoffs/2026-03-02-second.md\n', '']);
      const note = readFileSync(join(path, out.trim()), 'utf8');
      assert.match(note, /^from: "Ann Lee"\nto: "Ben"\nbranch: "feature\/task-2"$/m);
      assert.match(note, /^work-items:\n {2}- "tasks\/TASK-2\.md"$/m);
      assert.equal((await run(path)).out, 'handoffs/2026-03-02-second-2.md\n');
    }));

  it('prints the note alone, and writes nothing', () =>
    inTemporaryFolder(async (folder) => {
      const { path } = workedOn(folder);
      const { status, out } = await run(
        path,
        '--stdout',
        '--work-item',
        'tasks/TASK-1.md',
        '--work-item',
        './tasks/TASK-2.md',
      );
      assert.equal(status, 0);
      assert.ok(out.startsWith('---\ntype: handoff\n') && out.endsWith('has the commands.\n'), out);
      assert.match(out, /- "tasks\/TASK-1\.md"\n {2}- "tasks\/TASK-2\.md"/);
      assert.equal(existsSync(join(path, 'handoffs')), false);
    }));

  it('prints the facts with the note as JSON, and writes nothing', () =>
    inTemporaryFolder(async (folder) => {
      const repository = workedOn(folder);
      const { status, out } = await run(repository.path, '--format', 'json');
      const facts = JSON.parse(out);
      assert.equal(status, 0);
      assert.deepEqual(Object.keys(facts), [
        ...['version', 'repository', 'branch', 'detached', 'head', 'upstream', 'ahead', 'behind', 'operation', 'since'],
        ...[
          'base',
          'commits',
          'files',
          'leftOut',
          'start',
          'test',
          'alsoChanged',
          'workItems',
          'todos',
          'decisions',
          'stashes',
          'unknown',
          'heldBack',
          'note',
        ],
      ]);
      assert.equal(facts.head, repository.git('rev-parse', 'HEAD').trim());
      assert.deepEqual(facts.files, [
        {
          path: 'new.txt',
          oldPath: null,
          change: 'untracked',
          where: ['untracked'],
          added: 1,
          removed: 0,
          inCommits: null,
          binary: false,
          touched: [],
          own: true,
        },
      ]);
      assert.equal(facts.note, (await run(repository.path, '--stdout')).out);
      assert.equal(existsSync(join(repository.path, 'handoffs')), false);
    }));

  it('tells of what has come since then, and by default since the last handoff', () =>
    inTemporaryFolder(async (folder) => {
      const repository = workedOn(folder);
      const since = async (...args: string[]) => {
        const { out, err } = await run(repository.path, '--format', 'json', ...args);
        return err || Object.values(JSON.parse(out).since).join(' ');
      };
      assert.equal(await since(), 'base origin/main');
      await run(repository.path);
      assert.equal(await since(), 'last-handoff handoffs/2026-03-02-second.md');
      assert.equal(await since('--since', 'HEAD~1'), 'commit HEAD~1');
      assert.equal(await since('--since', '2026-03-02T10:30'), 'date 2026-03-02T10:30');
      assert.match(await since('--since', 'unknown'), /There is no commit “unknown” here/);
      assert.match(await since('--since', '2026-03-03'), /2026-03-03 is in the future/);
    }));

  it('writes where it is told to, below the current folder only', () =>
    inTemporaryFolder(async (folder) => {
      const { path } = workedOn(folder);
      assert.equal((await run(path, '--folder', './docs/notes/')).out, 'docs/notes/2026-03-02-second.md\n');
      for (const outside of ['../x', '/tmp/x', 'a/../../x', '']) {
        const { status, err } = await run(path, '--folder', outside);
        assert.equal(status, 2, outside);
        assert.match(err, /below the current folder/);
      }
      assert.ok(!readdirSync(folder).includes('x'));
    }));

  it('hands off no work item where git speaks for none', () =>
    inTemporaryFolder(async (folder) => {
      const repository = workedOn(folder);
      repository.git('switch', '--quiet', 'main');
      const { out } = await run(repository.path, '--stdout');
      assert.match(out, /^work-items: \[\]$/m);
      assert.match(out, /^# Handoff: main$/m);
    }));

  it('hands off none where it is told so, and none of several that git speaks for alike', () =>
    inTemporaryFolder(async (folder) => {
      const repository = workedOn(folder);
      const { out } = await run(repository.path, '--stdout', '--no-work-item');
      assert.match(out, /^work-items: \[\]$/m);
      for (const id of [1, 2])
        repository.write(`tasks/TASK-${id}.md`, `---\nid: TASK-${id}\nstatus: To Do\n---\n# New\n`);
      assert.match((await run(repository.path, '--stdout')).out, /^work-items: \[\]$/m);
      const both = await run(repository.path, '--no-work-item', '--work-item', 'tasks/TASK-1.md');
      assert.deepEqual([both.status, both.out], [2, '']);
    }));

  it('says what it cannot do, and ends with 2', () =>
    inTemporaryFolder(async (folder) => {
      const { path } = workedOn(folder);
      const fails = async (cwd: string, args: readonly string[], message: RegExp) => {
        const { status, out, err } = await run(cwd, ...args);
        assert.deepEqual([status, out], [2, '']);
        assert.match(err, message);
      };
      await fails(folder, [], /in no git repository/);
      await fails(path, ['--nonsense'], /--nonsense/);
      await fails(path, ['surplus'], /surplus/);
      await fails(path, ['--format', 'xml'], /--format is markdown or json/);
      await fails(path, ['--work-item', 'tasks/none.md'], /There is nothing at "tasks\/none\.md"\.\nSee/);
      await fails(path, ['--work-item', 'tasks'], /tasks is a folder/);
      await fails(join(path, 'tasks'), ['--work-item', '../a.txt'], /not below the current folder/);
      await fails(path, ['--work-item', 'logo.png'], /logo\.png is not a text file/);
    }));
});
