import assert from 'node:assert/strict';
import { judgeStatus } from '../../../../src/core/checklist/points/status.ts';
import { readDocument } from '../../../../src/core/document/document.ts';
import { readWorkItem } from '../../../../src/core/document/work-item.ts';

/** What a document says is to be done next. */
function next(text: string): string {
  const { verdict, evidence } = judgeStatus(readWorkItem(readDocument('a.md', text))).next;
  return `${verdict}: ${evidence}`;
}

const missing = 'unmet: No next action is named.';

describe('judgeStatus', () => {
  it('takes a step for a next action, not a phase of the criteria', () => {
    assert.equal(
      next('# A\n\n## Phase 1: alpha\n\nSwitch it on for us.\n'),
      'met: Phase 1: alpha: Switch it on for us.',
    );
    assert.equal(next('# A\n\n## Exit criteria\n\n### Phase 1: alpha\n\nNobody complains.\n'), missing);
    assert.equal(next('# A\n\n## Exit criteria\n\n- x\n\n## Next steps\n\nAsk Ana.\n'), 'met: Ask Ana.');
  });

  it('takes steps of an implementation for a next action, not its description', () => {
    assert.equal(next('# A\n\n## Implementation Details\n\nThe list is kept in a file.\n'), missing);
    assert.equal(next('# A\n\n## Implementation\n\n1. Write the file\n'), 'met: Write the file');
  });

  it('takes a list that is recommended for steps, but no list of thoughts', () => {
    assert.equal(next('# A\n\n## Recommendation\n\nDo both:\n\n- Ask first\n- Then pay\n'), 'met: Ask first');
    assert.equal(next('# A\n\n## Recommendation\n\nRound up.\n'), missing);
    assert.equal(next('# A\n\n## Approach\n\n- Ask first\n- Then pay\n'), missing);
    assert.equal(
      next('# A\n\n## Verification approach\n\n1. Read the file\n'),
      'met: Verification approach: Read the file',
    );
  });
});
