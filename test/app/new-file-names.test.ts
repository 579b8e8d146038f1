import assert from 'node:assert/strict';
import { newFileNames, staysInside } from '../../src/app/new-file-names.ts';

const first = (path: string, count: number) => [...newFileNames(path)].slice(0, count);

describe('the names of a new file', () => {
  it('are the wanted one, then with a number before the extension', () => {
    assert.deepEqual(first('tasks/a.md', 3), ['tasks/a.md', 'tasks/a-2.md', 'tasks/a-3.md']);
    assert.deepEqual(first('tasks/v1.2/notes', 2), ['tasks/v1.2/notes', 'tasks/v1.2/notes-2']);
    assert.deepEqual(first('a.b.md', 2), ['a.b.md', 'a.b-2.md']);
    assert.deepEqual(first('tasks/.env', 2), ['tasks/.env', 'tasks/.env-2']);
  });

  it('end', () => assert.equal([...newFileNames('a.md')].length, 1000));
});

describe('a path', () => {
  it('stays inside its folder', () => {
    for (const path of ['a.md', 'a/b c.md', '.x/ä.md', 'a..b']) assert.equal(staysInside(path), true, path);
  });

  it('may not lead out, on any system', () => {
    for (const path of ['', '/a', '../a', 'a/../b', 'a/', 'a//b', './a', 'a\\b', 'C:a', 'a\0']) {
      assert.equal(staysInside(path), false, JSON.stringify(path));
    }
  });
});
