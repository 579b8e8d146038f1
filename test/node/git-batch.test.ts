import assert from 'node:assert/strict';
import { nodeGit } from '../../src/node/git.ts';
import { inTemporaryFolder, plainEnvironment, repositoryAt } from './temporary-repository.ts';

describe('readBlobs', () => {
  it('gives the bytes of blobs in the order in which they were asked for, and null for what there is none of', () =>
    inTemporaryFolder(async (folder) => {
      const r = repositoryAt(folder);
      const contents = [
        Buffer.from('a\nb\n'),
        Buffer.from([0, 255, 10, 13, 0]),
        Buffer.alloc(0),
        Buffer.from('x'.repeat(200_000)),
      ];
      for (const [at, content] of contents.entries()) r.commit(`${at}.bin`, content);
      const hashes = contents.map((_, at) => r.git('rev-parse', `HEAD:${at}.bin`).trim());
      const tree = r.git('rev-parse', 'HEAD^{tree}').trim();
      const git = nodeGit({ environment: plainEnvironment });
      const asked = [hashes[1], hashes[0], '0'.repeat(40), tree, hashes[2], hashes[3], hashes[0]].map(String);
      const read = async (limit: number) =>
        (await git.readBlobs(folder, asked, limit)).map((bytes) => bytes && Buffer.from(bytes));
      const [a, b, empty, large] = contents;
      assert.deepEqual(await read(1_000_000), [b, a, null, null, empty, large, a]);
      assert.deepEqual(await read(4), [null, a, null, null, empty, null, a]);
      assert.deepEqual(await git.readBlobs(folder, [], 10), []);
    }));

  it('rejects where there is no repository', () =>
    inTemporaryFolder(async (folder) => {
      const git = nodeGit({ environment: { ...plainEnvironment, GIT_CEILING_DIRECTORIES: folder } });
      await assert.rejects(git.readBlobs(folder, ['0'.repeat(40)], 10), /git cat-file failed: .*not a git repository/);
    }));
});
