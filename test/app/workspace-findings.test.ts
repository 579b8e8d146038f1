import assert from 'node:assert/strict';
import { createWorkspaceFindings } from '../../src/app/workspace-findings.ts';
import { createWorkspaceIndex, type OpenDocument } from '../../src/app/workspace-index.ts';
import { checkDocument, defaultSettings } from '../../src/core/checklist/check-document.ts';
import { unreadableDocument } from '../../src/core/checklist/unreadable-document.ts';
import type { Severity } from '../../src/core/report.ts';
import { gate } from '../fakes/gate.ts';
import { keptLog } from '../fakes/log.ts';
import { memoryFiles, ref } from '../fakes/memory-files.ts';
import { unknownFreshness } from '../fakes/no-git.ts';

const settings = { ...defaultSettings, include: ['*.md'] };

/** Workspace findings over an index of files in memory, where all documents at the root are work items. */
function setUp(contents: Record<string, string>) {
  const files = memoryFiles(contents);
  const log = keptLog();
  const editors = new Map<string, OpenDocument>();
  const unwanted = new Set<string>();
  const rules: Record<string, Severity> = {};
  let time = 0;
  const ports = {
    elapsed: () => time++,
    pause: () => new Promise<void>((resolve) => setImmediate(resolve)),
    files,
    log,
  };
  const index = createWorkspaceIndex({
    ...ports,
    openDocument: (key) => editors.get(key),
    check: ({ path }, text) => checkDocument({ path, text }, settings),
    unreadable: ({ path }, reason) => unreadableDocument(path, reason, settings),
  });
  const findings = createWorkspaceFindings({
    ...ports,
    index,
    freshness: unknownFreshness,
    openText: (key) => editors.get(key)?.text(),
    severities: () => rules,
    isWanted: (key) => !unwanted.has(key),
  });
  const told: string[][] = [];
  findings.onDidChange((keys) => told.push([...keys].map((key) => key.slice('/w/'.length)).sort()));
  const edit = (path: string, text: string, version: number): void => {
    editors.set(ref(path).key, { version, text: () => text });
    index.update([ref(path)]);
  };
  const settle = async (): Promise<void> => {
    await index.settled();
    await findings.settled();
  };
  /** Lines, counted from 1, of the links that lead nowhere. */
  const broken = (path: string): number[] =>
    findings.of(ref(path).key).flatMap(({ rule, range }) => (rule === 'link-broken' ? [range.start.line + 1] : []));
  return { files, log, index, findings, unwanted, rules, told, edit, settle, broken };
}

const gone = '# A\n\n[b](b.txt)';

