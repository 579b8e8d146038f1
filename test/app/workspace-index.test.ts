import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DocumentRef } from '../../src/app/ports.ts';
import { createWorkspaceIndex, type OpenDocument } from '../../src/app/workspace-index.ts';
import { checkDocument, defaultSettings } from '../../src/core/checklist/check-document.ts';
import { unreadableDocument } from '../../src/core/checklist/unreadable-document.ts';
import { maximumBytes, maximumLines } from '../../src/core/document/candidates.ts';
import { gate } from '../fakes/gate.ts';
import { keptLog } from '../fakes/log.ts';
import { memoryFiles, ref } from '../fakes/memory-files.ts';

/** An index over files in memory, with editors and a count of the checks. */
function setUp(contents: Record<string, string | Uint8Array> = {}, prepare = async () => {}) {
  const files = memoryFiles(contents);
  const log = keptLog();
  const editors = new Map<string, OpenDocument>();
  const checks: string[] = [];
  let time = 0;
  const pauses: number[] = [];
  const index = createWorkspaceIndex({
    files,
    log,
    prepare,
    openDocument: (key) => editors.get(key),
    check(document: DocumentRef, text: string) {
      checks.push(`${document.path}: ${text}`);
      time += 3;
      return checkDocument({ path: document.path, text }, defaultSettings);
    },
    unreadable: ({ path }, reason) => ({ ...unreadableDocument(path, reason, defaultSettings), title: reason }),
    elapsed: () => time,
    async pause() {
      pauses.push(time);
      await new Promise((resolve) => setImmediate(resolve));
    },
  });
  const edit = (path: string, text: string, version: number): void => {
    editors.set(ref(path).key, { version, text: () => text });
    index.update([ref(path)]);
  };
  const titles = () =>
    Object.fromEntries(
      [...index.documents.values()].map(({ document, report }) => [document.path, report.title]).sort(),
    );
  return { files, log, editors, checks, pauses, index, edit, titles };
}

