import assert from 'node:assert/strict';
import { findingsIn, fixed } from '../apply-fix.ts';

const rule = 'time-without-zone';
const open = (text: string): string => `# Export\n\nStatus: open\n\n${text}\n`;

/** The times that the rule underlines. */
function times(text: string): string[] {
  const lines = text.split('\n');
  return findingsIn(text).flatMap(({ rule: found, range: { start, end } }) =>
    found === rule ? [lines[start.line]?.slice(start.character, end.character) ?? ''] : [],
  );
}

describe(rule, () => {
  const told: Readonly<Record<string, string>> = {
    'The demo is at 3pm on 12 March.': '3pm',
    'Send the list by 17:00': '17:00',
    'Answer until Thursday at 9:30 a.m., please': '9:30 a.m.',
    'Deadline: 2026-03-12 17:00': '17:00',
    'Deploy window: 02:00–04:00': '02:00–04:00',
    'Meeting at 9:00 with Anna': '9:00',
    'The release should be merged by 17:00': '17:00',
  };
  for (const [text, time] of Object.entries(told)) {
    it(`asks for the zone of ${time} in "${text}"`, () => assert.deepEqual(times(open(text)), [time]));
  }

  const quiet = [
    'The demo is at 15:00 UTC',
    'The demo is at 15:00Z, at 15:00 +01:00 or at 3pm Berlin time',
    'The demo is at 15:00 (Europe/Berlin)',
    'Be online at 9:00 your time',
    'The call was at 14:00',
    'The call is shown at 14:00 in the calendar',
    'Users get a call every Monday at 14:00',
    'Deploy with a ratio of 14:10.5 and 16:9',
    'Deploy line app.ts:14:30 and John 3:16',
    'Deploy `at 14:00`',
    '14:00 is what the clock says',
    '## Work Log\n\n- Deploy at 14:00',
    '| Deploy | 14:00 |\n| --- | --- |\n| a | b |',
    'Times are in UTC.\n\nDeploy at 14:00',
  ];
  for (const text of quiet) it(`is quiet about ${JSON.stringify(text)}`, () => assert.deepEqual(times(open(text)), []));

  it('asks once in a passage', () => assert.deepEqual(times(open('Call at 14:00, demo at 15:00')), ['14:00']));

  it('asks of a due date in a table or in front matter', () => {
    assert.deepEqual(times(open('| Field | Value |\n|---|---|\n| Due | 2026-03-12 17:00 |')), ['17:00']);
    assert.deepEqual(times('---\nstatus: open\ndue: 2026-03-12 17:00\n---\n'), ['17:00']);
    assert.deepEqual(times('---\nstatus: open\ndue: 2026-03-12T17:00:00.000Z\n---\n'), []);
  });

  it('adds the zone after the time, but leaves front matter to a person', () => {
    assert.equal(fixed(open('Demo at 3pm.'), rule), open('Demo at 3pm UTC.'));
    const [finding] = findingsIn('---\nstatus: open\ndue: 2026-03-12 17:00\n---\n').filter(
      (found) => found.rule === rule,
    );
    assert.equal(finding?.fixable, false);
  });
});
