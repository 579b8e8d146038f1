import assert from 'node:assert/strict';
import { decisionsIn } from '../../../src/core/handoff/decisions.ts';

describe('decisionsIn', () => {
  it('takes lines that say so, each to the end of its paragraph', () => {
    const body = [
      'Some words before.',
      '',
      'Decision: keep the old table',
      'for one more release.',
      'Why: two clients still read it.',
      '',
      'Not part of it.',
      '- Because the mail server is slow, we send later.',
      '- something else',
      'Rationale: simpler',
      'Signed-off-by: Ann <ann@example.com>',
      'DECIDED: by Ben',
    ].join('\n');
    assert.deepEqual(decisionsIn(body), [
      { kind: 'Decision', text: 'keep the old table for one more release.' },
      { kind: 'Why', text: 'two clients still read it.' },
      { kind: 'Because', text: 'Because the mail server is slow, we send later.' },
      { kind: 'Why', text: 'simpler' },
      { kind: 'Decision', text: 'by Ben' },
    ]);
  });

  it('takes nothing from sentences that only hold such a word, nor from empty labels', () => {
    assert.deepEqual(decisionsIn('This is why it works.\nAll because of that.\nDecision:\n\nno: decision'), []);
  });

  it('takes what stands below its label', () => {
    assert.deepEqual(decisionsIn('Decision:\nuse one queue'), [{ kind: 'Decision', text: 'use one queue' }]);
  });
});
