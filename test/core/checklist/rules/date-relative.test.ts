import assert from 'node:assert/strict';
import { findingsIn, fixed } from '../apply-fix.ts';

const rule = 'date-relative';
const open = (text: string): string => `# Export\n\nStatus: open\n\n${text}\n`;

/** The words that the rule underlines. */
function days(text: string): string[] {
  const lines = text.split('\n');
  return findingsIn(text).flatMap(({ rule: found, range: { start, end } }) =>
    found === rule ? [lines[start.line]?.slice(start.character, end.character) ?? ''] : [],
  );
}

describe(rule, () => {
  const told: Readonly<Record<string, readonly string[]>> = {
    'We ship tomorrow': ['tomorrow'],
    'Send the list by Monday': ['Monday'],
    'Send the list by the end of the week, please': ['the end of the week'],
    'Finish it no later than EOD': ['EOD'],
    'Anna will send it tomorrow morning.': ['tomorrow morning'],
    '**Deadline:** Friday': ['Friday'],
    'Target date: next Tuesday': ['next Tuesday'],
    'Deadline: EOD Friday': ['EOD Friday'],
    'Demo on Wednesday before lunch': ['Wednesday'],
    'The code freeze is tonight': ['tonight'],
    'Sam is back next week; the rest can wait': ['next week'],
    'I start on Monday and finish by Friday': ['Monday', 'Friday'],
    '## Next Steps\n\n- Call the carrier this afternoon': ['this afternoon'],
    'I write it today and ship it tomorrow': ['tomorrow'],
    'The form of 2026-03-02 is out.\n\nWe ship tomorrow': ['tomorrow'],
    '| Field | Value |\n|---|---|\n| Due | end of week |': ['end of week'],
  };
  for (const [text, words] of Object.entries(told)) {
    it(`asks for the date of ${words.join(' and ')} in ${JSON.stringify(text)}`, () =>
      assert.deepEqual(days(open(text)), words));
  }

  const quiet = [
    'We ship tomorrow, 2026-03-10',
    'We ship on Friday, 13 March',
    'We met on Monday',
    'It was due by Friday',
    'Shows the events of next week',
    'We show users the events of next week',
    'We meet every Monday',
    'We back up on the first Sunday, as a default',
    'A deployment that works may break tomorrow',
    'We close Friday entries',
    'At the end of the day, we want fewer parcels',
    'We ship "tomorrow" and `next week`',
    '> We ship tomorrow',
    '- [x] Ship by Friday',
    'It will let us read files today, in a way that fits streams tomorrow',
    '[2026-03-02 - 2026-03-06 minutes](https://example.com):\n\nJo: we ship this week.',
    '### 2 March\n\nWe talked.\n\n- We ship tomorrow',
    '## Work Log\n\n- We ship tomorrow',
    '## Implementation Plan\n\n- Leave out orders of this Friday',
  ];
  for (const text of quiet) it(`is quiet about ${JSON.stringify(text)}`, () => assert.deepEqual(days(open(text)), []));

  it('asks of a due date in front matter', () =>
    assert.deepEqual(days('---\nstatus: open\ndue: "next week"\n---\n'), ['next week']));

  it('selects the words for a date', () =>
    assert.equal(
      fixed(open('We ship tomorrow.'), rule, () => '10 March'),
      open('We ship 10 March.'),
    ));
});
