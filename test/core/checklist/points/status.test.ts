import assert from 'node:assert/strict';
import { judgeStatus } from '../../../../src/core/checklist/points/status.ts';
import { readDocument } from '../../../../src/core/document/document.ts';
import { readWorkItem } from '../../../../src/core/document/work-item.ts';
import { createVocabulary } from '../../../../src/core/vocabulary/vocabulary.ts';

/** What a document says is to be done next. */
function next(text: string): string {
  const { verdict, evidence } = judgeStatus(readWorkItem(readDocument('a.md', text))).next;
  return `${verdict}: ${evidence()}`;
}

/** The gap of the current status and of the next action. */
function gaps(text: string): (string | undefined)[] {
  const { current, next } = judgeStatus(readWorkItem(readDocument('a.md', text)));
  return [current.gap?.kind, next.gap?.kind];
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

  it('prefers a step to words that name none', () => {
    assert.equal(next('# A\n\nNext: continue\n\n## Next steps\n\nAsk Ana.\n'), 'met: Ask Ana.');
    assert.equal(next('# A\n\n## To do\n\n- Finish it\n\n## Approach\n\n1. Ask Ana\n'), 'met: Ask Ana');
    assert.equal(next('# A\n\n## To do\n\n- Finish it\n'), 'met: Finish it');
    assert.equal(
      next('# A\n\n## To do\n\n- [x] Ask Ana\n'),
      'unmet: Every step is ticked, and no next action is named.',
    );
  });

  it('tells which words are vague', () => {
    assert.deepEqual(gaps('Status: working on it\nNext: continue\n'), ['vague', 'vague']);
    assert.deepEqual(gaps('# A\n\n## Status\n\nGoing well.\n\n## Next\n\nKeep going!\n'), ['vague', 'vague']);
    assert.deepEqual(gaps('# A\n\n## Status\n\nGoing well.\n\nThe reader is there.\n'), [undefined, 'absent']);
    assert.deepEqual(gaps('# A\n\n## Next\n\n- Keep going\n- Ask Ana\n'), ['absent', undefined]);
    assert.deepEqual(gaps('# A\n\n## Next\n\nFor the reader:\n\n- Keep going\n'), ['absent', undefined]);
    assert.deepEqual(gaps('# A\n\n## Phase 1: the reader\n\nDo it.\n'), ['absent', undefined]);
    assert.deepEqual(gaps('Status: ongoing\nNext: see #12\n'), [undefined, undefined]);
    assert.deepEqual(gaps('Status: in the hands of Ana\nNext: ask Ana\n'), [undefined, undefined]);
  });

  it("leaves a team's own status words alone", () => {
    const vocabulary = createVocabulary({ labels: {}, statuses: { active: ['going well'] } });
    const { current } = judgeStatus(readWorkItem(readDocument('a.md', 'Status: going well\n', vocabulary)));
    assert.equal(current.gap, null);
  });

  it('tells a place with nothing in it from none', () => {
    assert.deepEqual(gaps('Status: TBD\nNext: TBD\n'), ['placeholder', 'placeholder']);
    assert.deepEqual(gaps('---\nstatus:\nnext:\n---\n'), ['placeholder', 'absent']);
    assert.deepEqual(gaps('**Status:**\n**Next:**\n\nText.\n'), ['placeholder', 'placeholder']);
    // The label stands above what belongs to it.
    assert.deepEqual(gaps('**Next:**\nwhat Ana has found out\n'), ['absent', 'absent']);
    assert.deepEqual(gaps('<!-- next: TBD -->\n'), ['absent', 'absent']);
    assert.deepEqual(gaps('# A\n\n## Status\n\n## Next\n'), ['placeholder', 'placeholder']);
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
