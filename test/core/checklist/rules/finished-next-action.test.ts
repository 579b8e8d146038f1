import assert from 'node:assert/strict';
import { findingsIn } from '../apply-fix.ts';

const rulesOf = (text: string): string[] => findingsIn(text).map(({ rule }) => rule);
const fires = (text: string): boolean => rulesOf(text).includes('finished-next-action');
const done = (text: string, status = 'Done'): string => `# Export\n\nStatus: ${status}\n\n${text}\n`;

describe('finished-next-action', () => {
  const told = [
    'Next: ask the bank',
    '**Next action:** ask the bank',
    '## Next steps\n\n- Ask the bank',
    '## Remaining work\n\nThe bank has to be asked.',
    "## What's next\n\n1. Ask the bank",
  ];
  for (const text of told) it(`finds ${JSON.stringify(text)}`, () => assert.ok(fires(done(text))));

  it('finds one in front matter', () => assert.ok(fires('---\nstatus: done\nnext: ask the bank\n---\n\n# Export\n')));

  it('names the step and the status', () => {
    const [finding] = findingsIn(done('## Next steps\n\n- **Ask** the bank')).filter(
      ({ rule }) => rule === 'finished-next-action',
    );
    assert.match(finding?.message ?? '', /^The status is "Done", but the next action is "Ask the bank"\./);
    assert.equal(finding?.range.start.line, 4);
    assert.equal(finding?.fixable, false);
  });

  const quiet: Readonly<Record<string, string>> = {
    'open work': done('Next: ask the bank', 'In Progress'),
    'work that was given up': done('Next: ask the bank', 'Cancelled'),
    'a document without a status': '# Export\n\n- [x] a\n- [x] b\n- [x] c\n\n## Next steps\n\n- Ask the bank\n',
    'no next action': done('Next: none'),
    'a placeholder': done('Next: TBD'),
    'a section with a placeholder': done('## Next steps\n\n- TBD'),
    'nothing that is left': done('## Next steps\n\nNothing is left to do.'),
    'what has been done': done('## Next steps\n\n- ✅ Ask the bank'),
    'a plan that has been carried out': done('## Implementation Plan\n\n1. Ask the bank'),
    'follow-ups': done('## Follow-ups\n\n- Ask the bank'),
    'another work item': done('## Next steps\n\n- Ask the bank\n- That is PAY-12 now'),
    'a link': done('Next: [ask the bank](bank.md)'),
    boxes: done('## Next steps\n\n- [ ] Ask the bank'),
    'a log': done('## Work Log\n\n### Next steps\n\n- Ask the bank'),
    'a review': done('## QA Results\n\n**Next:** ask the bank'),
  };
  for (const [name, text] of Object.entries(quiet)) it(`is quiet about ${name}`, () => assert.ok(!fires(text)));

  it('leaves a contradiction that is told to the rule that tells it', () => {
    const boxes = done('## Done when\n\n- [x] a\n- [ ] b\n\n## Next steps\n\n- Ask the bank');
    assert.ok(rulesOf(boxes).includes('finished-open-criteria') && !fires(boxes));
    const statuses = '---\nstatus: done\n---\n\n# Export\n\nStatus: open\nNext: ask the bank\n';
    assert.ok(rulesOf(statuses).includes('statuses-disagree') && !fires(statuses));
  });
});