describe('the workspace index', () => {
  it('reads nothing before it is asked to', async () => {
    const { index, files } = setUp({ 'a.md': '# A' });
    await index.settled();
    assert.deepEqual(files.reads, []);
    assert.equal(index.started, false);
    assert.equal(index.complete, false);
  });

  it('holds a report for every document after start', async () => {
    const { index, titles } = setUp({ 'a.md': '# A', 'tasks/b.md': '# B' });
    await index.start();
    assert.deepEqual(titles(), { 'a.md': 'A', 'tasks/b.md': 'B' });
    assert.equal(index.complete, true);
  });

  it('reads the workspace once however often it is started', async () => {
    const { index, files } = setUp({ 'a.md': '# A' });
    await Promise.all([index.start(), index.start()]);
    await index.start();
    assert.deepEqual(files.reads, ['a.md']);
  });

  it('prefers the text of an editor to the file', async () => {
    const { index, edit, titles, editors } = setUp({ 'a.md': '# Stored' });
    edit('a.md', '# Typed', 1);
    await index.start();
    assert.deepEqual(titles(), { 'a.md': 'Typed' });
    editors.clear();
    index.update([ref('a.md')]);
    await index.settled();
    assert.deepEqual(titles(), { 'a.md': 'Stored' });
  });

  it('says which version of an open document a report is on', async () => {
    const { index, edit, editors } = setUp({ 'a.md': '# Stored' });
    const version = () => index.documents.get(ref('a.md').key)?.version;
    edit('a.md', '# Typed', 1);
    await index.settled();
    assert.equal(version(), 1);
    edit('a.md', '# Typed on', 4);
    await index.settled();
    assert.equal(version(), 4);
    editors.clear();
    index.update([ref('a.md')]);
    await index.settled();
    assert.equal(version(), undefined);
  });

  it('checks a version of an open document once', async () => {
    const { index, edit, checks } = setUp();
    edit('a.md', '# A', 1);
    await index.settled();
    index.update([ref('a.md')]);
    await index.settled();
    assert.deepEqual(checks, ['a.md: # A']);
    edit('a.md', '# B', 2);
    await index.settled();
    assert.deepEqual(checks, ['a.md: # A', 'a.md: # B']);
  });

  it('checks another text that is opened at the version that was checked of the one before', async () => {
    const { index, edit, editors, titles } = setUp({ 'a.md': '# Stored' });
    edit('a.md', '# A', 1);
    await index.settled();
    editors.clear();
    index.update([ref('a.md')]);
    edit('a.md', '# B', 1);
    await index.settled();
    assert.deepEqual(titles(), { 'a.md': 'B' });
  });

  it('checks everything again when asked to, whatever its version', async () => {
    const { index, edit, checks } = setUp({ 'b.md': '# B' });
    edit('a.md', '# A', 1);
    await index.start();
    checks.length = 0;
    index.checkAgain();
    await index.settled();
    assert.deepEqual(checks.sort(), ['a.md: # A', 'b.md: # B']);
  });

  it('checks an open document anew in a refresh, though it is heard of meanwhile', async () => {
    const { index, files, edit, checks } = setUp({ 'a.md': '# A' });
    edit('a.md', '# A', 1);
    await index.start();
    checks.length = 0;
    const listed = gate();
    files.hold = () => listed.opened;
    const refreshed = index.refresh();
    await new Promise((resolve) => setImmediate(resolve));
    index.update([ref('a.md')]);
    listed.open();
    await refreshed;
    assert.deepEqual(checks, ['a.md: # A']);
  });

  it('does not let a late read overwrite a newer edit', async () => {
    const { index, files, edit, titles } = setUp({ 'a.md': '# Old' });
    const late = gate();
    files.hold = (path) => (path === 'a.md' ? late.opened : Promise.resolve());
    const started = index.start();
    while (files.reads.length === 0) await new Promise((resolve) => setImmediate(resolve));
    edit('a.md', '# New', 1);
    late.open();
    await started;
    assert.deepEqual(titles(), { 'a.md': 'New' });
  });

  it('does not let an older read overwrite a newer one', async () => {
    const { index, files, titles } = setUp({ 'a.md': '# Old' });
    const gates = [gate(), gate()] as const;
    files.hold = () => gates[files.reads.length === 1 ? 0 : 1].opened;
    index.update([ref('a.md')]);
    while (files.reads.length < 1) await new Promise((resolve) => setImmediate(resolve));
    files.contents.set('a.md', '# New');
    index.update([ref('a.md')]);
    await new Promise((resolve) => setImmediate(resolve));
    gates[1].open();
    await new Promise((resolve) => setImmediate(resolve));
    gates[0].open();
    await index.settled();
    assert.deepEqual(titles(), { 'a.md': 'New' });
  });

  it('forgets a document that is deleted while it is read', async () => {
    const { index, files, titles } = setUp({ 'a.md': '# A' });
    const late = gate();
    files.hold = () => late.opened;
    index.update([ref('a.md')]);
    while (files.reads.length === 0) await new Promise((resolve) => setImmediate(resolve));
    files.contents.delete('a.md');
    index.remove(['/w/a.md']);
    late.open();
    await index.settled();
    assert.deepEqual(titles(), {});
  });

  it('forgets all that is below a folder that goes, and only that', async () => {
    const { index, titles } = setUp({ 'tasks/a.md': '# A', 'tasks/deep/b.md': '# B', 'tasks-2/c.md': '# C' });
    await index.start();
    index.remove(['/w/tasks']);
    await index.settled();
    assert.deepEqual(titles(), { 'tasks-2/c.md': 'C' });
  });

  it('keeps what comes into a folder after it has gone', async () => {
    const { index, files, titles } = setUp({ 'tasks/a.md': '# A' });
    await index.start();
    files.contents.set('tasks/a.md', '# Again');
    index.remove(['/w/tasks']);
    index.update([ref('tasks/a.md')]);
    await index.settled();
    assert.deepEqual(titles(), { 'tasks/a.md': 'Again' });
  });

  it('follows a rename', async () => {
    const { index, files, titles } = setUp({ 'a.md': '# A' });
    await index.start();
    files.contents.delete('a.md');
    files.contents.set('b.md', '# A');
    index.remove(['/w/a.md']);
    index.update([ref('b.md')]);
    await index.settled();
    assert.deepEqual(titles(), { 'b.md': 'A' });
  });

  it('does not bring back what went while the workspace was listed', async () => {
    const { index, files, titles } = setUp({ 'a.md': '# A', 'b.md': '# B' });
    await index.start();
    const listed = gate();
    files.hold = (path) => (path === '' ? listed.opened : Promise.resolve());
    const refreshed = index.refresh();
    await new Promise((resolve) => setImmediate(resolve));
    index.remove(['/w/a.md']);
    listed.open();
    await refreshed;
    assert.deepEqual(titles(), { 'b.md': 'B' });
  });

  it('leaves out what it cannot read, says so, and goes on', async () => {
    const { index, files, log, titles } = setUp({ 'a.md': '# A', 'b.md': '# B' });
    files.hold = async (path) => {
      if (path === 'a.md') throw new Error('The disk is gone.');
    };
    await index.start();
    assert.deepEqual(titles(), { 'b.md': 'B' });
    assert.deepEqual(log.lines, ['warn: a.md: It could not be read: The disk is gone.']);
  });

  it('reports binary and very large files as unreadable, open or not', async () => {
    const large = `# Large\n${'x'.repeat(maximumBytes)}`;
    const { index, edit, titles } = setUp({ 'a.md': '# A', 'b.md': new Uint8Array([0, 1, 2]), 'c.md': large });
    edit('d.md', large, 1);
    edit('e.md', '# Long\n'.repeat(maximumLines), 1);
    edit('f.md', '# Long\n'.repeat(maximumLines - 1), 1);
    await index.start();
    assert.deepEqual(titles(), {
      'a.md': 'A',
      'b.md': 'It is not a text file.',
      'c.md': 'It is larger than 1 MiB.',
      'd.md': 'It is larger than 1 MiB.',
      'e.md': 'It has more than 50,000 lines.',
      'f.md': 'Long',
    });
  });

  it('rejects when the workspace cannot be listed, and can be started again', async () => {
    const { index, files, titles } = setUp({ 'a.md': '# A' });
    files.hold = async () => {
      throw new Error('No such folder.');
    };
    await assert.rejects(index.start(), /No such folder/);
    assert.equal(index.complete, false);
    files.hold = async () => {};
    await index.start();
    assert.deepEqual(titles(), { 'a.md': 'A' });
  });

  it('reads what is listed first before the others are listed, and each once', async () => {
    const { index, files, titles } = setUp({ 'a.md': '# A', 'b.md': '# B' });
    const listed = gate();
    const { find } = files;
    files.find = async (signal, first) => {
      await new Promise((resolve) => setImmediate(resolve));
      await first?.([ref('a.md')]);
      assert.deepEqual(titles(), { 'a.md': 'A' });
      await listed.opened;
      return find(signal);
    };
    const started = index.start();
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual(titles(), { 'a.md': 'A' });
    assert.equal(index.complete, false);
    listed.open();
    await started;
    assert.deepEqual(titles(), { 'a.md': 'A', 'b.md': 'B' });
    assert.deepEqual(files.reads, ['a.md', 'b.md']);
  });

  it('lists and reads nothing before it is prepared', async () => {
    const prepared = gate();
    const { index, files } = setUp({ 'a.md': '# A' }, () => prepared.opened);
    let listed = false;
    const { find } = files;
    files.find = (signal) => {
      listed = true;
      return find(signal);
    };
    const started = index.start();
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual([listed, files.reads], [false, []]);
    prepared.open();
    await started;
    assert.deepEqual([listed, files.reads], [true, ['a.md']]);
  });

  it('stops reading when a refresh is cancelled, and keeps what it knows', async () => {
    const contents = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`${n}.md`, `# ${n}`]));
    const { index, files } = setUp(contents);
    const cancel = new AbortController();
    files.hold = async () => {
      if (files.reads.length === 40) cancel.abort();
    };
    await assert.rejects(index.refresh(cancel.signal), { name: 'AbortError' });
    assert.ok(index.documents.size >= 16 && index.documents.size < 60, `${index.documents.size} documents`);
    assert.equal(index.complete, false);
    assert.equal(index.waiting, 0);
  });

  it('pauses after each slice of work', async () => {
    const contents = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`${n}.md`, `# ${n}`]));
    const { index, pauses } = setUp(contents);
    await index.start();
    const slices = pauses.map((time, at) => time - (pauses[at - 1] ?? 0));
    assert.ok(pauses.length >= 13, `${pauses.length} pauses in 120 ms of work`);
    // A document takes 3 ms here and a slice ends after 8.
    assert.ok(Math.max(...slices) <= 12, `a slice of ${Math.max(...slices)} ms`);
  });

  it('tells of changes once a slice, with the keys', async () => {
    const { index, pauses } = setUp(Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`${n}.md`, `# ${n}`])));
    const told: string[][] = [];
    index.onDidChange((keys) => told.push([...keys]));
    await index.start();
    assert.deepEqual(told.flat().sort(), [...index.documents.keys()].sort());
    assert.ok(told.length <= pauses.length + 1, `${told.length} announcements, ${pauses.length} pauses`);
    told.length = 0;
    index.remove(['/w/1.md', '/w/2.md']);
    await index.settled();
    assert.deepEqual(told, [['/w/1.md', '/w/2.md']]);
  });

  it('tells of many changes a few hundred at a time', async () => {
    const contents = Object.fromEntries(Array.from({ length: 1200 }, (_, n) => [`${n}.md`, '\0']));
    const { index } = setUp(contents);
    const told: string[][] = [];
    index.onDidChange((keys) => told.push([...keys]));
    await index.start();
    assert.deepEqual(
      told.map((keys) => keys.length),
      [500, 500, 200],
    );
    assert.deepEqual(new Set(told.flat()), new Set(index.documents.keys()));
  });

  it('goes on when a listener fails', async () => {
    const { index, log } = setUp({ 'a.md': '# A' });
    index.onDidChange(() => {
      throw new Error('A listener fails.');
    });
    await index.start();
    assert.equal(index.documents.size, 1);
    assert.equal(log.lines.length, 1);
  });

  it('does nothing after it is disposed', async () => {
    const { index, files, titles } = setUp({ 'a.md': '# A' });
    const late = gate();
    files.hold = (path) => (path === 'a.md' ? late.opened : Promise.resolve());
    const started = index.start();
    while (files.reads.length === 0) await new Promise((resolve) => setImmediate(resolve));
    index.dispose();
    late.open();
    await assert.rejects(started, { name: 'AbortError' });
    assert.deepEqual(titles(), {});
  });

  it('is settled only when the workspace is listed and read', async () => {
    const { index, files } = setUp({ 'a.md': '# A' });
    const listed = gate();
    files.hold = (path) => (path === '' ? listed.opened : Promise.resolve());
    index.start();
    const complete = index.settled().then(() => index.complete);
    listed.open();
    assert.equal(await complete, true);
  });

  it('ends equal to a fresh scan whatever happens on the way', async () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...happenings.keys()), fc.constantFrom(...paths)), {
      maxLength: 25,
    });
    const property = fc.asyncProperty(steps, async (steps) => {
      const world = setUp({ 'a.md': '# first' });
      world.files.hold = turn;
      const started = world.index.start();
      for (const [number, [name, path]] of steps.entries()) await happenings.get(name)?.(world, path, number);
      await Promise.all([started, ...refreshes.splice(0)]);
      await world.index.settled();
      const fresh = setUp();
      for (const [path, text] of world.files.contents) fresh.files.contents.set(path, text);
      for (const [key, editor] of world.editors) fresh.editors.set(key, editor);
      await fresh.index.start();
      assert.deepEqual(world.titles(), fresh.titles());
    });
    await fc.assert(property, { numRuns: 300 });
  });
});

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const refreshes: Promise<void>[] = [];
const paths = ['a.md', 'b.md', 'tasks/c.md', 'tasks/d.md'];