describe('the workspace findings', () => {
  it('find what is wrong around documents that are wanted, and nothing around others', async () => {
    const { index, unwanted, settle, broken, findings, files } = setUp({ 'a.md': gone, 'b.md': gone });
    unwanted.add('/w/b.md');
    await index.start();
    await settle();
    assert.deepEqual([broken('a.md'), broken('b.md')], [[3], []]);
    unwanted.clear();
    unwanted.add('/w/a.md');
    findings.lookAgain();
    index.update([ref('a.md')]);
    files.contents.set('a.md', `${gone}\n`);
    await settle();
    assert.deepEqual([broken('a.md'), broken('b.md')], [[], [3]]);
  });

  it('look again when a file comes or goes, and leave others be', async () => {
    const { index, settle, broken, findings, files, told } = setUp({ 'a.md': gone });
    await index.start();
    await settle();
    files.contents.set('b.txt', '');
    findings.filesCameOrWent(['/w/out/b.txt']);
    await settle();
    assert.deepEqual(broken('a.md'), [3]);
    told.length = 0;
    findings.filesCameOrWent(['/w/b.txt']);
    await settle();
    assert.deepEqual(broken('a.md'), []);
    assert.deepEqual(told, [['a.md']]);
  });

  it('take thousands of files that come at once in one go', async () => {
    const { index, settle, findings, files } = setUp({ 'a.md': gone });
    await index.start();
    await settle();
    const lists: string[] = [];
    const { list } = files;
    files.list = (folder, path) => {
      lists.push(path);
      return list(folder, path);
    };
    for (let at = 0; at < 5000; at++) findings.filesCameOrWent([`/w/${at}.txt`]);
    await settle();
    assert.deepEqual(lists, ['']);
  });

  it('follow what happens to the documents that others link to', async () => {
    const { index, settle, edit, findings, unwanted } = setUp({ 'a.md': '# A\n\n[b](b.md#goal)', 'b.md': '# Goal' });
    unwanted.add('/w/b.md');
    await index.start();
    await settle();
    const messages = () =>
      findings.of('/w/a.md').flatMap(({ rule, message }) => (rule === 'link-broken' ? [message.split('. ')[0]] : []));
    assert.deepEqual(messages(), []);
    edit('b.md', '# Goals', 1);
    await settle();
    assert.deepEqual(messages(), ['There is no heading #goal in b.md']);
    edit('b.md', '# Goal', 2);
    await settle();
    assert.deepEqual(messages(), []);
  });

  it('tell of an edit at once, but not before its findings have moved along', async () => {
    const { index, settle, edit, told, broken, findings } = setUp({ 'a.md': gone, 'b.md': '# B' });
    await index.start();
    await settle();
    const seen: [string, number[]][] = [];
    findings.onDidChange((keys) => {
      for (const key of keys) seen.push([key, broken(key.slice('/w/'.length))]);
    });
    told.length = 0;
    edit('b.md', '# B, edited', 1);
    await index.settled();
    assert.deepEqual(told, [['b.md']]);
    edit('a.md', '# A\n\n\n\n[b](b.txt)', 1);
    await settle();
    assert.deepEqual(seen, [
      ['/w/b.md', []],
      ['/w/a.md', [5]],
    ]);
  });

  it('keep nothing that was found in an older text', async () => {
    const { index, settle, edit, broken, findings, files } = setUp({ 'a.md': '# A' });
    await index.start();
    await settle();
    const { list } = files;
    const listed = gate();
    const asked = gate();
    files.list = async (folder, path) => {
      asked.open();
      await listed.opened;
      return list(folder, path);
    };
    edit('a.md', gone, 1);
    await asked.opened;
    const early: number[][] = [];
    findings.onDidChange(() => early.push(broken('a.md')));
    edit('a.md', '# A\n\nNo link.', 2);
    await index.settled();
    listed.open();
    for (let turn = 0; turn < 100; turn++) {
      await Promise.resolve();
      assert.deepEqual(broken('a.md'), []);
    }
    await settle();
    assert.deepEqual(broken('a.md'), []);
    assert.ok(early.every((lines) => lines.length === 0));
  });

  it('forget a document that goes while it is looked at', async () => {
    const { index, settle, edit, files, findings } = setUp({ 'a.md': '# A' });
    await index.start();
    await settle();
    const listed = gate();
    const asked = gate();
    const { list } = files;
    files.list = async (folder, path) => {
      asked.open();
      await listed.opened;
      return list(folder, path);
    };
    edit('a.md', gone, 1);
    await asked.opened;
    index.remove(['/w/a.md']);
    await index.settled();
    listed.open();
    await settle();
    assert.deepEqual(findings.of('/w/a.md'), []);
    assert.equal(await findings.around('/w/a.md'), null);
  });

  it('go on after a folder could not be listed, and say so', async () => {
    const { index, settle, edit, broken, files, log } = setUp({ 'a.md': gone });
    const { list } = files;
    files.list = () => Promise.reject(new Error('EIO'));
    await index.start();
    await settle();
    assert.deepEqual(broken('a.md'), []);
    assert.deepEqual(log.lines, ['warn: /w: It could not be read: EIO.']);
    files.list = list;
    edit('a.md', `${gone} again`, 1);
    await settle();
    assert.deepEqual(broken('a.md'), [3]);
  });

  it('go on after a listener has failed', async () => {
    const { index, settle, broken, findings, log, told } = setUp({ 'a.md': gone });
    findings.onDidChange(() => {
      throw new Error('no');
    });
    const after: string[] = [];
    findings.onDidChange((keys) => after.push(...keys));
    await index.start();
    await settle();
    assert.deepEqual(broken('a.md'), [3]);
    assert.ok(after.includes('/w/a.md') && told.length > 0);
    assert.ok(log.lines.every((line) => line === 'error: What shows the findings failed.'));
  });

  it('know that the workspace is whole only when it is read', async () => {
    const { index, settle, findings, edit, files } = setUp({ 'a.md': gone });
    edit('a.md', gone, 1);
    await settle();
    assert.equal((await findings.around('/w/a.md'))?.complete, false);
    await index.start();
    assert.equal((await findings.around('/w/a.md'))?.complete, true);
    files.folders = () => [];
    assert.equal((await findings.around('/w/a.md'))?.complete, false);
  });

  it('keep to the severities of the settings', async () => {
    const { index, settle, broken, rules } = setUp({ 'a.md': gone });
    rules['link-broken'] = 'off';
    await index.start();
    await settle();
    assert.deepEqual(broken('a.md'), []);
    rules['link-broken'] = 'error';
    index.checkAgain();
    await settle();
    assert.deepEqual(broken('a.md'), [3]);
  });

  it('do nothing after they are disposed', async () => {
    const { index, settle, findings, edit, told, files, broken } = setUp({ 'a.md': '# A' });
    await index.start();
    await settle();
    const listed = gate();
    const asked = gate();
    files.list = async () => {
      asked.open();
      await listed.opened;
      return [];
    };
    edit('a.md', gone, 1);
    await asked.opened;
    told.length = 0;
    findings.dispose();
    listed.open();
    edit('a.md', `${gone} again`, 2);
    await settle();
    assert.deepEqual(told, []);
    assert.deepEqual(broken('a.md'), []);
  });
});
