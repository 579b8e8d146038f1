import assert from 'node:assert/strict';
import { type Configuration, checkedBy } from '../../src/app/checked-by.ts';
import type { DocumentReport } from '../../src/core/report.ts';
import { workItem } from '../fakes/reports.ts';

const settings = { rules: {}, problems: null };

describe('what is checked', () => {
  it('says what a document is taken for', () => {
    const text = (report: DocumentReport | undefined | null) => checkedBy(report, settings).text;
    const { report } = workItem('a.md', { missing: ['done'] });
    assert.equal(text(report), 'Async Ready: work item, 4 of 5');
    assert.equal(text(workItem('a.md').report), 'Async Ready: work item, ready');
    assert.equal(text({ ...report, finished: true }), 'Async Ready: work item, finished');
    assert.equal(text({ ...report, path: 'archive/a.md' }), 'Async Ready: work item, set aside');
    assert.equal(text({ ...report, workItem: false }), 'Async Ready: not a work item');
    assert.equal(text(undefined), 'Async Ready: being read');
    assert.equal(text(null), 'Async Ready: not looked at');
  });

  it('says by which configuration', () => {
    const detail = (configuration: Configuration) => checkedBy(null, configuration).detail;
    assert.equal(detail(settings), 'settings');
    assert.equal(detail({ rules: { 'goal-missing': 'hint' }, problems: 0 }), '.async-ready.yml');
    assert.equal(detail({ rules: { 'goal-missing': 'off' }, problems: null }), 'settings, 1 rule off');
    const two = { 'goal-missing': 'off', 'done-missing': 'off' } as const;
    assert.equal(detail({ rules: two, problems: 0 }), '.async-ready.yml, 2 rules off');
    assert.equal(detail({ rules: two, problems: 1 }), '.async-ready.yml has 1 problem');
  });
});
