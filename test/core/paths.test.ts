import assert from 'node:assert/strict';
import { relativePath } from '../../src/core/paths.ts';

describe('relativePath', () => {
  it('leads from a document to a file or folder', () => {
    for (const [from, to, path] of [
      ['a.md', 'b.md', 'b.md'],
      ['tasks/a.md', 'tasks/b.md', 'b.md'],
      ['tasks/a.md', 'docs/b.md', '../docs/b.md'],
      ['tasks/old/a.md', 'tasks/new/b.md', '../new/b.md'],
      ['tasks/a.md', 'tasks', '../tasks'],
      ['a.md', 'tasks/a.md', 'tasks/a.md'],
    ] as const)
      assert.equal(relativePath(from, to), path);
  });
});
