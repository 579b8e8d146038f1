import assert from 'node:assert/strict';
import { parseCommits } from '../../../src/core/handoff/parse-commits.ts';

describe('parseCommits', () => {
  it('reads hashes and subjects, empty ones too', () => {
    assert.deepEqual(parseCommits('aa\0One\0bb\0\0', new Set(['aa'])), [
      { hash: 'aa', subject: 'One', pushed: false },
      { hash: 'bb', subject: '', pushed: true },
    ]);
  });

  it('reads nothing from nothing', () => assert.deepEqual(parseCommits('', new Set()), []));
});
