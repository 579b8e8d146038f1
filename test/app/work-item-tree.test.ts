import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Grouping, groupings } from '../../src/app/groupings.ts';
import { missingPoints } from '../../src/app/readiness.ts';
import type { TreeNode } from '../../src/app/tree-node.ts';
import { facetsIn } from '../../src/app/work-item-facets.ts';
import { type Filter, filterName, isFiltering, noFilter } from '../../src/app/work-item-filter.ts';
import { plainView, type TreeView } from '../../src/app/work-item-rows.ts';
import { workItemTooltip } from '../../src/app/work-item-tooltip.ts';
import { type WorkItemTree, workItemTree } from '../../src/app/work-item-tree.ts';
import type { IndexedDocument } from '../../src/app/workspace-index.ts';
import { createGraph } from '../../src/core/graph/graph.ts';
import type { PointId } from '../../src/core/report.ts';
import { workItem } from '../fakes/reports.ts';

const folders = [{ key: '/w', name: 'harbor' }];
const two = [...folders, { key: '/v', name: 'lighthouse' }];

function node(tree: WorkItemTree, id: string): TreeNode {
  const found = tree.node(id);
  assert.ok(found, `there is no row ${id}`);
  return found;
}

/** The tree as text: an indented line for each row, points left out. */
function drawn(tree: WorkItemTree): string[] {
  const draw = (id: string, indent: string): string[] => {
    const { kind, label, description, children } = node(tree, id);
    if (kind === 'point') return [];
    const line = indent + [label, description].filter(Boolean).join(' | ');
    return [line, ...children.flatMap((child) => draw(child, `${indent}  `))];
  };
  return tree.roots.flatMap((root) => draw(root, ''));
}

