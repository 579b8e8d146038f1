import assert from 'node:assert/strict';
import fc from 'fast-check';
import { areas } from '../../../src/core/handoff/note-areas.ts';
import { file } from './example-facts.ts';

const shown = (...paths: string[]) =>
  areas(paths.map((path) => file({ path }))).map(({ folder, files }) => [folder, files.length]);

describe('areas', () => {
  it('are the folders that the files lie in, those with most files first', () => {
    assert.deepEqual(shown('src/b/x.ts', 'src/a/x.ts', 'src/a/y.ts', 'src/a/z.ts', 'top.md'), [
      ['src/a', 3],
      ['', 1],
      ['src/b', 1],
    ]);
  });

  it('are none for a few files', () => {
    assert.deepEqual(shown('a/x.ts', 'b/y.ts', 'c/z.ts', 'd.ts'), [['', 4]]);
  });

  it('are the folders above where there are too many', () => {
    const paths = Array.from({ length: 13 }, (_, at) => `src/part${at}/deep/x.ts`);
    assert.deepEqual(shown(...paths, 'docs/a/x.md'), [
      ['src', 13],
      ['docs', 1],
    ]);
  });

  it('hold every file once, at its place', () => {
    const path = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 5 })
      .map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 60 }), (paths) => {
        const found = areas(paths.map((each) => file({ path: each })));
        const inside = found.flatMap(({ files }) => files.map((each) => each.path));
        assert.deepEqual(inside.toSorted(), paths.toSorted());
        for (const { folder, files } of found)
          for (const each of files) assert.ok(folder === '' || each.path.startsWith(`${folder}/`));
      }),
    );
  });
});