/** What may happen to the document at `path`; `number` makes texts and versions differ. */
type Happening = (world: ReturnType<typeof setUp>, path: string, number: number) => Promise<void> | undefined;

function vanish({ files, editors }: ReturnType<typeof setUp>, path: string): void {
  // VS Code closes the editor of a file that goes.
  editors.delete(ref(path).key);
  files.contents.delete(path);
}

const happenings = new Map<string, Happening>([
  [
    'write',
    ({ files, index }, path, number) => {
      files.contents.set(path, `# ${number}`);
      index.update([ref(path)]);
    },
  ],
  [
    'type',
    ({ files, edit }, path, number) => {
      if (files.contents.has(path)) edit(path, `# typed ${number}`, number);
    },
  ],
  [
    'close',
    ({ editors, index }, path) => {
      if (editors.delete(ref(path).key)) index.update([ref(path)]);
    },
  ],
  [
    'delete',
    (world, path) => {
      vanish(world, path);
      world.index.remove([ref(path).key]);
    },
  ],
  [
    'delete folder',
    (world) => {
      for (const path of paths.filter((path) => path.startsWith('tasks/'))) vanish(world, path);
      world.index.remove(['/w/tasks']);
    },
  ],
  ['refresh', ({ index }) => void refreshes.push(index.refresh())],
  ['wait', () => turn()],
]);
