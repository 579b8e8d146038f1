import assert from 'node:assert/strict';
import { createNavigation } from '../../src/app/navigation.ts';
import { RenameRefused, renamable, renameWorkItem } from '../../src/app/rename-work-item.ts';
import { workItemCard } from '../../src/app/work-item-card.ts';
import { createWorkspaceFindings } from '../../src/app/workspace-findings.ts';
import { createWorkspaceIndex } from '../../src/app/workspace-index.ts';
import { checkDocument, defaultSettings } from '../../src/core/checklist/check-document.ts';
import { unreadableDocument } from '../../src/core/checklist/unreadable-document.ts';
import { readDocument } from '../../src/core/document/document.ts';
import { positionsOf } from '../../src/core/text.ts';
import { keptLog } from '../fakes/log.ts';
import { memoryFiles, ref } from '../fakes/memory-files.ts';
import { unknownFreshness } from '../fakes/no-git.ts';

const settings = { ...defaultSettings, exclude: ['README.md'], include: ['**'] };
const never = new AbortController().signal;

/** A navigation over files in memory, some of which are open with another text. */
function setUp(contents: Readonly<Record<string, string>>, open: Readonly<Record<string, string>> = {}) {
  const files = memoryFiles(contents);
  const log = keptLog();
  let pauses = 0;
  let time = 0;
  const ports = {
    files,
    log,
    elapsed: () => time,
    async pause() {
      pauses++;
    },
    openText: (key: string) => open[key.slice('/w/'.length)],
  };
  const index = createWorkspaceIndex({
    ...ports,
    openDocument(key) {
      const text = ports.openText(key);
      return text === undefined ? undefined : { version: 1, text: () => text };
    },
    check: ({ path }, text) => checkDocument({ path, text }, settings),
    unreadable: ({ path }, reason) => unreadableDocument(path, reason, settings),
  });
  const { graph } = createWorkspaceFindings({
    ...ports,
    index,
    freshness: unknownFreshness,
    severities: () => ({}),
    isWanted: () => false,
  });
  const read = (document: { path: string }, text: string) => {
    time += 10;
    return readDocument(document.path, text);
  };
  const navigation = createNavigation({ ...ports, index, graph, read });
  const item = async (path: string) => {
    await index.start();
    const found = graph.at('/w', path);
    assert.ok(found, path);
    return found;
  };
  /** Where the work item is spoken of: paths with lines from 1 and words. */
  const find = async (path: string) =>
    (await navigation.find(await item(path), never)).flatMap(({ document, read, mentions }) =>
      mentions.map(({ range, text }) => `${document.path}:${positionsOf(read.lines, range).start.line + 1} ${text}`),
    );
  return { files, log, index, graph, navigation, item, find, pauses: () => pauses };
}

const limit = 'tasks/task-12 - Limit.md';
const workspace = {
  [limit]: '---\nid: TASK-12\n---\n# Limit\n\nStatus: open',
  'tasks/a.md': '# A\n\nStatus: open\n\nDepends on: TASK-12\n\nSee [the limit](<task-12 - Limit.md>).',
  'tasks/b.md': '# B\n\nStatus: open\n\nTASK-1 and TASK-112, and `task-12`.',
  'README.md': '# Read me\n\nTASK-12 is [here](tasks/task-12%20-%20Limit.md#limit).',
};

describe('navigation between work items', () => {
  it('finds every place where a work item is spoken of, in other documents only its links', async () => {
    const { find, log } = setUp(workspace);
    assert.deepEqual(await find(limit), [
      'README.md:3 tasks/task-12%20-%20Limit.md#limit',
      'tasks/a.md:5 TASK-12',
      'tasks/a.md:7 task-12 - Limit.md',
      'tasks/b.md:5 task-12',
      `${limit}:2 TASK-12`,
    ]);
    assert.deepEqual(log.lines, []);
  });

  it('finds a work item without an id by its links', async () => {
    const { find } = setUp({ 'tasks/über.md': '# Über', 'tasks/a.md': '# A\n\n[x](%C3%BCber.md) [y](./über.md)' });
    assert.deepEqual(await find('tasks/über.md'), ['tasks/a.md:3 %C3%BCber.md', 'tasks/a.md:3 ./über.md']);
  });

  it('reads the text of an editor before the file', async () => {
    const { find } = setUp(workspace, { 'tasks/b.md': '# B\n\nStatus: open\n\n\nTASK-12' });
    assert.ok((await find(limit)).includes('tasks/b.md:6 TASK-12'));
  });

  it('works in slices, stops when it is told to, and goes on where a file cannot be read', async () => {
    const { navigation, item, files, find, log, pauses } = setUp(workspace);
    const limited = await item(limit);
    const before = pauses();
    files.contents.delete('tasks/b.md');
    assert.equal((await find(limit)).length, 4);
    assert.ok(pauses() > before);
    assert.match(log.lines.join(), /^warn: tasks\/b\.md: /);
    const controller = new AbortController();
    const stopped = navigation.find(limited, controller.signal);
    controller.abort(new Error('stopped'));
    await assert.rejects(stopped, /stopped/);
  });

  it('knows what stands at a place: a mention, or the title of the work item', async () => {
    const { navigation, index } = setUp(workspace);
    const at = async (path: keyof typeof workspace, part: string) => {
      const text = workspace[path] ?? '';
      const found = await navigation.targetAt(ref(path), text, text.indexOf(part) + 1);
      return found && [found.items.map(({ report }) => report.path).join(), found.mention?.kind ?? 'title'];
    };
    // As when the document was just opened, and its report has not come yet.
    assert.equal(await at('tasks/a.md', 'TASK-12'), null);
    await index.start();
    assert.deepEqual(await at('tasks/a.md', 'TASK-12'), [limit, 'id']);
    assert.deepEqual(await at('tasks/a.md', 'task-12 - Limit'), [limit, 'link']);
    assert.deepEqual(await at('tasks/a.md', 'A\n'), ['tasks/a.md', 'title']);
    assert.deepEqual(await at(limit, 'TASK-12'), [limit, 'id']);
    assert.equal(await at('tasks/a.md', 'Depends'), null);
    assert.equal(await at('README.md', 'TASK-12'), null);
  });
});