describe('the tree of work items', () => {
  it('groups work items by readiness and leaves out empty groups', () => {
    const items = [
      workItem('tasks/ready.md'),
      workItem('tasks/gaps.md', { missing: ['done'] }),
      workItem('tasks/old.md', { missing: ['status', 'done'], finished: true, status: 'Done' }),
    ];
    assert.deepEqual(drawn(workItemTree(folders, items)), [
      'Not ready (1)',
      '  gaps | 4 of 5 · In Progress',
      'Ready (1)',
      '  ready | In Progress',
      'Finished (1)',
      '  old | Done',
    ]);
    assert.deepEqual(drawn(workItemTree(folders, items.slice(0, 1))), ['Ready (1)', '  ready | In Progress']);
    assert.deepEqual(drawn(workItemTree(folders, [])), []);
  });

  it('shows work items of the workspace only', () => {
    const items = [workItem('README.md', { workItem: false }), workItem('elsewhere.md', { folder: '/x' })];
    assert.deepEqual(drawn(workItemTree(folders, items)), []);
  });

  it('opens all groups but the finished ones', () => {
    const items = [workItem('a.md'), workItem('b.md', { missing: ['goal'] }), workItem('c.md', { finished: true })];
    const tree = workItemTree(folders, items);
    assert.deepEqual(
      tree.roots.map((id) => node(tree, id).expanded),
      [true, true, false],
    );
  });

  it('marks the work items that are open and not ready', () => {
    const items = [
      workItem('a.md'),
      workItem('b.md', { missing: ['goal'] }),
      workItem('c.md', { missing: ['goal'], finished: true }),
    ];
    const tree = workItemTree(folders, items);
    assert.deepEqual(
      ['/w/a.md', '/w/b.md', '/w/c.md', tree.roots[0] ?? ''].map((id) => node(tree, id).state),
      [undefined, 'notReady', 'finished', undefined],
    );
  });

  it('puts what lacks most first, then sorts by path as people do', () => {
    const items = [
      workItem('tasks/task-10.md', { missing: ['done'] }),
      workItem('tasks/Task-9.md', { missing: ['done'] }),
      workItem('tasks/élan.md', { missing: ['done'] }),
      workItem('tasks/zeal.md', { missing: ['done'] }),
      workItem('tasks/empty.md', { missing: ['done', 'goal'] }),
      workItem('tasks-2/a.md', { missing: ['done'] }),
    ];
    const tree = workItemTree(folders, items);
    assert.deepEqual(
      node(tree, tree.roots[0] ?? '').children.map((id) => node(tree, id).label),
      ['empty', 'élan', 'Task-9', 'task-10', 'zeal', 'a'],
    );
  });

  it('has workspace folders above the groups when there are several', () => {
    const items = [workItem('a.md'), workItem('b.md', { folder: '/v', missing: ['goal'] })];
    assert.deepEqual(drawn(workItemTree(two, items)), [
      'harbor',
      '  Ready (1)',
      '    a | In Progress',
      'lighthouse',
      '  Not ready (1)',
      '    b | 4 of 5 · In Progress',
    ]);
    assert.deepEqual(drawn(workItemTree(two, items.slice(0, 1)))[0], 'harbor');
    assert.equal(workItemTree(two, items.slice(0, 1)).roots.length, 1);
  });

  it('has the five points under a work item, each with its evidence and place', () => {
    const tree = workItemTree(folders, [workItem('a.md', { missing: ['resources'] })]);
    const points = node(tree, '/w/a.md').children.map((id) => node(tree, id));
    assert.deepEqual(
      points.map(({ label, description, icon, target }) => [label, description, icon?.name, target?.range.start.line]),
      [
        ['Goal', 'the goal', 'check', 1],
        ['Resources', 'no resources', 'warning', 2],
        ['Status and next action', 'the status', 'check', 3],
        ['Dependencies', 'the dependencies', 'check', 4],
        ['Definition of done', 'the done', 'check', 5],
      ],
    );
  });

  it('says in words what a row says by its looks', () => {
    const items = [
      workItem('a.md', { missing: ['resources', 'done'] }),
      workItem('b.md', { status: null }),
      workItem('c.md', { finished: true, status: 'Closed', missing: ['done'] }),
    ];
    const tree = workItemTree(folders, items);
    const spoken = (id: string) => node(tree, id).accessibilityLabel;
    assert.equal(
      spoken('/w/a.md'),
      'a, not ready, 3 of 5 points met, missing: Resources, Definition of done, status: In Progress',
    );
    assert.equal(spoken('/w/b.md'), 'b, ready');
    assert.equal(spoken('/w/c.md'), 'c, finished, status: Closed');
    assert.equal(spoken('/w/a.md#resources'), 'Resources, missing: no resources');
    assert.equal(spoken('/w/a.md#goal'), 'Goal, met: the goal');
    assert.equal(spoken(tree.roots[0] ?? ''), 'Not ready, 1 work item');
  });

  it('knows every row’s parent', () => {
    const tree = workItemTree(two, [workItem('a.md')]);
    const path: string[] = [];
    for (let id: string | null = '/w/a.md#goal'; id !== null; id = node(tree, id).parent)
      path.push(node(tree, id).label);
    assert.deepEqual(path, ['Goal', 'a', 'Ready (1)', 'harbor']);
  });

  it('knows no row that is not there', () => {
    const tree = workItemTree(folders, [workItem('a.md')]);
    for (const id of ['/w/b.md', '/w/a.md#nothing', '/w/b.md#goal', '']) {
      assert.equal(tree.node(id), undefined);
      assert.equal(tree.parent(id), undefined);
    }
  });

  it('finds documents whose names hold a #', () => {
    const tree = workItemTree(folders, [workItem('c#.md'), workItem('a#goal')]);
    assert.equal(node(tree, '/w/c#.md#goal').label, 'Goal');
    assert.equal(node(tree, '/w/a#goal#done').label, 'Definition of done');
    assert.equal(node(tree, '/w/a#goal').kind, 'workItem');
  });

  it('counts the open work items that are not ready', () => {
    const items = [
      workItem('a.md', { missing: ['goal'] }),
      workItem('b.md', { missing: ['goal'], folder: '/v' }),
      workItem('c.md', { missing: ['goal'], finished: true }),
      workItem('d.md'),
    ];
    assert.equal(workItemTree(two, items).counts.notReady, 2);
  });
});

/** The tree of `items`, drawn, as `view` asks for it. */
function drawnBy(grouping: Grouping, items: readonly IndexedDocument[], view: Partial<TreeView> = {}): string[] {
  const isMe = (name: string): boolean => name === '@me';
  return drawn(workItemTree(folders, items, { ...plainView, today: '2026-11-20', isMe, grouping, ...view }));
}

