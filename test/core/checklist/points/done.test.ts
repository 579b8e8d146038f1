import assert from 'node:assert/strict';
import { judgeDone } from '../../../../src/core/checklist/points/done.ts';
import { readDocument } from '../../../../src/core/document/document.ts';
import { readWorkItem } from '../../../../src/core/document/work-item.ts';

/** The definition of done that a document gives. */
function told(text: string): string {
  const { verdict, evidence } = judgeDone(readWorkItem(readDocument('a.md', text)));
  return `${verdict}: ${evidence()}`;
}

const missing = 'unmet: No definition of done is given.';

describe('judgeDone', () => {
  it('does not take for criteria what has been checked, while the work goes on', () => {
    const verified = '## Verification\n\nThe first half was tested by hand on two phones.\n';
    assert.match(told(`# A\n\n${verified}`), /^unmet/);
    assert.match(told(`# A\n\nStatus: done\n\n${verified}`), /^met/);
    assert.match(told(`# A\n\n${verified.replace('was', 'is to be')}`), /^met/);
  });

  it('tells which words two people would not agree on', () => {
    const gap = (criteria: string): string => {
      const { verdict, gap } = judgeDone(readWorkItem(readDocument('a.md', `# A\n\n## Done when\n\n${criteria}\n`)));
      return `${verdict} ${gap?.kind ?? ''}`;
    };
    for (const vague of [
      '- it works',
      '- [ ] All done.\n- [ ] Tests pass',
      'Everything works as expected.',
      '- Looks good',
    ])
      assert.equal(gap(vague), 'met vague', vague);
    assert.equal(gap('It works.'), 'unmet vague');
    assert.equal(gap('[what has to hold]'), 'unmet placeholder');
    for (const clear of [
      '- it works\n- a list opens in a second',
      'The page works offline.',
      'On a phone:\n\n- it works',
    ])
      assert.equal(gap(clear), 'met ', clear);
    assert.equal(judgeDone(readWorkItem(readDocument('a.md', 'Done when: it works\n'))).gap?.kind, 'vague');
    assert.equal(judgeDone(readWorkItem(readDocument('a.md', 'Tests: manual\n'))).gap?.kind, 'absent');
    // The label stands above what has been checked.
    const reported = '**Testing:**\n\nThe first half was tested by hand.\n';
    assert.equal(judgeDone(readWorkItem(readDocument('a.md', reported))).gap?.kind, 'absent');
  });

  it('takes a list of what the work has to bring', () => {
    const list = '\n\n- open in a second\n- work offline\n';
    assert.equal(told(`# A\n\nThe new feature must:${list}`), 'met: open in a second');
    assert.equal(told(`# A\n\nThe project is done when:${list}`), 'met: open in a second');
    assert.equal(told(`# A\n\nCallers must:${list}`), missing);
    assert.equal(told(`# A\n\nThe feature was shown:${list}`), missing);
    assert.equal(told('# A\n\nThe new feature must:\n\n- open\n'), missing);
  });
});
