import assert from 'node:assert/strict';
import {
  bareText,
  isPlaceholder,
  isStatedNone,
  normalizeLabel,
  rolesOfHeading,
  rolesOfLabel,
  statusKind,
} from '../../../src/core/vocabulary/lookup.ts';

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

describe('rolesOfLabel', () => {
  it('knows the words of the vocabulary, as a whole only', () => {
    assert.deepEqual(rolesOfLabel('Blocked by'), ['dependencies']);
    assert.deepEqual(rolesOfLabel('blocked_by'), ['dependencies']);
    assert.deepEqual(rolesOfLabel('Acceptance Criteria for release 1'), []);
    assert.deepEqual(rolesOfLabel('goal'.repeat(20)), []);
  });
});

describe('rolesOfHeading', () => {
  it('takes the whole before its parts', () => {
    assert.deepEqual(rolesOfHeading('Non-Goals'), ['none']);
    assert.deepEqual(rolesOfHeading('Dependencies and prerequisites'), ['dependencies']);
  });
  it('takes parts, and labels at the ends', () => {
    assert.deepEqual(rolesOfHeading('Goal / Next steps'), ['goal', 'next']);
    assert.deepEqual(rolesOfHeading('Acceptance Criteria for release 1'), ['done']);
    assert.deepEqual(rolesOfHeading('A heading of nothing that is in the vocabulary'), []);
  });
});

describe('statusKind', () => {
  it('knows a status by its longest beginning', () => {
    const kinds: Readonly<Record<string, ReturnType<typeof statusKind>>> = {
      'In Progress': 'active',
      in_progress: 'active',
      '✅ Done (2026-01-04)': 'finished',
      'Not done': 'active',
      'partially implemented': 'active',
      'Blocked by the bank': 'blocked',
      '95% complete': 'active',
      '100% complete': 'finished',
      '✅ FULLY RESOLVED': 'finished',
      "won't do": 'finished',
      'We talk about it': null,
      '': null,
    };
    for (const [status, kind] of Object.entries(kinds)) assert.equal(statusKind(status), kind, status);
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