describe('the groups of work items', () => {
  const todo = { status: 'To do', statusKind: 'active' } as const;
  const done = { status: 'Done', statusKind: 'finished', finished: true } as const;

  it('are by status, in the words of the team and the order of the work', () => {
    const items = [
      workItem('a.md', { ...todo, owner: 'Mara' }),
      workItem('b.md', { status: 'to-do', statusKind: 'active' }),
      workItem('c.md', { status: 'In review since Monday. Half works.' }),
      workItem('d.md', { status: 'Blocked (legal)', statusKind: 'blocked', missing: ['done'] }),
      workItem('e.md', done),
      workItem('f.md', { status: 'Purple', statusKind: null }),
      workItem('g.md', { status: null, statusKind: null }),
      workItem('h.md', { status: null, statusKind: null, finished: true }),
      workItem('i.md', { status: '50 %' }),
    ];
    assert.deepEqual(drawnBy('status', items), [
      'Blocked (1) | 1 not ready',
      '  d | 4 of 5',
      'In progress (1)',
      '  i',
      'In review (1)',
      '  c',
      'To do (2)',
      '  a | Mara',
      '  b',
      'Purple (1)',
      '  f',
      'No status (1)',
      '  g',
      'Finished (1)',
      '  h',
      'Done (1)',
      '  e',
    ]);
  });

  it('keep apart what nobody takes up: put away or deferred', () => {
    const items = [
      workItem('a.md', { ...todo, missing: ['done'] }),
      workItem('archive/b.md', { ...todo, missing: ['done'], due: '2026-01-01' }),
      workItem('c.md', { status: 'Deferred until spring', statusKind: 'blocked' }),
      workItem('old/d.md', done),
    ];
    assert.deepEqual(drawnBy('readiness', items), [
      'Not ready (1)',
      '  a | 4 of 5 · To do',
      'Set aside (2)',
      '  b | To do',
      '  c | Deferred until spring',
      'Finished (1)',
      '  d | Done',
    ]);
    assert.deepEqual(drawnBy('folder', items).slice(-5, -2), [
      'Set aside (2)',
      '  b | To do',
      '  c | Deferred until spring',
    ]);
    const tree = workItemTree(folders, items);
    assert.equal(tree.counts.notReady, 1);
    assert.equal(node(tree, tree.roots[1] ?? '').expanded, false);
    assert.match(node(tree, '/w/archive/b.md').accessibilityLabel, /^b, set aside, status: To do/);
    assert.equal(node(tree, '/w/archive/b.md').state, undefined);
  });

  it('are by folder', () => {
    const items = [workItem('tasks/b.md'), workItem('a.md'), workItem('tasks/api/c.md'), workItem('tasks/d.md', done)];
    assert.deepEqual(drawnBy('folder', items), [
      'At the top (1)',
      '  a | In Progress',
      'tasks (1)',
      '  b | In Progress',
      'tasks/api (1)',
      '  c | In Progress',
      'Finished (1)',
      '  d | Done',
    ]);
  });

  it('are by owner: the reader’s first, then the others’, what nobody owns, what is finished', () => {
    const items = [
      workItem('a.md', { owner: 'Priya' }),
      workItem('b.md', { owner: '@me, mara' }),
      workItem('c.md'),
      workItem('d.md', { owner: 'Mara' }),
      workItem('e.md', { ...done, owner: '@me' }),
    ];
    assert.deepEqual(drawnBy('owner', items), [
      'Mine (1)',
      '  b | In Progress',
      'mara (2)',
      '  b | In Progress',
      '  d | In Progress',
      'Priya (1)',
      '  a | In Progress',
      'No owner (1)',
      '  c | In Progress',
      'Finished (1)',
      '  e | Done',
    ]);
  });

  it('are by milestone and by label', () => {
    const items = [
      workItem('a.md', { ...todo, milestone: 'v10', labels: ['API', 'web'] }),
      workItem('b.md', { ...todo, milestone: 'v2', labels: ['api'], owner: 'Mara' }),
      workItem('c.md', todo),
    ];
    assert.deepEqual(drawnBy('milestone', items), [
      'v2 (1)',
      '  b | To do · Mara',
      'v10 (1)',
      '  a | To do',
      'No milestone (1)',
      '  c | To do',
    ]);
    assert.deepEqual(drawnBy('label', items), [
      'API (2)',
      '  a | To do',
      '  b | To do · Mara',
      'web (1)',
      '  a | To do',
      'No label (1)',
      '  c | To do',
    ]);
  });

  it('are by due date, what is due first before the rest', () => {
    const items = [
      workItem('a.md', { due: '2026-12-24' }),
      workItem('b.md', { due: '2026-11-27' }),
      workItem('c.md', { due: '2026-11-21', missing: ['done'] }),
      workItem('d.md', { due: '2026-11-20' }),
      workItem('e.md', { due: '2026-11-19' }),
      workItem('f.md'),
    ];
    assert.deepEqual(drawnBy('due', items), [
      'Overdue (1)',
      '  e | overdue since 2026-11-19 · In Progress',
      'Due today (1)',
      '  d | due 2026-11-20 · In Progress',
      'Due within a week (2) | 1 not ready',
      '  c | 4 of 5 · due 2026-11-21 · In Progress',
      '  b | due 2026-11-27 · In Progress',
      'Due later (1)',
      '  a | due 2026-12-24 · In Progress',
      'No due date (1)',
      '  f | In Progress',
    ]);
  });

  it('give a work item in several of them rows with ids of their own', () => {
    const tree = workItemTree(folders, [workItem('a.md', { labels: ['api', 'C#'] })], {
      ...plainView,
      grouping: 'label',
    });
    const rows = tree.rowsOf('/w/a.md');
    assert.equal(rows[0], '/w/a.md');
    assert.equal(rows.length, 2);
    assert.deepEqual(
      rows.map((id) => node(tree, tree.parent(id) ?? '').label),
      ['api (1)', 'C# (1)'],
    );
    assert.deepEqual(node(tree, rows[1] ?? '').children.map((id) => [node(tree, id).label, node(tree, id).parent])[0], [
      'Goal',
      rows[1],
    ]);
  });

  it('say what work items get that are moved there', () => {
    const items = [
      workItem('a.md', { ...todo, owner: 'Mara' }),
      workItem('b.md', { ...done }),
      workItem('c.md', { status: '50 %' }),
    ];
    const moves = (grouping: Grouping) => {
      const tree = workItemTree(folders, items, { ...plainView, grouping });
      return tree.roots.map((id) => tree.moveTo(id) ?? null);
    };
    assert.deepEqual(moves('status'), [
      { field: 'status', kind: 'in-progress', word: null },
      { field: 'status', kind: 'active', word: 'To do' },
      { field: 'status', kind: 'finished', word: 'Done' },
    ]);
    assert.deepEqual(moves('owner'), [
      { field: 'owner', name: 'Mara' },
      null,
      { field: 'status', kind: 'finished', word: null },
    ]);
    const tree = workItemTree(folders, items, { ...plainView, grouping: 'status' });
    assert.deepEqual(tree.moveTo('/w/a.md#goal'), { field: 'status', kind: 'active', word: 'To do' });
  });

  it('say in words what they and their rows show', () => {
    const items = [workItem('a.md', { owner: 'Mara', due: '2026-11-19', missing: ['done'] })];
    const tree = workItemTree(folders, items, { ...plainView, today: '2026-11-20', grouping: 'owner' });
    assert.equal(node(tree, tree.roots[0] ?? '').accessibilityLabel, 'Mara, 1 work item, 1 not ready');
    assert.equal(
      node(tree, '/w/a.md').accessibilityLabel,
      'a, not ready, 4 of 5 points met, missing: Definition of done, status: In Progress, owner: Mara, overdue since 2026-11-19',
    );
  });
});

