import assert from 'node:assert/strict';
import { filesOfHandoff, isBranchName, whereWorkStands } from '../../src/app/where-work-stands.ts';
import { nodeGit } from '../../src/node/git.ts';
import { noGit } from '../fakes/no-git.ts';
import { clonedRepository, inTemporaryFolder, lines, plainEnvironment } from './temporary-repository.ts';

const git = nodeGit({ environment: plainEnvironment });

describe('whereWorkStands', function () {
  this.timeout(20_000);

  it('has nothing in the way where all is committed, whatever is not tracked', () =>
    inTemporaryFolder(async (folder) => {
      const repository = clonedRepository(folder);
      repository.write('new.txt', 'x');
      assert.deepEqual(await whereWorkStands(git, repository.path), { branch: 'main', inTheWay: [] });
      repository.git('switch', '--quiet', '--detach');
      assert.equal((await whereWorkStands(git, repository.path))?.branch, null);
    }));

  it('names what is not committed', () =>
    inTemporaryFolder(async (folder) => {
      const repository = clonedRepository(folder);
      repository.write('a.txt', 'x');
      assert.deepEqual((await whereWorkStands(git, repository.path))?.inTheWay, [
        '1 file has changes that are not committed (a.txt): commit or stash them first.',
      ]);
      for (const name of ['c', 'd', 'e']) repository.write(name, 'x');
      repository.git('add', '--all');
      assert.deepEqual((await whereWorkStands(git, repository.path))?.inTheWay, [
        '4 files have changes that are not committed (a.txt, c, d, …): commit or stash them first.',
      ]);
    }));

  it('names what git is in the middle of', () =>
    inTemporaryFolder(async (folder) => {
      const repository = clonedRepository(folder);
      repository.git('switch', '--quiet', '--create', 'x');
      repository.commit('a.txt', 'x');
      repository.git('switch', '--quiet', 'main');
      repository.commit('a.txt', 'y');
      repository.tryGit('merge', 'x');
      const stands = await whereWorkStands(git, repository.path);
      assert.match(stands?.inTheWay.join('\n') ?? '', /^git merge is in progress: .*\n1 file has changes/);
    }));

  it('knows nothing without git or a repository', () =>
    inTemporaryFolder(async (folder) => {
      assert.equal(await whereWorkStands(noGit, '/w'), null);
      assert.equal(await whereWorkStands(git, folder), null);
    }));
});

describe('filesOfHandoff', () => {
  it('lists what its commits have changed and is still there, below the folder', () =>
    inTemporaryFolder(async (folder) => {
      const repository = clonedRepository(folder);
      repository.commit('web/old.ts', 'x');
      const base = repository.git('rev-parse', 'HEAD').trim();
      repository.commit('a.txt', lines(1, 31));
      repository.git('rm', '--quiet', 'web/old.ts');
      repository.commit('web/new.ts', 'x');
      const head = repository.git('rev-parse', 'HEAD').trim();
      assert.deepEqual(await filesOfHandoff(git, repository.path, { base, head }), ['a.txt', 'web/new.ts']);
      assert.deepEqual(await filesOfHandoff(git, `${repository.path}/web`, { base, head }), ['new.ts']);
      assert.deepEqual(await filesOfHandoff(git, repository.path, { base: null, head: null }), []);
      assert.deepEqual(await filesOfHandoff(git, repository.path, { base: null, head }), ['a.txt', 'web/new.ts']);
      assert.deepEqual(await filesOfHandoff(git, repository.path, { base: '1'.repeat(40), head }), []);
      assert.deepEqual(await filesOfHandoff(noGit, repository.path, { base, head }), []);
    }));
});

describe('isBranchName', () => {
  it('refuses what git could take for something else', () => {
    for (const name of ['main', 'feature/x', "it's;me", 'ä']) assert.ok(isBranchName(name), name);
    for (const name of ['', '-f', '--orphan', 'a b', 'a^', 'a:b', 'a*', 'HEAD~1', 'a\n'])
      assert.ok(!isBranchName(name), name);
  });
});
