import assert from 'node:assert/strict';
import { openWaitsOf } from '../../src/app/open-waits.ts';
import { readyToStart } from '../../src/app/ready-to-start.ts';
import type { Rows } from '../../src/app/rows.ts';
import { createSlices } from '../../src/app/slices.ts';
import { waitingOn } from '../../src/app/waiting-on.ts';
import type { IndexedDocument } from '../../src/app/workspace-index.ts';
import { checkDocument, defaultSettings } from '../../src/core/checklist/check-document.ts';
import { createGraph } from '../../src/core/graph/graph.ts';
import { workItem } from '../fakes/reports.ts';

const folders = [{ key: '/w', name: 'harbor' }];
const two = [...folders, { key: '/v', name: 'lighthouse' }];
const slices = createSlices({ elapsed: () => 0, pause: () => Promise.resolve() }, 8);
const reader = { today: '2026-11-20', isMe: (name: string) => name === '@me' };
const settings = { ...defaultSettings, include: ['**'] };

/** A work item as its text says, with all five points met unless `missing` says otherwise. */
function written(
  path: string,
  text: string,
  { folder = '/w', ...facts }: { folder?: string; due?: string } = {},
): IndexedDocument {
  const { waits, dependencies, links, owner, status, statusKind, finished, inProgress, id, due } = checkDocument(
    { path, text: `# ${path.replace('.md', '')}\n\n${text}\n` },
    settings,
  );
  const read = { waits, dependencies, links, owner, status, statusKind, finished, inProgress, id, due };
  return workItem(path, { folder, ...read, ...facts });
}

function graphOf(items: readonly IndexedDocument[]) {
  const graph = createGraph();
  for (const { document, report } of items) graph.set({ ...document, report });
  return graph;
}

/** The rows as text, children indented. */
function drawn({ roots, nodes }: Rows): string[] {
  const draw = (id: string, indent: string): string[] => {
    const node = nodes.get(id);
    assert.ok(node, `there is no row ${id}`);
    const line = indent + [node.label, node.description].filter(Boolean).join(' | ');
    return [line, ...node.children.flatMap((child) => draw(child, `${indent}  `))];
  };
  return roots.flatMap((root) => draw(root, ''));
}

const rowsOf = (items: readonly IndexedDocument[], ports: Partial<Parameters<typeof waitingOn>[0]> = {}) =>
  waitingOn({
    folders,
    documents: items,
    graph: graphOf(items),
    reader,
    team: [],
    lastChange: async () => null,
    slices,
    ...ports,
  });

describe('what open work waits on', () => {
  const todo = 'Status: To do\n';

  /** What is awaited by the first of `items`. */
  const awaited = (items: readonly IndexedDocument[], known: readonly string[] = []): string[] => {
    const graph = graphOf(items);
    const [first] = items;
    const item = first && graph.get(first.document.key);
    return (item ? openWaitsOf(item, graph, known) : []).map(({ on, since }) =>
      [on.kind, on.kind === 'workItem' ? on.item.report.path : on.name, since].filter(Boolean).join(' '),
    );
  };

  it('is open work, by its own words and those of the other', () => {
    const items = [
      written('task-1.md', `${todo}Depends on: task-2, task-3 (since 2026-11-02)`),
      written('task-2.md', todo),
      written('task-3.md', 'Status: Done'),
      written('task-4.md', `${todo}Blocks: task-1`),
    ];
    assert.deepEqual(awaited(items), ['workItem task-2.md 2026-11-02', 'workItem task-4.md']);
    assert.deepEqual(awaited(items.slice(2)), []);
  });

  it('is people, by handle, full name or first name', () => {
    const on = (text: string, known: readonly string[] = []) => awaited([written('a.md', todo + text)], known);
    const team = ['Mara Lindqvist', 'Kenji Watanabe'];
    assert.deepEqual(on('Waiting on: @kenji for the schema (since 2026-11-02)'), ['person @kenji 2026-11-02']);
    assert.deepEqual(on('Depends on: the design by Mara Lindqvist', team), ['person Mara Lindqvist']);
    assert.deepEqual(on('Waiting on: Mara, and then Ops', team), ['person Mara Lindqvist']);
    assert.deepEqual(on('Blocked by: legal'), ['person legal']);
    assert.deepEqual(on('Blocked by: the security team'), ['person security team']);
    assert.deepEqual(on('Depends on: Maraschino cherries', team), []);
  });

  it('is what no work item stands for', () => {
    const on = (text: string) => awaited([written('a.md', todo + text)], ['Mara Lindqvist']);
    assert.deepEqual(on('Blocked by: the contract with Northwind, whose provider we use (Mara asks them)'), [
      'other the contract with Northwind',
    ]);
    assert.deepEqual(on('Depends on: PAY-7'), ['other PAY-7']);
    assert.deepEqual(on('Depends on: approval of the budget'), ['other approval of the budget']);
  });

  it('is nothing that only has to be there, or that the text denies', () => {
    const on = (text: string) => awaited([written('a.md', todo + text)]);
    assert.deepEqual(on('Depends on: the charting library'), []);
    assert.deepEqual(on('## Dependencies\n\nOwner: @kenji'), []);
    assert.deepEqual(on('Depends on: nothing'), []);
    for (const said of ['TASK-3 (API merged)', 'TASK-3 (complete)', 'TASK-3: done.', 'TASK-3 — has been shipped'])
      assert.deepEqual(on(`Depends on: ${said}`), [], said);
    for (const said of ['TASK-3 (not done)', 'TASK-3 (must be merged)', 'TASK-3 (once it is closed)', 'TASK-3'])
      assert.deepEqual(on(`Depends on: ${said}`), ['other TASK-3'], said);
  });
});

