import assert from 'node:assert/strict';
import { findingsIn } from '../apply-fix.ts';

const rulesOf = (status: string, body: string): string[] =>
  findingsIn(`# Export\n\nStatus: ${status}\n\n${body}\n`).map(({ rule }) => rule);

const met = '## Done when\n\n- [x] It opens\n- [x] It prints';

describe('criteria-met-status-open', () => {
  for (const status of ['To Do', 'in progress', 'Ready', 'planned']) {
    it(`asks of "${status}" what is left, once`, () => {
      const rules = rulesOf(status, met);
      assert.ok(rules.includes('criteria-met-status-open'));
      assert.ok(!rules.includes('next-action-missing'));
    });
  }

  it('says how many criteria there are', () => {
    const finding = findingsIn(`# Export\n\nStatus: open\n\n${met}\n`).find(
      ({ rule }) => rule === 'criteria-met-status-open',
    );
    assert.match(finding?.message ?? '', /^All 2 criteria are ticked, but the status is "open"\./);
    assert.deepEqual(finding?.range.start, { line: 2, character: 8 });
  });

  const quiet: Readonly<Record<string, readonly [string, string]>> = {
    'a review': ['in review', met],
    tests: ['Testing', met],
    'a draft': ['Draft', met],
    'a pause': ['paused', met],
    'blocked work': ['Blocked', met],
    'finished work': ['Done', met],
    'an unknown status': ['Somewhere', met],
    'one criterion': ['open', met.replace('\n- [x] It prints', '')],
    'an open criterion': ['open', met.replace('[x]', '[ ]')],
    'an open box elsewhere': ['open', `${met}\n\n## Notes\n\n- [ ] Ask Jo`],
    'next steps': ['open', `${met}\n\n## Next steps\n\nTake the old page off the menu.`],
    'a next action': ['open', `${met}\n\nNext: take the old page off the menu`],
    'ticked tasks without criteria': ['open', met.replace('Done when', 'Tasks')],
  };
  for (const [name, [status, body]] of Object.entries(quiet)) {
    it(`is quiet about ${name}`, () => assert.ok(!rulesOf(status, body).includes('criteria-met-status-open')));
  }

  it('takes a plan for what has been carried out', () => {
    assert.ok(rulesOf('open', `${met}\n\n## Plan\n\nPrint it to a file first.`).includes('criteria-met-status-open'));
  });

  it('leaves the question to statuses-disagree where there are two', () => {
    const rules = rulesOf('open', `${met}\n\n## Status\n\nDone`);
    assert.ok(rules.includes('statuses-disagree'));
    assert.ok(!rules.includes('criteria-met-status-open'));
  });

  it('takes steps that are "none" for no steps', () => {
    assert.ok(rulesOf('open', `${met}\n\n## Next steps\n\nNone\n`).includes('criteria-met-status-open'));
  });
});
