import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type CacheStorage, createReportCache } from '../../src/app/report-cache.ts';
import { createWorkspaceIndex, type OpenDocument, type WorkspaceIndex } from '../../src/app/workspace-index.ts';
import { checkDocument, defaultSettings } from '../../src/core/checklist/check-document.ts';
import { unreadableDocument } from '../../src/core/checklist/unreadable-document.ts';
import { gate } from '../fakes/gate.ts';
import { keptLog } from '../fakes/log.ts';
import { type MemoryFiles, memoryFiles, ref } from '../fakes/memory-files.ts';

function memoryStorage(): CacheStorage & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    read: async (name) => texts.get(name) ?? null,
    async write(name, text) {
      texts.set(name, text);
    },
  };
}

interface World {
  readonly files: MemoryFiles;
  readonly storage: CacheStorage;
  today: string;
  configuration: string;
}

const world = (contents: Record<string, string>): World & { storage: ReturnType<typeof memoryStorage> } => ({
  files: memoryFiles(contents),
  storage: memoryStorage(),
  today: '2026-03-09',
  configuration: 'one',
});

/** A session on the workspace that has not begun. */
function open(place: World, openDocument: (key: string) => OpenDocument | undefined = () => undefined) {
  const { files, storage } = place;
  const log = keptLog();
  files.reads.length = 0;
  const slices = {
    elapsed: () => performance.now(),
    pause: () => new Promise<void>((resolve) => setImmediate(resolve)),
  };
  const cache = createReportCache({
    ...slices,
    storage,
    log,
    folders: () => ['/w'],
    stamp: (key) => JSON.stringify(files.contents.get(key.slice('/w/'.length)) ?? null),
    configuration: () => place.configuration,
    today: () => place.today,
  });
  const index = createWorkspaceIndex({
    ...slices,
    files,
    log,
    openDocument,
    check: ({ path }, text) => checkDocument({ path, text }, { ...defaultSettings, today: place.today }),
    unreadable: ({ path }, reason) => unreadableDocument(path, reason, defaultSettings),
    cache,
  });
  return { cache, index, log };
}

/** A session on the workspace, from its start until what is new has been kept. @returns its index and log */
async function session(place: World, during = async (_index: WorkspaceIndex) => {}) {
  const { cache, index, log } = open(place);
  await index.start();
  await during(index);
  await index.settled();
  await cache.save(index.documents);
  index.dispose();
  return { index, log };
}

const late = '---\nstatus: To Do\ndue: 2026-03-10\n---\n# Send the mail\n';

