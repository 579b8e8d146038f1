import assert from 'node:assert/strict';
import { createVocabulary, defaultVocabulary } from '../../../src/core/vocabulary/vocabulary.ts';

const { rolesOfHeading, rolesOfLabel, statusKind } = defaultVocabulary;

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
      'In Progress': 'in-progress',
      in_progress: 'in-progress',
      'Ready for review': 'in-progress',
      'To do': 'active',
      // A standing plan is active, too.
      Active: 'active',
      '0% done': 'active',
      '✅ Done (2026-01-04)': 'finished',
      'Not done': 'active',
      'partially implemented': 'active',
      'Blocked by the bank': 'blocked',
      '95% complete': 'in-progress',
      '100% complete': 'finished',
      '✅ FULLY RESOLVED': 'finished',
      "won't do": 'finished',
      'We talk about it': null,
      '': null,
    };
    for (const [status, kind] of Object.entries(kinds)) assert.equal(statusKind(status), kind, status);
  });
});

describe('the words of a team', () => {
  const { rolesOfHeading, rolesOfLabel, statusKind } = createVocabulary({
    labels: { done: ['Fertig, wenn'], next: ['Nächste Schritte', 'goal'] },
    statuses: { finished: ['Erledigt', 'in review'] },
  });

  it('mean what the team says, in any language and case', () => {
    assert.deepEqual(rolesOfLabel('fertig, wenn'), ['done']);
    assert.deepEqual(rolesOfHeading('2. Nächste Schritte'), ['next']);
    assert.equal(statusKind('✅ erledigt (2026-03-01)'), 'finished');
  });

  it('go before those of every team, which stay', () => {
    assert.deepEqual(rolesOfLabel('Goal'), ['next']);
    assert.equal(statusKind('In Review'), 'finished');
    assert.deepEqual(rolesOfLabel('Definition of Done'), ['done']);
    assert.deepEqual(defaultVocabulary.rolesOfLabel('Goal'), ['goal']);
  });
});
