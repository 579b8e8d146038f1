import assert from 'node:assert/strict';
import { isCandidatePath } from '../../src/app/candidate-paths.ts';

describe('a candidate', () => {
  it('is markdown anywhere, and a text file below tasks', () => {
    for (const path of ['a.md', 'x/b.markdown', '.backlog/c.mdx', 'tasks/d.txt', '.taskmaster/tasks/x/e.txt']) {
      assert.equal(isCandidatePath(path), true, path);
    }
  });

  it('is nothing else, and nothing in an ignored folder', () => {
    for (const path of ['a.txt', 'a.mdown', 'tasks.txt', 'node_modules/a.md', 'x/node_modules/y/a.md', '.git/a.md']) {
      assert.equal(isCandidatePath(path), false, path);
    }
  });
});