describe('the rows of Waiting On', () => {
  it('are people, work and other things with what they hold up and how long already', async () => {
    const items = [
      written('task-1.md', 'Status: To do\nOwner: Mara Lindqvist\nDepends on: task-3'),
      written('task-2.md', 'Status: Blocked\nBlocked by: @kenji for the schema, since 2026-11-02'),
      written('task-3.md', 'Status: In progress\nOwner: Priya\nBlocked by: the contract with Northwind'),
      written('task-4.md', 'Status: To do\nDepends on: task-3\nWaiting on: @kenji, since 2026-11-19'),
      written('task-5.md', 'Status: Done\nBlocked by: @kenji'),
    ];
    const rows = await rowsOf(items, {
      lastChange: async ({ report }) => (report.path === 'task-3.md' ? '2026-11-12' : null),
    });
    assert.deepEqual(drawn(rows), [
      '@kenji (2) | 18 days',
      '  task-2 | 18 days · @kenji for the schema, since 2026-11-02',
      '  task-4 | 1 day · @kenji, since 2026-11-19',
      'task-3 (2) | since when is not said · Priya · In progress',
      '  task-1 | since when is not said',
      '  task-4 | since when is not said',
      'the contract with Northwind (1) | 8 days or more',
      '  task-3 | 8 days or more',
    ]);
  });

  it('are folded where the rows of the first ones are many', async () => {
    const waits = (count: number, on: string) =>
      Array.from({ length: count }, (_, at) => written(`${on}-${at}.md`, `Status: In progress\nWaiting on: @${on}`));
    const { roots, nodes } = await rowsOf([...waits(400, 'ana'), ...waits(60, 'ben'), ...waits(50, 'cem')]);
    assert.deepEqual(
      roots.map((id) => [nodes.get(id)?.label, nodes.get(id)?.expanded]),
      [
        ['@ana (400)', true],
        ['@ben (60)', true],
        ['@cem (50)', false],
      ],
    );
  });

  it('lead to where it is said', async () => {
    const items = [written('task-1.md', 'Status: To do\n'), written('task-2.md', 'Status: To do\nBlocks: task-1')];
    const { nodes, roots } = await rowsOf(items);
    assert.deepEqual(roots, ['/w/task-2.md']);
    const child = nodes.get('/w/task-1.md\n/w/task-2.md');
    assert.equal(child?.parent, '/w/task-2.md');
    assert.deepEqual([child?.target?.key, child?.target?.range.start.line], ['/w/task-2.md', 3]);
    assert.equal(nodes.get('/w/task-2.md')?.target?.key, '/w/task-2.md');
  });

  it('mark circles', async () => {
    const items = [
      written('task-1.md', 'Status: To do\nDepends on: task-2'),
      written('task-2.md', 'Status: To do\nDepends on: task-1'),
    ];
    const { nodes } = await rowsOf(items);
    const row = nodes.get('/w/task-2.md');
    assert.equal(row?.icon?.name, 'sync');
    assert.match(row?.description ?? '', /^in a circle · since/);
    assert.match(
      row?.accessibilityLabel ?? '',
      /^task-2, work item, waits on itself, task-2, which waits on task-1, which waits on task-2, holds up 1/,
    );
  });

  it('say that what is awaited is set aside, which nobody takes up', async () => {
    const items = [written('task-1.md', 'Status: To do\nDepends on: task-2'), written('task-2.md', 'Status: Deferred')];
    const { nodes } = await rowsOf(items);
    const row = nodes.get('/w/task-2.md');
    assert.equal(row?.icon?.name, 'archive');
    assert.equal(row?.description, 'set aside · since when is not said · Deferred');
    assert.match(row?.accessibilityLabel ?? '', /^task-2, work item, holds up 1, set aside, since/);
  });

  it('take a person for one by all names that the team’s roster has', async () => {
    const items = [
      written('a.md', 'Status: To do\nWaiting on: Kenji Watanabe for the schema'),
      written('b.md', 'Status: To do\nOwner: Kenji\nWaiting on: Kenji to answer'),
    ];
    const rows = await rowsOf(items, { team: ['Kenji Watanabe'] });
    assert.equal(rows.roots.length, 1);
    assert.equal(rows.nodes.get(rows.roots[0] ?? '')?.children.length, 2);
  });

  it('name the folder in a workspace of several', async () => {
    const items = [
      written('task-1.md', 'Status: To do\nDepends on: task-2'),
      written('task-2.md', 'Status: To do'),
      written('task-1.md', 'Status: To do\nWaiting on: @ann', { folder: '/v' }),
    ];
    assert.deepEqual(drawn(await rowsOf(items, { folders: two })), [
      '@ann (1) | since when is not said',
      '  task-1 | since when is not said · lighthouse',
      'task-2 (1) | since when is not said · To do · harbor',
      '  task-1 | since when is not said',
    ]);
  });
});