describe('the filter of work items', () => {
  const items = [
    workItem('tasks/cache.md', { title: 'Cache the list', owner: 'Mara', labels: ['api'] }),
    workItem('tasks/task-12 - Log in.md', { title: 'Log in', owner: '@me', missing: ['goal'] }),
    workItem('tasks/old.md', { title: 'Old cache', finished: true, status: 'Done', statusKind: 'finished' }),
    workItem('README.md', { workItem: false, title: 'Cache' }),
  ];
  const shown = (filter: Filter): string[] =>
    drawnBy('folder', items, { filter }).filter((line) => line.startsWith(' '));
  const facet = (grouping: Grouping, key: string) => ({ grouping, key, name: key });

  it('lets through what holds all words, in title, path, id, owner or labels', () => {
    assert.deepEqual(shown({ ...noFilter, text: 'CACHE' }), [
      '  Cache the list | In Progress · Mara',
      '  Old cache | Done',
    ]);
    assert.deepEqual(shown({ ...noFilter, text: ' cache  mara' }), ['  Cache the list | In Progress · Mara']);
    assert.deepEqual(shown({ ...noFilter, text: 'task-12' }).length, 1);
    assert.deepEqual(shown({ ...noFilter, text: 'nothing' }), []);
  });

  it('lets through what has one facet of each grouping that is asked for', () => {
    const [owner, me, notReady] = [
      facet('owner', 'owner:mara'),
      facet('owner', 'owner:me'),
      facet('readiness', 'not-ready'),
    ];
    assert.equal(shown({ text: '', facets: [owner] }).length, 1);
    assert.equal(shown({ text: '', facets: [owner, me] }).length, 2);
    assert.deepEqual(shown({ text: '', facets: [owner, me, notReady] }), ['  Log in | 4 of 5 · In Progress · @me']);
    assert.deepEqual(shown({ text: 'cache', facets: [me] }), []);
  });

  it('opens every group, and tells how much of all is shown', () => {
    const filter = { ...noFilter, text: 'old' };
    const tree = workItemTree(folders, items, { ...plainView, filter });
    assert.deepEqual(
      tree.roots.map((id) => node(tree, id).expanded),
      [true],
    );
    assert.deepEqual(tree.counts, { shown: 1, all: 3, notReady: 1 });
  });

  it('has a name', () => {
    assert.equal(isFiltering({ ...noFilter, text: ' ' }), false);
    assert.equal(
      filterName({ text: ' log ', facets: [{ ...facet('owner', 'owner:me'), name: 'Mine' }] }),
      '“log”, Mine',
    );
  });

  it('offers what is over behind what is open, however often it is there', () => {
    const over = [1, 2].map((at) => workItem(`archive/${at}.md`));
    const finished = [1, 2, 3].map((at) => workItem(`${at}.md`, { finished: true, status: null, statusKind: null }));
    const found = facetsIn([...finished, ...over, workItem('a.md')], { today: '', isMe: () => false });
    assert.deepEqual(
      found.slice(0, 6).map(({ grouping, name, count }) => `${grouping} ${name} ${count}`),
      [
        'readiness Ready 1',
        'readiness Set aside 2',
        'readiness Finished 3',
        'owner No owner 6',
        'status In Progress 3',
        'status Finished 3',
      ],
    );
  });

  it('offers what work items have, with how many', () => {
    const found = facetsIn(items, { today: '', isMe: (name) => name === '@me' });
    assert.deepEqual(
      found.map(({ grouping, name, count }) => `${grouping} ${name} ${count}`),
      [
        'readiness Not ready 1',
        'readiness Ready 1',
        'readiness Finished 1',
        'owner Mine 1',
        'owner Mara 1',
        'owner No owner 1',
        'status In Progress 2',
        'status Done 1',
        'label No label 2',
        'label api 1',
        'milestone No milestone 3',
      ],
    );
  });
});

