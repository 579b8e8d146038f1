import assert from 'node:assert/strict';
import { workItemLenses } from '../../src/app/work-item-lenses.ts';
import type { Finding } from '../../src/core/report.ts';
import { workItem } from '../fakes/reports.ts';

const titles = (...item: Parameters<typeof workItem>): string[] =>
  workItemLenses(workItem(...item).report, 0).map(({ title }) => title);

const finding = (rule: string, fixable = true): Finding => ({
  rule,
  fixable,
  severity: 'warning',
  message: '',
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
});

describe('the lenses of a work item', () => {
  it('say how ready it is and what is missing', () => {
    assert.deepEqual(titles('a.md'), ['Ready', 'Write handoff note']);
    assert.deepEqual(titles('a.md', { missing: ['resources', 'done'] }), [
      '3 of 5 · missing: Resources, Definition of done',
      'Write handoff note',
    ]);
    assert.deepEqual(titles('a.md', { missing: ['done'], finished: true }), ['Finished', 'Write handoff note']);
  });

  it('offer to add what is missing where that can be added', () => {
    const lenses = (...findings: readonly Finding[]) => titles('a.md', { missing: ['done'], findings });
    assert.ok(lenses(finding('front-matter-invalid'), finding('done-missing')).includes('Add what is missing'));
    assert.ok(!lenses(finding('done-missing', false)).includes('Add what is missing'));
    assert.ok(!lenses(finding('front-matter-invalid')).includes('Add what is missing'));
    assert.ok(!titles('a.md', { findings: [finding('goal-vague')] }).includes('Add what is missing'));
  });

  it('say how much waits on it, while it is open', () => {
    const titles = (dependants: number, finished = false) =>
      workItemLenses(workItem('a.md', { finished }).report, dependants).map(({ title }) => title);
    assert.deepEqual(titles(1), ['Ready', '1 waits on this', 'Write handoff note']);
    assert.deepEqual(titles(2), ['Ready', '2 wait on this', 'Write handoff note']);
    assert.deepEqual(titles(2, true), ['Finished', 'Write handoff note']);
  });

  it('stand at the title', () => {
    const { report } = workItem('a.md', { missing: ['done'], findings: [finding('done-missing')] });
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