describe('the rows of Ready to Start', () => {
  const start = (items: readonly IndexedDocument[], of = folders) =>
    readyToStart(of, items, graphOf(items), reader, slices);

  it('are ready, not begun, nobody else’s and wait on nothing', async () => {
    const items = [
      written('free.md', 'Status: To do'),
      written('mine.md', 'Status: To do\nOwner: @me', { due: '2026-12-01' }),
      written('theirs.md', 'Status: To do\nOwner: Mara'),
      written('begun.md', 'Status: In progress'),
      written('blocked.md', 'Status: Blocked'),
      written('done.md', 'Status: Done'),
      written('archive/left.md', 'Status: To do'),
      written('asks.md', 'Status: To do\nWaiting on: @kenji'),
      written('after.md', 'Status: To do\nDepends on: [free](free.md)'),
      workItem('gaps.md', { missing: ['done'], inProgress: false, statusKind: 'active' }),
      workItem('README.md', { workItem: false, inProgress: false }),
    ];
    assert.deepEqual(drawn(await start(items)), ['free | frees 1 · To do', 'mine | yours · due 2026-12-01 · To do']);
  });

  it('come in the order in which they set free others, by way of others, too', async () => {
    const items = [
      written('task-1.md', 'Status: To do'),
      written('task-2.md', 'Status: To do\nOwner: @me'),
      written('task-3.md', 'Status: To do'),
      written('task-4.md', 'Status: To do\nDepends on: task-3'),
      written('task-5.md', 'Status: To do\nDepends on: task-4'),
      written('task-6.md', 'Status: To do\nDepends on: task-1'),
      written('task-7.md', 'Status: Done\nDepends on: task-1'),
    ];
    const rows = await start(items);
    assert.deepEqual(drawn(rows), ['task-3 | frees 2 · To do', 'task-1 | frees 1 · To do', 'task-2 | yours · To do']);
    assert.equal(
      rows.nodes.get('/w/task-3.md')?.accessibilityLabel,
      'task-3, ready, status: To do, frees 2 work items',
    );
  });

  it('may wait on what is finished, and name the folder in a workspace of several', async () => {
    const items = [
      written('task-1.md', 'Status: To do\nBlocked by: task-2'),
      written('task-2.md', 'Status: Done'),
      written('b.md', 'Status: To do', { folder: '/v' }),
    ];
    assert.deepEqual(drawn(await start(items, two)), ['b | To do · lighthouse', 'task-1 | To do · harbor']);
  });
});
