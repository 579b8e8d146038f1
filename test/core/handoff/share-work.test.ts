import assert from 'node:assert/strict';
import {
  branchNameFault,
  commitAndPushPlan,
  notShared,
  suggestedBranch,
} from '../../../src/core/handoff/share-work.ts';
import { commit, file, repository } from './example-facts.ts';

describe('what could be shared', () => {
  it('is said in words', () => {
    assert.equal(notShared(repository()), '');
    const both = { files: [file(), file({ path: 'b' })], commits: [commit()] };
    assert.equal(notShared(repository(both)), '2 files are not committed, 1 commit is not pushed');
    assert.equal(notShared(repository(both, { remoteBranch: null, remotes: [] })), '2 files are not committed');
  });

  it('is not pushed where there is no remote', () => {
    const plan = commitAndPushPlan(
      repository({ files: [file()] }, { remoteBranch: null, remotes: [] }),
      'feature/x',
      'x',
    );
    assert.deepEqual('steps' in plan && plan.steps.map(({ args }) => args.at(-2)), [
      '--pathspec-from-file=-',
      '--message',
    ]);
  });

  it('goes to the branch that is checked out, unless others build on it', () => {
    assert.equal(suggestedBranch(repository(), 'mail'), 'feature/x');
    for (const more of [
      { branch: 'main' },
      { branch: 'release/2' },
      { branch: null },
      { detached: true },
      { behind: 2 },
    ])
      assert.equal(suggestedBranch(repository(more), 'mail'), 'wip/mail');
  });

  it('is a command that shows, whatever the files are called', () => {
    const names = ['a b', "it's", '\u202egnp', ...Array.from({ length: 20 }, (_, at) => `f${at}`)];
    const plan = commitAndPushPlan(repository({ files: names.map((path) => file({ path })) }), '-x', 'x');
    const [, add, , push] = 'steps' in plan ? plan.steps : [];
    assert.equal(add?.shown, "git add -- 'a b' 'it'\\''s' '<U+202E>gnp' f0 f1 f2 f3 f4 … (and 15 more files)");
    assert.equal(add?.input.split('\0').length, 23);
    assert.equal(push?.shown, 'git push --set-upstream origin refs/heads/-x');
  });
});

describe('branchNameFault', () => {
  it('takes what git takes', () => {
    for (const name of ['wip/mail', 'ü', 'a.b', 'x@y']) assert.equal(branchNameFault(name), null, name);
    for (const name of [
      '',
      'a b',
      '-x',
      '/x',
      'x/',
      'a..b',
      'a.lock',
      'a.lock/b',
      '.x',
      'x/.y',
      'a~1',
      'a^',
      'a:b',
      'x.',
      '@',
      '@{',
      'a\u202eb',
    ])
      assert.notEqual(branchNameFault(name), null, name);
  });
});