describe('the cache of reports', () => {
  it('spares the reading of what has not changed', async () => {
    const place = world({ 'a.md': '# A', 'tasks/b.md': late, 'tasks/c d.md': '# C' });
    const first = await session(place);
    assert.equal(place.files.reads.length, 3);
    place.files.contents.set('tasks/c d.md', '# Changed');
    place.files.contents.set('new.md', '# New');
    const second = await session(place);
    assert.deepEqual([...place.files.reads].sort(), ['new.md', 'tasks/c d.md']);
    assert.deepEqual(
      second.index.documents.get(ref('tasks/b.md').key),
      first.index.documents.get(ref('tasks/b.md').key),
    );
    assert.equal(second.index.documents.get(ref('tasks/c d.md').key)?.report.title, 'Changed');
  });

  it('is taken as it is while the documents are listed, and then compared with them', async () => {
    const place = world({ 'a.md': '# A', 'b.md': '# B', 'c.md': '# C' });
    await session(place);
    place.files.contents.set('b.md', '# Changed');
    place.files.contents.delete('c.md');
    const { index } = open(place);
    const listed = gate();
    place.files.hold = () => listed.opened;
    const told: string[][] = [];
    index.onDidChange((keys) => told.push([...keys].sort()));
    const titles = () => [...index.documents.values()].map(({ report }) => report.title).sort();
    const started = index.start();
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual(titles(), ['A', 'B', 'C']);
    assert.equal(index.complete, false);
    listed.open();
    await started;
    assert.deepEqual(titles(), ['A', 'Changed']);
    assert.deepEqual(told.shift(), ['/w/a.md', '/w/b.md', '/w/c.md']);
    assert.deepEqual(told.flat().sort(), ['/w/b.md', '/w/c.md']);
    index.dispose();
  });

  it('does not stand in for what is known of an open document', async () => {
    const place = world({ 'a.md': '# A' });
    await session(place);
    const { index } = open(place, () => ({ version: 1, text: () => '# Typed' }));
    index.update([ref('a.md')]);
    const titles = new Set<string | undefined>();
    index.onDidChange(() => titles.add(index.documents.get('/w/a.md')?.report.title));
    await index.start();
    assert.deepEqual([...titles], ['Typed']);
    index.dispose();
  });

  it('keeps what is found while the workspace is open', async () => {
    const place = world({ 'a.md': '# A' });
    await session(place, async (index) => {
      place.files.contents.set('a.md', '# Later');
      index.update([ref('a.md')]);
    });
    const { index } = await session(place);
    assert.deepEqual(place.files.reads, []);
    assert.equal(index.documents.get(ref('a.md').key)?.report.title, 'Later');
  });

  it('has a due date looked at again on another day, and nothing else', async () => {
    const place = world({ 'a.md': '# A', 'tasks/b.md': late });
    const rules = (index: WorkspaceIndex) =>
      index.documents.get(ref('tasks/b.md').key)?.report.findings.map(({ rule }) => rule) ?? [];
    assert.ok(!rules((await session(place)).index).includes('due-date-passed'));
    place.today = '2026-03-11';
    const { index } = await session(place);
    assert.deepEqual(place.files.reads, ['tasks/b.md']);
    assert.ok(rules(index).includes('due-date-passed'));
  });

  it('is of no use under another configuration', async () => {
    const place = world({ 'a.md': '# A' });
    await session(place);
    place.configuration = 'two';
    await session(place);
    assert.deepEqual(place.files.reads, ['a.md']);
    await session(place);
    assert.deepEqual(place.files.reads, []);
  });

  it('forgets what is gone', async () => {
    const place = world({ 'a.md': '# A', 'b.md': '# B' });
    await session(place);
    place.files.contents.delete('b.md');
    const { index } = await session(place);
    assert.deepEqual([...index.documents.keys()], ['/w/a.md']);
    assert.ok(![...place.storage.texts.values()].join('').includes('b.md'));
  });

  for (const [what, spoil] of Object.entries({
    'cut short': (text: string) => text.slice(0, -1),
    'of another program': () => '{"version":2}',
    'of another shape': (text: string) => text.replace('"points"', '"dots"'),
    empty: () => '',
  })) {
    it(`is made anew where it is ${what}`, async () => {
      const place = world({ 'a.md': '# A', 'b.md': '# B' });
      const { index } = await session(place);
      for (const [name, text] of place.storage.texts) place.storage.texts.set(name, spoil(text));
      const again = await session(place);
      assert.deepEqual([...place.files.reads].sort(), ['a.md', 'b.md']);
      assert.deepEqual(again.index.documents, index.documents);
      assert.deepEqual(
        again.log.lines.filter((line) => !line.startsWith('info: ')),
        [],
      );
    });
  }

  it('is left out where its place cannot be read', async () => {
    const place = world({ 'a.md': '# A' });
    const broken: World = {
      ...place,
      storage: { ...place.storage, read: () => Promise.reject(new Error('The disk is gone.')) },
    };
    const { index, log } = await session(broken);
    assert.equal(index.documents.size, 1);
    assert.deepEqual(log.lines, ['warn: Kept reports could not be read: The disk is gone.']);
  });

  it('gives reports as they were made, on whatever document', () => {
    const texts = {
      long: readFileSync('test/fixtures/dependencies-in-prose.md', 'utf8'),
      note: readFileSync('test/fixtures/handoff-note.md', 'utf8'),
      broken: readFileSync('test/fixtures/broken-front-matter.md', 'utf8'),
      late,
    };
    for (const text of Object.values(texts)) {
      const report = checkDocument({ path: 'tasks/a.md', text }, { ...defaultSettings, today: '2026-03-11' });
      assert.deepStrictEqual(JSON.parse(JSON.stringify(report)), report);
    }
  });

  it('ends each of many sessions as a fresh one would, whatever changed before and during it', async () => {
    const path = fc.constantFrom('a.md', 'tasks/b.md', 'tasks/c.md', 'notes/d.md');
    const change = fc.record({ path, text: fc.option(fc.constantFrom('# A', '# B', late), { nil: null }) });
    const apply = (place: World, { path, text }: { path: string; text: string | null }): void => {
      if (text === null) place.files.contents.delete(path);
      else place.files.contents.set(path, text);
    };
    const sessions = fc.array(fc.record({ before: fc.array(change), during: fc.array(change) }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(sessions, async (changes) => {
        const place = world({ 'a.md': '# A' });
        for (const { before, during } of changes) {
          for (const each of before) apply(place, each);
          const { index } = await session(place, async (open) => {
            for (const each of during) {
              apply(place, each);
              if (each.text === null) open.remove([ref(each.path).key]);
              else open.update([ref(each.path)]);
            }
          });
          const fresh = await session({ ...place, storage: memoryStorage() });
          assert.deepEqual(new Map([...index.documents].sort()), new Map([...fresh.index.documents].sort()));
        }
      }),
    );
  });
});
