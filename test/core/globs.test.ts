import assert from 'node:assert/strict';
import { globMatcher, InvalidGlob } from '../../src/core/globs.ts';

describe('globMatcher', () => {
  const matches = (patterns: string[], path: string): boolean => globMatcher(patterns)(path);

  it('matches where one of the patterns does', () => {
    assert.equal(matches(['tasks/**'], 'tasks/a/b.md'), true);
    assert.equal(matches(['tasks/*'], 'tasks/a/b.md'), false);
    assert.equal(matches(['x', '**/*.{md,txt}'], 'a/b.txt'), true);
    assert.equal(matches(['[ab]?.md'], 'bc.md'), true);
    assert.equal(matches([], 'a.md'), false);
  });

  it('matches names that begin with a dot', () => {
    assert.equal(matches(['**/*.md'], '.backlog/.draft.md'), true);
  });

  it('takes escaped brackets for a part of the name', () => {
    assert.equal(matches(['old \\(2024\\)/**'], 'old (2024)/a.md'), true);
  });

  it('refuses, in words, what could take minutes', () => {
    const refused = [
      ['a'.repeat(257), /longer than 256/],
      ['a*b*c*d*e', /more than 3 "\*"/],
      ['**/a/**/a/**/a/**/b', /more than 3 "\*\*"/],
      ['+(a|+(a))b', /group/],
      ['(a+)+b', /group/],
      ['[a]+[a]+b', /repetition/],
    ] as const;
    for (const [pattern, reason] of refused) {
      assert.throws(
        () => globMatcher([pattern]),
        (error) => error instanceof InvalidGlob && reason.test(error.message),
        pattern,
      );
    }
  });

  it('takes patterns at the limits', () => {
    assert.equal(matches(['a*b*c*/**/x/**/y/**'], 'a1b2c3/x/q/y/z.md'), true);
    assert.equal(matches(['a'.repeat(256)], 'a'), false);
  });
});
