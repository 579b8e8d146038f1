import assert from 'node:assert/strict';
import { createLookout } from '../../src/app/surroundings.ts';
import type { FoundAt } from '../../src/core/checklist/workspace-rule.ts';
import { createGraph, type GraphItem } from '../../src/core/graph/graph.ts';
import type { LinkReport } from '../../src/core/report.ts';
import { memoryFiles } from '../fakes/memory-files.ts';
import { unknownFreshness } from '../fakes/no-git.ts';
import { workItem } from '../fakes/reports.ts';

/** A lookout over files in memory, with what it listed and what it warned of. */
function setUp(contents: Readonly<Record<string, string>>) {
  const files = memoryFiles(contents);
  const lists: string[] = [];
  const warnings: string[] = [];
  const editors = new Map<string, string>();
  const { list } = files;
  files.list = (folder, path) => {
    lists.push(path);
    return list(folder, path);
  };
  const lookout = createLookout({
    files,
    graph: createGraph(),
    isComplete: () => true,
    freshness: unknownFreshness,
    openText: (key) => editors.get(key),
    warn: (message) => warnings.push(message),
  });
  const look = async (path: string, ...targets: string[]): Promise<FoundAt['kind'][]> => {
    const { lookUp } = await lookout.around(itemWith(path, targets));
    return targets.map((target) => lookUp(target.replace(/#.*/, '')).kind);
  };
  return { files, lists, warnings, editors, lookout, look };
}

function itemWith(path: string, targets: readonly string[]): GraphItem {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  const links: LinkReport[] = targets.map((target) => ({
    target,
    range,
    wiki: false,
    relation: null,
    blocking: false,
    listed: false,
  }));
  const { document, report } = workItem(path, { links });
  return { key: document.key, folder: document.folder, report };
}

/** The headings that can be linked to in the file at `path`; null where they are not known. */
const headingsIn = (found: FoundAt): string[] | null =>
  found.kind === 'file' && found.anchors ? [...found.anchors.values()] : null;

describe('the lookout', () => {
  it('tells files, folders and what is missing apart, by exact names', async () => {
    const { look } = setUp({ 'a.md': '', 'docs/b.md': '' });
    assert.deepEqual(await look('a.md', 'docs/b.md', 'docs', 'docs/B.md', 'a.md/x', 'gone/b.md'), [
      'file',
      'folder',
      'missing',
      'missing',
      'missing',
    ]);
  });

  it('knows names that the file system takes apart', async () => {
    const { look } = setUp({ 'Gro\u0308\u00dfe.md': '' });
    assert.deepEqual(await look('a.md', 'Gr\u00f6\u00dfe.md'), ['file']);
  });

  it('names what a missing path may have been meant for', async () => {
    const { lookout } = setUp({ 'docs/design.md': '', 'docs/other.md': '' });
    const { lookUp } = await lookout.around(itemWith('a.md', ['docs/desing.md']));
    assert.deepEqual(lookUp('docs/desing.md'), { kind: 'missing', similar: ['docs/design.md'] });
  });

  it('lists each folder once, and none below what is not there', async () => {
    const { look, lists } = setUp({ 'a.md': '', 'docs/b.md': '' });
    await look('a.md', 'docs/b.md', 'docs/c.md', 'gone/deep/d.md');
    await look('b.md', 'docs/b.md', 'gone/e.md', 'a.md/x.md', `gone/${'x'.repeat(5000)}/f.md`);
    assert.deepEqual(lists.sort(), ['', 'docs']);
  });

  it('calls unknown what may not be looked into, and tries again', async () => {
    const { look, files, warnings } = setUp({ 'docs/b.md': '' });
    const { list } = files;
    files.list = (folder, path) => (path === 'docs' ? Promise.reject(new Error('EIO')) : list(folder, path));
    assert.deepEqual(await look('a.md', 'docs/b.md', 'docs/c.md'), ['unknown', 'unknown']);
    assert.deepEqual(warnings, ['/w/docs: It could not be read: EIO.']);
    files.list = async (folder, path) => (path === 'docs' ? null : list(folder, path));
    assert.deepEqual(await look('a.md', 'docs/b.md'), ['unknown']);
    files.list = list;
    assert.deepEqual(await look('a.md', 'docs/b.md'), ['unknown'], 'what may not be read is not asked for each time');
  });

  it('reads headings once, the text of an editor before the file', async () => {
    const { lookout, files, editors } = setUp({ 'b.md': '# Stored', 'c.md': '# C', 'd.ts': '# no' });
    const b = async () =>
      headingsIn((await lookout.around(itemWith('a.md', ['b.md#x', 'c.md', 'd.ts#L3']))).lookUp('b.md'));
    assert.deepEqual(await b(), ['stored']);
    assert.deepEqual(await b(), ['stored']);
    assert.deepEqual(files.reads, ['b.md']);
    editors.set('/w/b.md', '# Typed');
    assert.equal(lookout.forgetHeadings('/w/b.md'), true);
    assert.deepEqual(await b(), ['typed']);
    assert.equal(lookout.forgetHeadings('/w/c.md'), false);
    assert.deepEqual(files.reads, ['b.md']);
  });

  it('reads the headings of the work item itself each time, and tells nobody to look again for them', async () => {
    const { lookout, editors } = setUp({ 'a.md': '' });
    const own = async () => headingsIn((await lookout.around(itemWith('a.md', ['#x']))).lookUp('a.md'));
    editors.set('/w/a.md', '# One');
    assert.deepEqual(await own(), ['one']);
    editors.set('/w/a.md', '# Two');
    assert.deepEqual(await own(), ['two']);
    assert.equal(lookout.forgetHeadings('/w/a.md'), false);
  });

  it('knows no headings of what cannot be read, and tries again', async () => {
    const { lookout, files, warnings } = setUp({ 'b.md': '# B' });
    const b = async () => headingsIn((await lookout.around(itemWith('a.md', ['b.md#x']))).lookUp('b.md'));
    files.hold = () => Promise.reject(new Error('EACCES'));
    assert.deepEqual(await b(), null);
    assert.deepEqual(warnings, ['/w/b.md: It could not be read: EACCES.']);
    files.hold = async () => {};
    assert.deepEqual(await b(), ['b']);
  });

  it('looks anew only into folders where something came or went', async () => {
    const { look, lookout, files, lists } = setUp({ 'docs/deep/b.md': '', 'out/x.js': '' });
    assert.deepEqual(await look('a.md', 'docs/deep/b.md', 'docs/deep/c.md'), ['file', 'missing']);
    files.contents.set('docs/deep/c.md', '');
    assert.equal(lookout.forgetPlaces(['/w/out/x.js', '/w/out/y.js']), false);
    assert.equal(lookout.forgetPlaces(['/w/docs/deep/c.md']), true);
    assert.deepEqual(await look('a.md', 'docs/deep/b.md', 'docs/deep/c.md'), ['file', 'file']);
    assert.deepEqual(lists, ['', 'docs', 'docs/deep', 'docs/deep']);
    files.contents.clear();
    files.contents.set('docs/e.md', '');
    assert.equal(lookout.forgetPlaces(['/w/docs/deep']), true);
    assert.deepEqual(await look('a.md', 'docs/deep/b.md'), ['missing']);
    lookout.forget();
    assert.deepEqual(await look('a.md', 'docs/e.md'), ['file']);
  });
});