describe('the tooltip of a work item', () => {
  it('has everything about it', () => {
    const { report } = workItem('tasks/task-7 a.md', { missing: ['done'], owner: 'Mara', labels: ['api', 'web'] });
    const { title, path, facts, points } = workItemTooltip(report);
    assert.deepEqual([title, path], ['task-7 a', 'tasks/task-7 a.md']);
    assert.deepEqual(
      facts.map(({ label, value }) => `${label}: ${value}`),
      ['Id: task-7', 'Status: In Progress', 'Readiness: 4 of 5', 'Owner: Mara', 'Labels: api, web'],
    );
    assert.deepEqual(points.at(-1), { name: 'Definition of done', met: false, evidence: 'no done' });
    const aside = workItemTooltip({ ...report, status: 'Deferred' });
    assert.deepEqual(aside.facts[2], { label: 'Readiness', value: 'set aside' });
  });

  it('tells what it waits on and what it holds up', () => {
    const graph = createGraph();
    const waiting = { id: 'task-1', relation: 'waits-on', blocking: false, listed: true, inFrontMatter: true } as const;
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const items = [
      workItem('task-1.md', { title: 'First' }),
      workItem('task-2.md', { title: 'Second', dependencies: [{ ...waiting, range }] }),
    ];
    for (const { document, report } of items) graph.set({ ...document, report });
    const facts = items.map(({ document, report }) => workItemTooltip(report, document.key, graph).facts.at(-1));
    assert.deepEqual(facts, [
      { label: 'Holds up', value: 'task-2 Second' },
      { label: 'Waits on', value: 'task-1 First' },
    ]);
  });
});

