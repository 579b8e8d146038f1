import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInRepository } from '../../src/node/is-in-repository.ts';
import { inTemporaryFolder } from './temporary-repository.ts';

describe('isInRepository', () => {
  it('knows the root of a repository or work tree, and what lies below one', () =>
    inTemporaryFolder(async (folder) => {
      const [inside, tree] = [join(folder, 'repository', 'a', 'b'), join(folder, 'tree')];
      for (const made of [inside, tree, join(folder, 'repository', '.git')]) mkdirSync(made, { recursive: true });
      writeFileSync(join(tree, '.git'), 'gitdir: elsewhere');
      assert.deepEqual([folder, tree, inside, join(inside, '..', '..')].map(isInRepository), [false, true, true, true]);
    }));
});
