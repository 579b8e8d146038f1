import assert from 'node:assert/strict';
import { gatherHandoffFacts } from '../../src/app/gather-handoff-facts.ts';
import { gitQuestions } from '../../src/app/git-questions.ts';
import { refsOf } from '../../src/app/git-refs.ts';
import type { Git } from '../../src/app/ports.ts';
import { plainGit as git, readWorkItem } from './gathered-in.ts';
import { clonedRepository, inTemporaryFolder } from './temporary-repository.ts';

const refs = (folder: string) => refsOf(gitQuestions(git, folder), '.git');

describe('refsOf', function () {
  this.timeout(20_000);

  it('follows a branch that is another name of a branch', () =>
    inTemporaryFolder(async (folder) => {
      const r = clonedRepository(folder);
      r.git('symbolic-ref', 'refs/heads/alias', 'refs/heads/main');
      r.git('symbolic-ref', 'HEAD', 'refs/heads/alias');
      const { branchRef, head, upstream } = await refs(r.path);
      assert.deepEqual(
        [branchRef, head, upstream?.ref],
        ['refs/heads/main', r.git('rev-parse', 'HEAD').trim(), 'refs/remotes/origin/main'],
      );
    }));

  it('knows a default branch that is recorded, though it is gone', () =>
    inTemporaryFolder(async (folder) => {
      const r = clonedRepository(folder);
      r.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/trunk');
      const { defaultBranch } = await refs(r.path);
      assert.deepEqual(await defaultBranch(['origin']), { ref: 'refs/remotes/origin/trunk' });
      r.git('remote', 'set-head', 'origin', '--delete');
      const reason = 'the default branch of origin is not recorded here';
      assert.deepEqual(await (await refs(r.path)).defaultBranch(['origin']), { reason });
    }));

  it('tells whether the upstream has all commits', () =>
    inTemporaryFolder(async (folder) => {
      const r = clonedRepository(folder);
      const hasAll = async () => (await refs(r.path)).upstream?.hasAll;
      assert.equal(await hasAll(), true);
      r.commit('a.txt', 'x\n');
      assert.equal(await hasAll(), false);
      r.git('reset', '--quiet', '--hard', 'HEAD~2');
      assert.equal(await hasAll(), true);
    }));
});

describe('a handoff', () => {
  it('starts git no more than thirteen times in an everyday repository', () =>
    inTemporaryFolder(async (folder) => {
      const r = clonedRepository(folder);
      r.git('remote', 'set-head', 'origin', 'main');
      r.git('switch', '--quiet', '--create', 'feature');
      r.commit('a.txt', 'x\n');
      r.git('push', '--quiet', '--set-upstream', 'origin', 'feature');
      r.commit('b.txt', 'x\n');
      r.write('b.txt', 'y\n');
      r.write('c.txt', 'z\n');
      const started: string[] = [];
      const counting: Git = {
        ...git,
        run(at, args, signal) {
          started.push(args.join(' '));
          return git.run(at, args, signal);
        },
        stream(at, args, read, signal) {
          started.push(args.join(' '));
          return git.stream(at, args, read, signal);
        },
      };
      await gatherHandoffFacts(counting, r.path, { readWorkItem });
      assert.ok(started.length <= 13, started.join('\n'));
    }));
});