describe('a tree that follows changes', () => {
  const a = workItem('a.md', { missing: ['done', 'goal'] });
  const b = workItem('b.md', { missing: ['done'] });
  const keyOf = ({ document }: IndexedDocument) => document.key;

  /** What is to be shown anew when `after` takes the place of `before`, and what was shown is right. */
  function changes(
    before: readonly IndexedDocument[],
    after: readonly IndexedDocument[],
    keys: readonly string[],
    { view = plainView, of = folders }: { view?: TreeView; of?: typeof folders } = {},
  ) {
    const tree = workItemTree(of, before, view);
    for (const root of tree.roots) node(tree, root);
    const rows = tree.follow(keys.map((key) => [key, after.find((item) => keyOf(item) === key)] as const));
    const anew = workItemTree(of, after, view);
    assert.deepEqual(drawn(tree), drawn(anew));
    assert.deepEqual(tree.counts, anew.counts);
    return rows;
  }

  it('shows nothing anew when nothing has changed', () => assert.deepEqual(changes([a, b], [a, b], []), []));

  it('shows a row anew whose document has changed where it stands', () => {
    const titled = workItem('b.md', { missing: ['done'], title: 'Another' });
    assert.deepEqual(changes([a, b], [a, titled], ['/w/b.md']), ['/w/b.md']);
  });

  it('shows all rows of such a document', () => {
    const view: TreeView = { ...plainView, grouping: 'label' };
    const labels = ['api', 'web'];
    const before = workItem('a.md', { labels });
    assert.deepEqual(changes([before], [workItem('a.md', { labels, title: 'Another' })], ['/w/a.md'], { view }), [
      '/w/a.md',
      '/w/a.md\nlabel:web',
    ]);
    assert.equal(changes([before], [workItem('a.md', { labels: ['api'] })], ['/w/a.md'], { view }), null);
  });

  it('folds groups that would show more than 2,000 rows with those before them, as what VS Code has not seen yet', () => {
    const many = (count: number, missing: readonly PointId[]) =>
      Array.from({ length: count }, (_, at) => workItem(`${missing.length}-${at}.md`, { missing }));
    const groups = (items: readonly IndexedDocument[]) => {
      const tree = workItemTree(folders, items);
      return tree.roots.map((id) => tree.node(id)).map((row) => [row?.expanded, row?.tooMany]);
    };
    const unfolded = [true, undefined];
    assert.deepEqual(groups([...many(1000, ['done']), ...many(1000, [])]), [unfolded, unfolded]);
    assert.deepEqual(groups([...many(1001, ['done']), ...many(1000, [])]), [unfolded, [false, true]]);
    assert.deepEqual(groups(many(2001, ['done'])), [unfolded]);
  });

  it('knows what it was made from, and only that', () => {
    const note = workItem('note.md', { workItem: false });
    const tree = workItemTree(folders, [a, note]);
    const isCurrent = (item: IndexedDocument, now: IndexedDocument | undefined) => tree.isCurrent(keyOf(item), now);
    assert.deepEqual([isCurrent(a, a), isCurrent(a, { ...a }), isCurrent(a, undefined)], [true, false, false]);
    assert.deepEqual([isCurrent(note, note), isCurrent(b, b), isCurrent(b, undefined)], [true, false, true]);
  });

  it('shows nothing of a document that is no work item', () => {
    assert.deepEqual(changes([a, b], [a, b], ['/w/README.md']), []);
    assert.deepEqual(changes([a, b], [a, b, workItem('n.md', { workItem: false })], ['/w/n.md']), []);
  });

  it('shows a group anew whose rows come, go or move', () => {
    const c = workItem('c.md', { missing: ['done'] });
    assert.deepEqual(changes([a, b], [a, b, c], ['/w/c.md']), ['/w|not-ready']);
    assert.deepEqual(changes([a, b, c], [a, b], ['/w/c.md']), ['/w|not-ready']);
    const mended = workItem('a.md');
    const ready = workItem('r.md');
    assert.deepEqual(changes([a, b, ready], [mended, b, ready], ['/w/a.md']), ['/w|not-ready', '/w|ready']);
    const worse = workItem('c.md', { missing: ['done', 'goal', 'status'] });
    assert.deepEqual(changes([a, b, c], [a, b, worse], ['/w/c.md']), ['/w|not-ready']);
  });

  it('shows everything anew when a group comes or goes', () => {
    assert.equal(changes([a, b], [workItem('a.md'), b], ['/w/a.md']), null);
    assert.equal(changes([], [a], ['/w/a.md']), null);
    assert.equal(changes([a], [], ['/w/a.md']), null);
  });

  it('shows everything anew when a great many rows change', () => {
    const many = Array.from({ length: 200 }, (_, n) => workItem(`${n}.md`));
    assert.equal(changes(many, many, many.map(keyOf)), null);
  });

  it('shows a folder anew when one of its groups comes', () => {
    const other = workItem('v.md', { folder: '/v' });
    assert.deepEqual(changes([a, other], [a, workItem('b.md'), other], ['/w/b.md'], { of: two }), ['/w']);
    assert.equal(changes([other], [a, other], ['/w/a.md'], { of: two }), null);
  });

  it('keeps the filter', () => {
    const view: TreeView = { ...plainView, filter: { text: 'another', facets: [] } };
    const titled = workItem('b.md', { missing: ['done'], title: 'Another' });
    assert.equal(changes([a, b], [a, titled], ['/w/b.md'], { view }), null);
    assert.equal(changes([a, titled], [a, b], ['/w/b.md'], { view }), null);
    assert.deepEqual(changes([workItem('a.md'), titled], [a, titled], ['/w/a.md'], { view }), []);
  });

  it('ends as a tree that is made anew, whatever happens', () => {
    const paths = fc.constantFrom('a.md', 'b.md', 'B.md', 'c/d.md', 'c/e.md');
    const report = fc.record({
      missing: fc.subarray(['goal', 'done'] as PointId[]),
      finished: fc.boolean(),
      workItem: fc.boolean(),
      owner: fc.constantFrom(null, 'Mara', 'Priya, Mara'),
      labels: fc.subarray(['api', 'web', 'x']),
      folder: fc.constantFrom('/w', '/v'),
    });
    const steps = fc.array(fc.tuple(paths, fc.option(report)), { maxLength: 30 });
    const property = fc.property(steps, fc.constantFrom(...groupings), (changes, grouping) => {
      const view: TreeView = { ...plainView, grouping };
      const now = new Map<string, IndexedDocument>();
      const tree = workItemTree(two, [], view);
      for (const [path, facts] of changes) {
        const item = workItem(path, facts ?? {});
        if (facts) now.set(keyOf(item), item);
        else now.delete(keyOf(item));
        if (!tree.isCurrent(keyOf(item), now.get(keyOf(item)))) tree.follow([[keyOf(item), now.get(keyOf(item))]]);
        assert.ok(tree.isCurrent(keyOf(item), now.get(keyOf(item))));
      }
      const anew = workItemTree(two, now.values(), view);
      assert.deepEqual(drawn(tree), drawn(anew));
      assert.deepEqual(tree.counts, anew.counts);
    });
    fc.assert(property, { numRuns: 300 });
  });
});

describe('missingPoints', () => {
  const missing = (currentStatus: 'met' | 'unmet', nextAction: 'met' | 'unmet'): string => {
    const { report } = workItem('a.md', { missing: ['goal', 'status'] });
    const status = { ...report.points.status, currentStatus, nextAction };
    return missingPoints({ ...report, points: { ...report.points, status } });
  };

  it('names only the half of the status that is missing', () => {
    assert.equal(missing('met', 'unmet'), 'Goal, Next action');
    assert.equal(missing('unmet', 'met'), 'Goal, Status');
    assert.equal(missing('unmet', 'unmet'), 'Goal, Status and next action');
  });
});
