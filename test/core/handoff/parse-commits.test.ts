import assert from 'node:assert/strict';
import { parseCommits } from '../../../src/core/handoff/parse-commits.ts';

describe('parseCommits', () => {
  it('reads hashes and subjects, empty ones too', () => {
    assert.deepEqual(parseCommits('aa\0One\0\0bb\0\0\0', new Set(['aa'])), {
      commits: [
        { hash: 'aa', subject: 'One', pushed: false },
        { hash: 'bb', subject: '', pushed: true },
      ],
      decisions: [],
    });
  });

  it('reads what the messages say was decided, commit by commit', () => {
    assert.deepEqual(parseCommits('aa\0One\0Why: speed\n\0bb\0Two\0Text\n\nDecision: B\n\0', new Set()).decisions, [
      { kind: 'Why', text: 'speed', commit: 'aa' },
      { kind: 'Decision', text: 'B', commit: 'bb' },
    ]);
  });

  it('reads nothing from nothing', () => {
    assert.deepEqual(parseCommits('', new Set()), { commits: [], decisions: [] });
  });
});
