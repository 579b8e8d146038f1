import assert from 'node:assert/strict';
import { checkDocument } from '../../../../src/core/checklist/check-document.ts';
import { settings } from '../apply-fix.ts';

const findings = (text: string) =>
  checkDocument({ path: 'a.md', text: `# Export\n\n${text}\n` }, settings).findings.filter(({ rule }) =>
    rule.startsWith('dependencies-'),
  );
const waiting = 'The format is not decided yet.';

describe('what calls for dependencies', () => {
  it('is told in the words of the document, where they stand', () => {
    const [finding] = findings(waiting);
    assert.match(
      finding?.message ?? '',
      /^"not decided yet" may mean that this has to wait, but no dependency is listed\. Name what has to happen first/,
    );
    assert.deepEqual(finding?.range, { start: { line: 2, character: 14 }, end: { line: 2, character: 29 } });
  });

  it('is told of the field that is there, too', () => {
    const fields = '**Blocked by:**\n**Owner:** Jo';
    assert.match(findings(`${fields}\n\n${waiting}`)[0]?.message ?? '', /but "Blocked by" is empty\. Fill it in/i);
  });

  it('is not what is said of others, or of a place for it', () => {
    for (const text of [
      'The format is still under discussion by its authors.',
      'A list of things that need clarification.',
      'Added as a future work item.',
    ])
      assert.deepEqual(findings(text), [], text);
    assert.equal(findings('The format is still under discussion.').length, 1);
  });

  it('weighs nothing in a long text', () => {
    assert.equal(findings(waiting).length, 1);
    assert.equal(findings(`${waiting}\n\n${'It goes on. '.repeat(1000)}`).length, 0);
  });
});
