import assert from 'node:assert/strict';
import {
  changedNodes,
  missingPoints,
  type TreeNode,
  type WorkItemTree,
  workItemTree,
} from '../../src/app/work-item-tree.ts';
import type { IndexedDocument } from '../../src/app/workspace-index.ts';
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

  it('knows which documents stand where their reports put them', () => {
    const tree = workItemTree(folders, [workItem('a.md'), workItem('b.md', { missing: ['goal'] })]);
    assert.ok(tree.holds(workItem('a.md', { status: 'In Review' })));
    assert.ok(!tree.holds(workItem('a.md', { missing: ['done'] })));
    assert.ok(!tree.holds(workItem('b.md', { workItem: false })));
    assert.ok(!tree.holds(workItem('c.md')));
    assert.ok(tree.holds(workItem('c.md', { workItem: false })));
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
      ['/w/a.md', '/w/b.md', '/w/c.md', tree.roots[0] ?? ''].map((id) => node(tree, id).notReady),
      [undefined, true, undefined, undefined],
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
    assert.equal(workItemTree(two, items).notReady, 2);
  });

  it('has a tooltip with everything about a work item', () => {
    const tree = workItemTree(folders, [workItem('tasks/a.md', { missing: ['done'] })]);
    const tooltip = tree.tooltip('/w/tasks/a.md');
    assert.deepEqual([tooltip?.title, tooltip?.path, tooltip?.status], ['a', 'tasks/a.md', 'In Progress']);
    assert.deepEqual(tooltip?.points.at(-1), { name: 'Definition of done', met: false, evidence: 'no done' });
    assert.equal(tree.tooltip('/w/b.md'), undefined);
  });
});

describe('what has changed in the tree', () => {
  const a = workItem('a.md', { missing: ['done', 'goal'] });
  const b = workItem('b.md', { missing: ['done'] });
  const changes = (before: IndexedDocument[], after: IndexedDocument[], keys: string[]) =>
    changedNodes(workItemTree(folders, before), workItemTree(folders, after), keys);

  it('is nothing when nothing has', () => assert.deepEqual(changes([a, b], [a, b], []), []));

  it('is a row whose document has changed where it stands', () => {
    const titled = workItem('b.md', { missing: ['done'], title: 'Another' });
    assert.deepEqual(changes([a, b], [a, titled], ['/w/b.md']), ['/w/b.md']);
  });

  it('is nothing for a document that is no work item', () => {
    assert.deepEqual(changes([a, b], [a, b], ['/w/README.md']), []);
  });

  it('is a group whose rows come, go or move', () => {
    const c = workItem('c.md', { missing: ['done'] });
    assert.deepEqual(changes([a, b], [a, b, c], ['/w/c.md']), ['/w|not-ready']);
    assert.deepEqual(changes([a, b, c], [a, b], ['/w/c.md']), ['/w|not-ready']);
    const mended = workItem('a.md');
    const ready = workItem('r.md');
    assert.deepEqual(changes([a, b, ready], [mended, b, ready], ['/w/a.md']), ['/w|not-ready', '/w|ready']);
  });

  it('is everything when a group comes or goes', () => {
    assert.equal(changes([a, b], [workItem('a.md'), b], ['/w/a.md']), null);
    assert.equal(changes([], [a], ['/w/a.md']), null);
  });

  it('is everything when a great many rows change', () => {
    const many = Array.from({ length: 200 }, (_, n) => workItem(`${n}.md`));
    assert.equal(
      changes(
        many,
        many,
        many.map(({ document }) => document.key),
      ),
      null,
    );
  });

  it('is a folder when one of its groups comes', () => {
    const before = workItemTree(two, [a, workItem('v.md', { folder: '/v' })]);
    const after = workItemTree(two, [a, workItem('b.md'), workItem('v.md', { folder: '/v' })]);
    assert.deepEqual(changedNodes(before, after, ['/w/b.md']), ['/w']);
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
