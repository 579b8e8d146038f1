import assert from 'node:assert/strict';
import { createCompletions } from '../../src/app/completions.ts';
import type { Git } from '../../src/app/ports.ts';
import { createWorkspaceIndex } from '../../src/app/workspace-index.ts';
import { checkDocument, defaultSettings } from '../../src/core/checklist/check-document.ts';
import { unreadableDocument } from '../../src/core/checklist/unreadable-document.ts';
import { readFrontMatter } from '../../src/core/document/front-matter.ts';
import { keptLog } from '../fakes/log.ts';
import { memoryFiles, ref } from '../fakes/memory-files.ts';
import { noGit } from '../fakes/no-git.ts';

async function setUp(contents: Readonly<Record<string, string>>, started = true, git = noGit) {
  const files = memoryFiles(contents);
  const log = keptLog();
  const index = createWorkspaceIndex({
    files,
    log,
    openDocument: () => undefined,
    check: ({ path }, text) => checkDocument({ path, text }, defaultSettings),
    unreadable: ({ path }, reason) => unreadableDocument(path, reason, defaultSettings),
    elapsed: () => 0,
    pause: async () => {},
  });
  if (started) await index.start();
  files.reads.length = 0;
  const vocabulary = () => defaultSettings.vocabulary;
  const completions = createCompletions({
    index,
    files,
    log,
    git,
    clock: { now: () => new Date('2026-03-30T12:00:00Z'), utcOffset: () => 0 },
    openText: () => undefined,
    vocabulary,
    team: () => [{ name: 'Noor', aliases: [] }],
    readFrontMatter,
  });
  /** What could be written at `|` in `path`. */
  const at = async (path: string, marked: string) => {
    const found = await completions.at(ref(path), marked.replace('|', ''), marked.indexOf('|'));
    return found && { ...found, labels: found.suggestions.map(({ label }) => label) };
  };
  return { at, files, index, log };
}

const task = (id: string, rest = '') => `---\nid: ${id}\nstatus: in progress\n${rest}---\n# Work ${id}\n\nDo it.\n`;

