import assert from 'node:assert/strict';
import { findingsIn, fixed, someWords } from '../apply-fix.ts';

const rule = 'dependency-vague';
const open = (text: string): string => `# Export\n\nStatus: open\n\n${text}\n`;

/** What the rule asks of a text: 'what for' or 'who', for each finding. */
function asked(text: string): string[] {
  return findingsIn(text).flatMap(({ rule: found, message }) =>
    found === rule ? [message.startsWith('Nothing says who') ? 'who' : 'what for'] : [],
  );
}

describe(rule, () => {
  const told: Readonly<Record<string, string>> = {
    'Waiting on: Anna': 'what for',
    'Waiting for: Anna Lind, since 3 March': 'what for',
    'Blocked by: @anna': 'what for',
    'Depends on: the design team': 'what for',
    'Blocked by: Team Payments': 'what for',
    'Blocked by: legal': 'what for',
    '**Dependencies:** waiting on Anna.': 'what for',
    '## Dependencies\n\n- Waiting for the design team': 'what for',
    '## Blockers\n\nlegal': 'what for',
    '## Dependencies\n\n### Waiting on\n\n- @anna': 'what for',
    'Waiting for: feedback': 'who',
    'Blocked by: external': 'who',
    'Depends on: external teams': 'who',
    '## Dependencies\n\n- Still waiting for an answer': 'who',
    '## Dependencies\n\n- Pending approval (since 3 March)': 'who',
  };
  for (const [text, what] of Object.entries(told)) {
    it(`asks ${what} in ${JSON.stringify(text)}`, () => assert.deepEqual(asked(open(text)), [what]));
  }

  const statuses: Readonly<Record<string, readonly string[]>> = {
    'Blocked by design team': ['what for'],
    'Blocked (Legal)': ['what for'],
    'Blocked - waiting for Anna': ['what for'],
    'Waiting on Anna': ['what for'],
    'Waiting for feedback': ['who'],
    'Blocked by legal: the terms': [],
    Blocked: [],
  };
  for (const [status, what] of Object.entries(statuses)) {
    it(`asks ${what.join() || 'nothing'} of the status "${status}"`, () =>
      assert.deepEqual(asked(`# Export\n\n**Status:** ${status}\n`), what));
  }

  it('reads front matter, where a bare word may be the name of a work item', () => {
    const front = (line: string): string[] => asked(`---\nstatus: blocked\n${line}\n---\n\n# Export\n`);
    assert.deepEqual(front('blocked_reason: waiting for feedback'), ['who']);
    assert.deepEqual(front('waiting_on: Anna'), ['what for']);
    assert.deepEqual(front('blocked_by: "@anna"'), ['what for']);
    assert.deepEqual(front('blocked_by: [design, legal]'), []);
    assert.deepEqual(front('blocked_by: legal'), []);
    assert.deepEqual(front('depends_on: [PAY-12]'), []);
  });

  const quiet = [
    'Depends on: none',
    'Depends on: PAY-12',
    'Depends on: Redis',
    'Depends on: Security',
    'Blocked by: Authentication',
    'Blocked by: the login story',
    'Blocked by: the design team, for the icons',
    'Waiting on: Anna to rotate the keys',
    'Waiting for: an answer from Anna',
    'Blocks: the design team',
    '## Dependencies\n\n- [x] Waiting for feedback',
    '## Dependencies\n\n- Design team\n  - the icons of the page',
    '## Dependencies\n\n- Feedback',
    '## Infrastructure dependencies\n\n- external',
    'Waiting on: Anna\n\nAnna has to rotate the keys.',
    'Waiting for feedback is boring.',
  ];
  for (const text of quiet) it(`is quiet about ${JSON.stringify(text)}`, () => assert.deepEqual(asked(open(text)), []));

  it('does not ask it of the status where dependencies are listed', () =>
    assert.deepEqual(asked('# Export\n\nStatus: Waiting for feedback\nDepends on: the review by @jo\n'), []));

  it('adds the rest after what is there', () => {
    const prompt = '[what for, and since when]';
    assert.equal(fixed(open('Waiting on: Anna.'), rule), open(`Waiting on: Anna: ${prompt}`));
    const text = open('## Dependencies\n\n- **Waiting for feedback**');
    assert.equal(fixed(text, rule), text.replace('back**', 'back**: [from whom, and since when]'));
    assert.deepEqual(asked(fixed(text, rule, someWords)), []);
  });

  it('leaves a status and front matter to a person', () => {
    for (const text of ['# Export\n\nStatus: Waiting on Anna\n', '---\nstatus: open\nwaiting_on: Anna\n---\n'])
      assert.equal(findingsIn(text).find((found) => found.rule === rule)?.fixable, false);
  });
});
