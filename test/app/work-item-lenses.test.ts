import assert from 'node:assert/strict';
import { workItemLenses } from '../../src/app/work-item-lenses.ts';
import { workItem } from '../fakes/reports.ts';

const titles = (...item: Parameters<typeof workItem>): string[] =>
  workItemLenses(workItem(...item).report, 0).map(({ title }) => title);

describe('the lenses of a work item', () => {
  it('say how ready it is and what is missing', () => {
    assert.deepEqual(titles('a.md'), ['Ready', 'Write handoff note']);
    assert.deepEqual(titles('a.md', { missing: ['resources', 'done'] }), [
      '3 of 5 · missing: Resources, Definition of done',
      'Write handoff note',
    ]);
    assert.deepEqual(titles('a.md', { missing: ['done'], finished: true }), ['Finished', 'Write handoff note']);
    const putAway = titles('archive/a.md', { missing: ['done'], additions: 1 });
    assert.deepEqual(putAway, ['Set aside', 'Write handoff note']);
  });

  it('offer to add what is missing where that can be added', () => {
    const lenses = (additions: number) => titles('a.md', { missing: ['done'], additions });
    assert.ok(lenses(1).includes('Add what is missing'));
    assert.ok(!lenses(0).includes('Add what is missing'));
    assert.ok(!titles('a.md', { additions: 1 }).includes('Add what is missing'));
  });

  it('say how much waits on it, while it is open', () => {
    const titles = (dependants: number, finished = false) =>
      workItemLenses(workItem('a.md', { finished }).report, dependants).map(({ title }) => title);
    assert.deepEqual(titles(1), ['Ready', '1 waits on this', 'Write handoff note']);
    assert.deepEqual(titles(2), ['Ready', '2 wait on this', 'Write handoff note']);
    assert.deepEqual(titles(2, true), ['Finished', 'Write handoff note']);
  });

  it('stand at the title', () => {
    const { report } = workItem('a.md', { missing: ['done'], additions: 1 });
    assert.deepEqual(
      workItemLenses(report, 0).map(({ action, range }) => [action, range]),
      [
        ['show', report.titleRange],
        ['add', report.titleRange],
        ['hand-off', report.titleRange],
      ],
    );
  });

  it('are for work items only', () => {
    assert.deepEqual(titles('README.md', { workItem: false }), []);
    assert.deepEqual(workItemLenses(undefined, 0), []);
  });
});
