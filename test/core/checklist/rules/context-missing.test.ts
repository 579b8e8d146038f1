import assert from 'node:assert/strict';
import { findingsIn, fixed } from '../apply-fix.ts';

/** The words that the rule underlines in a step of open work. */
function leaning(step: string): string | undefined {
  const text = `# Export\n\nStatus: open\n\nRead [the plan](plan.md).\n\n- ${step}\n`;
  const lines = text.split('\n');
  const found = findingsIn(text).filter(({ rule }) => rule === 'context-missing');
  assert.ok(found.length <= 1);
  const [finding] = found;
  return finding && lines[finding.range.start.line]?.slice(finding.range.start.character, finding.range.end.character);
}

describe('context-missing', () => {
  const told: Readonly<Record<string, string>> = {
    'Use the rates as agreed.': 'as agreed',
    'As discussed on Monday, use the rates': 'As discussed on Monday',
    'Use the rates as we talked about in the stand-up': 'as we talked about in the stand-up',
    'See Slack for the rates': 'See Slack',
    "Use the rates, as per yesterday's call": "as per yesterday's call",
    'Search the inbox for the rates': 'Search the inbox',
    'Ask her about the rates': 'Ask her',
    'Deploy; you know where they are': 'you know where they',
    'Deploy in the usual place': 'the usual place',
    'Take the key that I sent you': 'I sent you',
    'Take the key in the email I sent.': 'email I sent',
    'Round the amounts as per our conversation': 'as per our conversation',
    'Round the amounts like we said': 'like we said',
    'Talk to me before you round': 'Talk to me',
    'Ping me for the key': 'Ping me',
    'Change it in the usual way': 'the usual way',
    'Follow the usual deployment process': 'the usual deployment process',
  };
  for (const [step, words] of Object.entries(told)) {
    it(`finds "${words}"`, () => assert.equal(leaning(step), words));
  }

  const quiet = [
    'Use the rates as discussed above',
    'Use what we discussed in the section on rates',
    'Show me a message that users sent to me',
    'Use the rates as discussed in the section on rates',
    'Users can see chat messages',
    'See the call stack',
    'Check email validation',
    'It takes 1 ms per call',
    'Ask the user for a rate',
    'Users know where they are',
    'Use the rates as agreed (#12)',
    'Use the rates as agreed, see `docs/rates.md`',
    'Show `as agreed`, "as agreed" and “as agreed”',
    '~~Use the rates as agreed.~~ Use none',
    'Warnings such as discussed on the list are not shown',
    'Use the rates as agreed in the call, see [the notes][notes]',
    'Users can scale with no change to the usual process',
    'It did not go through the usual process',
    'The server will refuse it in the usual way',
    '<!-- as agreed --> Use the rates',
    `Use the rates as agreed. ${'They are those of the tax office. '.repeat(9)}`,
  ];
  for (const step of quiet) it(`is quiet about "${step.slice(0, 60)}"`, () => assert.equal(leaning(step), undefined));

  for (const resources of ['## Resources\n\nAs agreed. See the chat.\n', 'Links: see the chat\n']) {
    it(`leaves ${JSON.stringify(resources)} to resources-vague`, () => {
      const rules = findingsIn(`# Export\n\nStatus: open\n\n${resources}`).map(({ rule }) => rule);
      assert.ok(rules.includes('resources-vague') && !rules.includes('context-missing'));
    });
  }

  it('makes the words a link, but has no address for what somebody has in mind', () => {
    const text = '# Export\n\nStatus: open\n\n- Use the $rates as agreed.\n';
    assert.equal(fixed(text, 'context-missing'), text.replace('as agreed', '[as agreed](link)'));
    for (const words of ['Ask me', 'Talk to me']) {
      const finding = findingsIn(`# Export\n\nStatus: open\n\n- ${words}.\n`).find(
        ({ rule }) => rule === 'context-missing',
      );
      assert.equal(finding?.fixable, false, words);
    }
  });
});
