import assert from 'node:assert/strict';
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runGitSteps } from '../../src/app/run-git-steps.ts';
import type { Repository } from '../../src/core/handoff/handoff-facts.ts';
import { commitAndPushPlan, type SharePlan, shareFilePlan } from '../../src/core/handoff/share-work.ts';
import { nodeUserGit } from '../../src/node/user-git.ts';
import { gatheredIn } from './gathered-in.ts';
import {
  clonedRepository,
  inTemporaryFolder,
  lines,
  plainEnvironment,
  type TemporaryRepository,
} from './temporary-repository.ts';

const userGit = nodeUserGit({ environment: plainEnvironment });

const gathered = (repository: TemporaryRepository): Promise<Repository> => gatheredIn(repository.path);

function stepsOf(plan: SharePlan) {
  assert.ok('steps' in plan, 'reason' in plan ? plan.reason : '');
  return plan.steps;
}

const withClone = (body: (repository: TemporaryRepository) => Promise<void>) =>
  inTemporaryFolder((folder) => body(clonedRepository(folder)));

describe('commitAndPushPlan', () => {
  it('brings everything that is not committed to a branch of its own, on the remote too', () =>
    withClone(async (r) => {
      r.commit('a.txt', lines(1, 25));
      r.write('a.txt', lines(1, 26));
      r.git('add', 'a.txt');
      r.git('rm', '--quiet', '--cached', 'logo.png');
      rmSync(join(r.path, 'logo.png'));
      rmSync(join(r.path, 'b.txt'));
      r.write('sub dir/[n*]ew.txt', 'x\n');
      const steps = stepsOf(commitAndPushPlan(await gathered(r), 'wip/mail', 'WIP: send "it"'));
      assert.deepEqual(
        steps.map(({ shown }) => shown),
        [
          'git switch --create wip/mail',
          "git add -- b.txt 'sub dir/[n*]ew.txt'",
          `git commit --message 'WIP: send "it"'`,
          'git push --set-upstream origin wip/mail',
        ],
      );
      await runGitSteps(userGit, r.path, '.', steps);
      const after = await gathered(r);
      assert.deepEqual([after.facts.branch, after.facts.files, after.facts.ahead], ['wip/mail', [], 0]);
      assert.equal(after.facts.upstream, 'origin/wip/mail');
      assert.match(
        r.git('show', '--format=%s', '--name-status', 'origin/wip/mail'),
        /^WIP: send "it"\n\nM\ta.txt\nD\tb.txt/,
      );
    }));

  it('stays on a branch that is the one to commit to, and knows its upstream', () =>
    withClone(async (r) => {
      r.write('a.txt', lines(1, 25));
      const shown = stepsOf(commitAndPushPlan(await gathered(r), 'main', 'x')).map((step) => step.shown);
      assert.deepEqual(shown, ['git add -- a.txt', 'git commit --message x', 'git push origin main']);
    }));

  it('pushes what is committed, and has nothing to do after that', () =>
    withClone(async (r) => {
      r.commit('a.txt', lines(1, 25));
      const steps = stepsOf(commitAndPushPlan(await gathered(r), 'main', 'x'));
      assert.deepEqual(
        steps.map(({ shown }) => shown),
        ['git push origin main'],
      );
      await runGitSteps(userGit, r.path, '.', steps);
      assert.match(JSON.stringify(commitAndPushPlan(await gathered(r), 'main', 'x')), /committed and pushed already/);
    }));

  it('leaves out what holds secrets by custom and repositories of their own, and says so', () =>
    withClone(async (r) => {
      for (const path of ['.env', 'x.txt', 'inner/y.txt']) r.write(path, 'x\n');
      r.git('init', '--quiet', 'inner');
      const plan = commitAndPushPlan(await gathered(r), 'main', 'x');
      assert.deepEqual('leftOut' in plan && plan.leftOut, ['.env', 'inner/']);
      await runGitSteps(userGit, r.path, '.', stepsOf(plan));
      assert.equal(r.git('ls-tree', '-r', '--name-only', 'HEAD', '--', '.env', 'x.txt', 'inner').trim(), 'x.txt');
    }));

  it('refuses where a commit would be wrong, and says why', () =>
    withClone(async (r) => {
      const reason = async () => {
        const plan = commitAndPushPlan(await gathered(r), 'main', 'x');
        return 'reason' in plan ? plan.reason : '';
      };
      assert.match(await reason(), /Everything is committed and pushed/);
      r.write('.env', 'x\n');
      r.git('add', '.env');
      assert.match(await reason(), /^\.env is staged, and files of that name hold secrets/);
      r.git('rm', '--quiet', '--force', '.env');
      r.git('switch', '--quiet', '--create', 'other');
      r.commit('a.txt', 'other\n');
      r.git('switch', '--quiet', 'main');
      r.commit('a.txt', 'main\n');
      r.tryGit('merge', 'other');
      assert.match(await reason(), /^git merge is in progress/);
    }));

  it('tells what git says against it, and what was done before', () =>
    withClone(async (r) => {
      r.write('a.txt', lines(1, 25));
      r.write('.git/hooks/pre-commit', '#!/bin/sh\necho "no tests, no commit" >&2\nexit 1\n');
      chmodSync(join(r.path, '.git/hooks/pre-commit'), 0o755);
      const steps = stepsOf(commitAndPushPlan(await gathered(r), 'main', 'x'));
      await assert.rejects(
        runGitSteps(userGit, r.path, '.', steps),
        /“git commit --message x” failed: no tests, no commit Done before: git add -- a\.txt\./,
      );
    }));
});

describe('shareFilePlan', () => {
  it('commits that file alone, whatever else is staged', () =>
    withClone(async (r) => {
      r.write('a.txt', lines(1, 25));
      r.git('add', 'a.txt');
      r.write('handoffs/x.md', 'x\n');
      const steps = stepsOf(shareFilePlan(await gathered(r), 'handoffs/x.md', 'Hand off x'));
      assert.deepEqual(
        steps.map(({ shown }) => shown),
        [
          'git add -- handoffs/x.md',
          "git commit --message 'Hand off x' --only -- handoffs/x.md",
          'git push origin main',
        ],
      );
      await runGitSteps(userGit, r.path, '.', steps);
      assert.equal(r.git('show', '--format=', '--name-only', 'origin/main').trim(), 'handoffs/x.md');
      assert.deepEqual(
        (await gathered(r)).facts.files.map(({ path, where }) => [path, where]),
        [['a.txt', ['staged']]],
      );
    }));

  it('needs a branch', () =>
    withClone(async (r) => {
      r.git('switch', '--quiet', '--detach');
      r.write('x.md', 'x\n');
      assert.match(JSON.stringify(shareFilePlan(await gathered(r), 'x.md', 'x')), /HEAD is detached/);
    }));
});

describe('git of the user', () => {
  it('is not started where nobody trusts the workspace', async () => {
    const untrusted = nodeUserGit({ environment: plainEnvironment, mayRun: () => false });
    await assert.rejects(untrusted.run('/', ['version'], ''), /not trusted/);
  });

  it('is led to no other repository by the environment', () =>
    withClone(async (r) => {
      const led = nodeUserGit({ environment: { ...plainEnvironment, GIT_DIR: '/nonexistent', GIT_INDEX_FILE: '/x' } });
      assert.equal((await led.run(r.path, ['rev-parse', '--git-dir'], '')).stdout.trim(), '.git');
    }));
});