describe('renaming a work item', () => {
  /** The texts after the rename of what stands at `part` in `path`, and the new path of the file. */
  async function renamed(contents: Readonly<Record<string, string>>, path: string, part: string, to: string) {
    const { navigation, index } = setUp(contents);
    await index.start();
    const text = contents[path] ?? '';
    const target = await navigation.targetAt(ref(path), text, text.indexOf(part));
    const { item, id } = renamable(target, ref(path).key);
    const { edits, move } = await renameWorkItem(navigation, item, id, to, never);
    const texts = new Map(Object.entries(contents).map(([name, content]) => [name, content.split('\n')]));
    for (const { document, range, text } of edits.toReversed()) {
      const lines = texts.get(document.path) ?? [];
      const line = lines[range.start.line] ?? '';
      lines[range.start.line] = line.slice(0, range.start.character) + text + line.slice(range.end.character);
    }
    const changed = [...texts].flatMap(([name, lines]) =>
      lines.join('\n') === contents[name] ? [] : [[name, lines.join('\n')]],
    );
    return { changed: Object.fromEntries(changed), moved: move && [move.item.report.path, move.path] };
  }

  it('changes its own text, every mention and link, and the name of its file', async () => {
    const { changed, moved } = await renamed(workspace, 'tasks/a.md', 'TASK-12', 'TASK-40');
    assert.deepEqual(moved, [limit, 'tasks/task-40 - Limit.md']);
    assert.deepEqual(changed, {
      [limit]: '---\nid: TASK-40\n---\n# Limit\n\nStatus: open',
      'tasks/a.md': '# A\n\nStatus: open\n\nDepends on: TASK-40\n\nSee [the limit](<task-40 - Limit.md>).',
      'tasks/b.md': '# B\n\nStatus: open\n\nTASK-1 and TASK-112, and `task-40`.',
      'README.md': '# Read me\n\nTASK-12 is [here](tasks/task-40%20-%20Limit.md#limit).',
    });
  });

  it('leaves the file where its name does not carry the id', async () => {
    const contents = { 'limit.md': '---\nid: "7"\n---\n# L', 'a.md': '---\ndeps: [7]\n---\n# A\n\n[x](limit.md)' };
    assert.deepEqual(await renamed(contents, 'limit.md', '7', '8'), {
      changed: { 'limit.md': '---\nid: "8"\n---\n# L', 'a.md': '---\ndeps: [8]\n---\n# A\n\n[x](limit.md)' },
      moved: null,
    });
  });

  it('tells two of the same id apart in their own texts only', async () => {
    const same = {
      'a.md': '---\nid: T-1\n---\n# A',
      'b.md': '---\nid: T-1\n---\n# B\n\nT-1',
      'c.md': '# C\n\nT-1',
    };
    assert.deepEqual((await renamed(same, 'b.md', 'T-1', 'T-2')).changed, { 'b.md': '---\nid: T-2\n---\n# B\n\nT-2' });
    await assert.rejects(renamed(same, 'c.md', 'T-1', 'T-2'), /2 work items are called T-1: a\.md, b\.md\./);
  });

  it('is refused where there is no id, and for an id that is taken or none', async () => {
    const others = { ...workspace, 'tasks/c.md': '---\nid: TASK-40\n---\n# Other' };
    await assert.rejects(renamed(others, 'tasks/a.md', 'Depends', 'TASK-41'), RenameRefused);
    await assert.rejects(renamed(others, 'tasks/a.md', '# A', 'TASK-41'), /There is no id of a work item here/);
    await assert.rejects(renamed(others, 'tasks/a.md', '- Limit.md', 'TASK-41'), /There is no id of a work item here/);
    await assert.rejects(renamed(others, limit, 'TASK-12', 'task-40'), /task-40 is taken by “Other” \(tasks\/c\.md\)/);
    await assert.rejects(renamed(others, limit, 'TASK-12', 'limit'), /“limit” is no id/);
  });
});

describe('the card of a work item', () => {
  it('has its name, status, readiness, owner and what it waits on that is open', async () => {
    const { item, graph } = setUp({
      'a.md': '---\nid: T-1\nstatus: Blocked\nowner: Mara\ndependencies: [T-2, T-3]\n---\n# Export',
      'b.md': '---\nid: T-2\nstatus: To do\n---\n# T-2: Columns',
      'c.md': '---\nid: T-3\nstatus: Done\n---\n# Writer',
    });
    assert.deepEqual(workItemCard(await item('a.md'), graph), {
      name: 'T-1 Export',
      path: 'a.md',
      facts: [
        { label: 'Status', value: 'Blocked' },
        { label: 'Async-ready', value: '1 of 5 points, missing: Goal, Resources, Next action, Definition of done' },
        { label: 'Owner', value: 'Mara' },
      ],
      waitsOn: ['T-2: Columns'],
    });
    assert.deepEqual(workItemCard(await item('c.md'), graph).facts[1], { label: 'Async-ready', value: 'finished' });
  });
});
