import assert from 'node:assert/strict';
import { bareText, isPlaceholder, isStatedNone, normalizeLabel } from '../../../src/core/vocabulary/lookup.ts';

describe('normalizeLabel', () => {
  it('leaves the words', () => {
    for (const label of [
      'Next Steps',
      '## 3. **Next_steps**:',
      'next-steps',
      '🚀 Next steps (open)',
      '`next`  steps [x]',
    ])
      assert.equal(normalizeLabel(label), 'next steps');
    assert.equal(normalizeLabel('What & why'), 'what and why');
  });
});

describe('bareText', () => {
  it('takes off list marks, boxes, emphasis and comments', () => {
    assert.equal(bareText('- [ ] **Write** it**'), 'Write** it');
    assert.equal(bareText('1. `a`<!-- b -->'), 'a');
    assert.equal(bareText('<!-- open'), '');
  });
});

describe('isPlaceholder', () => {
  it('knows what holds a place', () => {
    const placeholders = [
      '',
      ' ',
      '**TBD**',
      'TODO: write this',
      '[Describe the goal]',
      '{{goal}}',
      '<goal>',
      '...',
      '—',
      '_No response_',
      'YYYY-MM-DD',
      'To be defined by the team',
      'Add your goal here.',
      '<!-- say why -->',
      '[Criterion 1]',
      'NEEDS CLARIFICATION: who?',
    ];
    for (const text of placeholders) assert.equal(isPlaceholder(text), true, text);
  });
  it('leaves words alone', () => {
    for (const text of [
      'Todo lists are shown',
      '[the runbook](https://example.com)',
      '<https://example.com>',
      '[x]',
      'To be fast',
      'None',
      '[#12]',
    ])
      assert.equal(isPlaceholder(text), false, text);
  });
});

describe('isStatedNone', () => {
  it('knows an answer that there is nothing', () => {
    for (const text of [
      'None',
      '- none.',
      'N/A',
      'No dependencies',
      'None — can start at once',
      'No known blockers',
      'Can start immediately',
    ])
      assert.equal(isStatedNone(text), true, text);
  });
  it('leaves other answers alone', () => {
    for (const text of ['', 'TBD', 'Nothing Hill team', 'Node 20', 'none of them is ready, we wait for Ana'])
      assert.equal(isStatedNone(text), false, text);
  });
});