describe('completions', () => {
  it('come from the other work items of the workspace', async () => {
    const { at } = await setUp({
      'tasks/a.md': task('T-1', 'assignee: mara\n'),
      'tasks/b.md': task('T-2'),
      'README.md': '# R',
    });
    assert.deepEqual((await at('tasks/b.md', '---\nid: T-2\nass|\n---\n# B'))?.labels.slice(0, 2), [
      'assignee',
      'status',
    ]);
    assert.deepEqual((await at('tasks/b.md', '---\nassignee: |\n---\n# B'))?.labels, ['mara', 'Noor']);
    assert.deepEqual((await at('tasks/b.md', '# B\n\nDepends on: |'))?.labels, ['T-1']);
    assert.equal(await at('README.md', '# R\n\nDepends on: |'), null);
    assert.equal(await at('tasks/b.md', '# B\n\nIt depends |'), null);
  });

  it('come in what is still to become a work item, where others are', async () => {
    const { at } = await setUp({
      'tasks/a.md': task('T-1'),
      'tasks/new.md': '',
      'docs/new.md': '',
      'plan/b.md': task('T-2'),
    });
    assert.ok((await at('tasks/new.md', '---\nid: T-3\nst|'))?.labels.includes('status'));
    assert.ok((await at('plan/new.md', '---\nid: T-3\nst|'))?.labels.includes('status'));
    assert.equal(await at('tasks/new.md', '---\nA text below a rule.\nst|'), null);
    assert.equal(await at('docs/new.md', '---\nid: T-3\nst|'), null);
  });

  it('have the workspace read where that has not been done', async () => {
    const { at } = await setUp({ 'tasks/a.md': task('T-1'), 'tasks/b.md': task('T-2') }, false);
    assert.deepEqual((await at('tasks/b.md', '# B\n\nDepends on: |'))?.labels, ['T-1']);
  });

  it('read the front matter of the others once, of no more than a hundred, those of the folder first', async () => {
    const far = Array.from({ length: 150 }, (_, n) => [`archive/${n}.md`, task(`T-${n + 10}`, 'far: x\n')]);
    const { at, files, index } = await setUp({
      ...Object.fromEntries(far),
      'tasks/a.md': task('T-1', 'near: x\n'),
      'tasks/b.md': task('T-2'),
    });
    const found = await at('tasks/b.md', '---\n|\n---\n# B');
    assert.ok(found?.labels.includes('near') && found.labels.includes('far'));
    assert.equal(files.reads.length, 100);
    await at('tasks/b.md', '---\n|\n---\n# B');
    assert.equal(files.reads.length, 100);
    files.contents.set('tasks/a.md', task('T-1', 'nearer: x\n'));
    index.update([ref('tasks/a.md')]);
    await index.settled();
    assert.ok((await at('tasks/b.md', '---\n|\n---\n# B'))?.labels.includes('nearer'));
  });

  it('go on without a file that cannot be read', async () => {
    const { at, files, log } = await setUp({ 'tasks/a.md': task('T-1', 'near: x\n'), 'tasks/b.md': task('T-2') });
    files.contents.delete('tasks/a.md');
    assert.equal((await at('tasks/b.md', '---\n|\n---\n# B'))?.labels.includes('near'), false);
    assert.match(log.lines.join(), /^warn: tasks\/a\.md: /);
  });

  it('for paths follow what is typed through the folders, and leave the workspace folder alone', async () => {
    const { at } = await setUp({
      'tasks/a.md': task('T-1'),
      'src/b/c.ts': '',
      'src/a.ts': '',
      'src/node_modules/x': '',
    });
    const typed = async (path: string) => (await at('tasks/a.md', `---\nfiles: [${path}|]\n---\n# A`))?.labels;
    assert.deepEqual(await typed(''), ['src/', 'tasks/']);
    assert.deepEqual(await typed('sr'), ['src/', 'tasks/']);
    assert.deepEqual(await typed('src/'), ['src/b/', 'src/a.ts']);
    assert.deepEqual(await typed('x, "src/b/'), ['src/b/c.ts']);
    for (const elsewhere of ['../', '/', 'https://', 'src/../', 'none/']) assert.deepEqual(await typed(elsewhere), []);
  });

  it('for people ask git once who has worked in the folder', async () => {
    const asked: string[][] = [];
    const git: Git = {
      ...noGit,
      run: async (folder, args) => {
        asked.push([folder, ...args]);
        return { exitCode: 0, stdout: 'Ann Lee\nBo\nBo\ndependabot[bot]\n', stderr: '' };
      },
    };
    const { at } = await setUp({ 'tasks/a.md': task('T-1') }, true, git);
    await at('tasks/a.md', '# A\n\nStatus: |');
    assert.equal(asked.length, 0);
    for (let time = 0; time < 2; time++)
      assert.deepEqual((await at('tasks/a.md', '# A\n\nOwner: |'))?.labels, ['Noor', 'Bo', 'Ann Lee']);
    const [[folder, verb] = []] = asked;
    assert.deepEqual([asked.length, folder, verb], [1, '/w', 'log']);
  });

  it('for people go on without git, and ask again later', async () => {
    let calls = 0;
    const failing: Git = { ...noGit, run: () => Promise.reject(new Error(`broken ${++calls}`)) };
    const { at, log } = await setUp({ 'tasks/a.md': task('T-1') }, true, failing);
    for (let time = 0; time < 2; time++)
      assert.deepEqual((await at('tasks/a.md', '# A\n\nOwner: |'))?.labels, ['Noor']);
    assert.match(log.lines.join(), /broken 1.*broken 2/s);
    const without = await setUp({ 'tasks/a.md': task('T-1') });
    assert.deepEqual((await without.at('tasks/a.md', '# A\n\nOwner: |'))?.labels, ['Noor']);
    assert.deepEqual(without.log.lines, []);
  });

  it('are as many as can be shown', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 2000 }, (_, n) => [`tasks/${n}.md`, task(`T-${n}`, `k${n % 7}: v\n`)]),
    );
    const { at } = await setUp({ ...many, 'tasks/new.md': task('NEW-1') });
    for (const marked of ['# B\n\nDepends on: |', '# B\n\nSee T-19|', '# B\n\nStatus: |', '---\nowner: |\n---\n# B']) {
      const found = await at('tasks/new.md', marked);
      assert.ok(found && found.labels.length <= 300, marked);
      assert.equal(found.complete, !/Depends/.test(marked), marked);
    }
    assert.deepEqual((await at('tasks/new.md', '# B\n\nDepends on: T-1999|'))?.labels, ['T-1999']);
  });
});
