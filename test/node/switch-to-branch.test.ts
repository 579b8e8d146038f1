import assert from 'node:assert/strict';
import type { Checkout } from '../../src/app/ports.ts';
import { switchToBranch } from '../../src/app/switch-to-branch.ts';
import { noGit } from '../fakes/no-git.ts';
import { plainGit as git } from './gathered-in.ts';
import { inTemporaryFolder, lines, type TemporaryRepository, twoClones } from './temporary-repository.ts';

interface Clones {
  readonly author: TemporaryRepository;
  readonly reader: TemporaryRepository;
  /** What has been done to the reader's clone. */
  readonly done: string[];
  switchTo(branch: string): Promise<void>;
}

/** Two clones of one repository; the author has pushed the branch `feature/x`. */
const inTwoClones = (body: (clones: Clones) => Promise<void>) => () =>
  inTemporaryFolder(async (folder) => {
    const { author, reader } = twoClones(folder);
    author.git('switch', '--quiet', '--create', 'feature/x');
    author.commit('a.txt', lines(1, 31));
    author.git('push', '--quiet', '--set-upstream', 'origin', 'feature/x');
    const done: string[] = [];
    const act = (...args: string[]) => {
      done.push(args.join(' '));
      reader.git(...args);
    };
    const checkout: Checkout = {
      fetch: async () => act('fetch', '--quiet'),
      switchTo: async (_, branch) => act('checkout', '--quiet', branch),
      fastForward: async (_, ref) => act('merge', '--quiet', ref),
    };
    await body({ author, reader, done, switchTo: (branch) => switchToBranch({ git, checkout }, reader.path, branch) });
  });

const head = (repository: TemporaryRepository): string => repository.git('rev-parse', 'HEAD').trim();

describe('switchToBranch', function () {
  this.timeout(20_000);

  it(
    'fetches, and makes a branch that only the remote has',
    inTwoClones(async ({ author, reader, done, switchTo }) => {
      await switchTo('feature/x');
      assert.deepEqual(done, ['fetch --quiet', 'checkout --quiet feature/x']);
      assert.equal(head(reader), head(author));
      assert.equal(reader.git('branch', '--show-current').trim(), 'feature/x');
    }),
  );

  it(
    'brings a branch that is here already up to its upstream',
    inTwoClones(async ({ author, reader, done, switchTo }) => {
      await switchTo('feature/x');
      author.commit('a.txt', lines(1, 32));
      author.git('push', '--quiet');
      done.length = 0;
      await switchTo('feature/x');
      assert.deepEqual(done, ['fetch --quiet', 'merge --quiet origin/feature/x']);
      assert.equal(head(reader), head(author));
    }),
  );

  it(
    'merges nothing into commits of this machine',
    inTwoClones(async ({ author, reader, done, switchTo }) => {
      await switchTo('feature/x');
      author.commit('a.txt', lines(1, 32));
      author.git('push', '--quiet');
      reader.commit('mine.txt', 'x');
      const mine = head(reader);
      done.length = 0;
      await switchTo('feature/x');
      assert.deepEqual(done, ['fetch --quiet']);
      assert.equal(head(reader), mine);
    }),
  );

  it(
    'does nothing at all over changes, and says what stands in the way',
    inTwoClones(async ({ reader, done, switchTo }) => {
      reader.write('a.txt', 'mine\n');
      const before = reader.gitDigest();
      await assert.rejects(switchTo('feature/x'), {
        message: 'Nothing was switched. 1 file has changes that are not committed (a.txt): commit or stash them first.',
      });
      assert.deepEqual(done, []);
      assert.equal(reader.gitDigest(), before);
    }),
  );

  it(
    'takes no option for a branch, and tells what git says of one that is not there',
    inTwoClones(async ({ done, switchTo }) => {
      await assert.rejects(switchTo('--force'), /no name of a branch/);
      assert.deepEqual(done, []);
      await assert.rejects(switchTo('feature/gone'), /feature\/gone/);
    }),
  );

  it('switches nothing where git does not tell where the work stands', async () => {
    const fail = async () => assert.fail();
    const checkout = { fetch: fail, switchTo: fail, fastForward: fail };
    await assert.rejects(switchToBranch({ git: noGit, checkout }, '/w', 'x'), /does not tell where the work stands/);
  });
});
