import assert from 'node:assert/strict';
import { isTestFile } from '../../../src/core/handoff/test-files.ts';

describe('isTestFile', () => {
  it('goes by the names of files and folders', () => {
    const tests = [
      'test/a.ts',
      'src/__tests__/a.js',
      'a.test.ts',
      'a_test.go',
      'x/a-spec.rb',
      'test_a.py',
      'src/MailTest.java',
    ];
    const others = [
      'src/a.ts',
      'latest/a.ts',
      'contest.py',
      'src/attest.go',
      'testing.md',
      'src/Protest.java',
      'a.inspect.ts',
    ];
    assert.deepEqual([...tests, ...others].filter(isTestFile), tests);
  });
});
