import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { maximumBytes } from '../../src/core/document/candidates.ts';
import { nodeFiles, readDocument } from '../../src/node/files.ts';

describe('files on this machine', () => {
  const never = new AbortController().signal;
  let root = '';

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'files-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  async function write(path: string, text = '# A\n'): Promise<void> {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }

  it('are found in their order, without ignored folders and what is no candidate', async () => {
    for (const path of [
      'b.md',
      'tasks/a.txt',
      'a/b/c.mdx',
      '.backlog/t.md',
      'node_modules/x/y.md',
      'src/a.ts',
      'n.txt',
    ]) {
      await write(path);
    }
    const found = await nodeFiles(root).find(never);
    assert.deepEqual(
      found.map(({ path }) => path),
      ['.backlog/t.md', 'a/b/c.mdx', 'b.md', 'tasks/a.txt'],
    );
    assert.deepEqual(found[2], { key: join(root, 'b.md'), folder: root, path: 'b.md' });
  });

  it('have the keys that paths have, however these are written', () => {
    const { keyOf } = nodeFiles(root);
    const paths = [
      'a.md',
      'a/b.md',
      '',
      '.',
      '..',
      './a',
      'a/../b',
      '../a',
      'a//b',
      '/a',
      'a/',
      'a/./b',
      '.a/b',
      'a/.b',
      'a.',
    ];
    for (const folder of [root, '/']) for (const path of paths) assert.equal(keyOf(folder, path), join(folder, path));
  });

  it('are not found through links', async () => {
    await write('a.md');
    await symlink(root, join(root, 'again'));
    await symlink(join(root, 'a.md'), join(root, 'b.md'));
    const found = await nodeFiles(root).find(never);
    assert.deepEqual(
      found.map(({ path }) => path),
      ['a.md'],
    );
  });

  it('are not looked for in a folder that is not there, or after an abort', async () => {
    await assert.rejects(nodeFiles(join(root, 'none')).find(never), { code: 'ENOENT' });
    await assert.rejects(nodeFiles(root).find(AbortSignal.abort()), { name: 'AbortError' });
  });

  it('are read byte for byte', async () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => index % 256);
    await writeFile(join(root, 'a.md'), bytes);
    await write('empty.md', '');
    assert.deepEqual(await nodeFiles(root).read(join(root, 'a.md')), bytes);
    assert.equal(readDocument(join(root, 'empty.md')).length, 0);
  });

  it('are not read when they are too large, no files or not there', async () => {
    await writeFile(join(root, 'large.md'), new Uint8Array(maximumBytes + 1));
    await writeFile(join(root, 'largest.md'), new Uint8Array(maximumBytes));
    const files = nodeFiles(root);
    await assert.rejects(files.read(join(root, 'large.md')), /larger than/);
    assert.equal((await files.read(join(root, 'largest.md'))).length, maximumBytes);
    await assert.rejects(files.read(root), /not a file/);
    await assert.rejects(files.read(join(root, 'none.md')), { code: 'ENOENT' });
  });

  it('do not wait for a named pipe', async function () {
    if (process.platform === 'win32') this.skip();
    const makePipe = 'mkfifo';
    execFileSync(makePipe, [join(root, 'pipe.md')]);
    await assert.rejects(nodeFiles(root).read(join(root, 'pipe.md')), /not a file/);
  });

  it('are created with the folders on their way, and nothing is left beside them', async () => {
    const created = await nodeFiles(root).create(root, 'handoffs/2026/a.md', '# Ä\n');
    assert.deepEqual(created, { key: join(root, 'handoffs/2026/a.md'), folder: root, path: 'handoffs/2026/a.md' });
    assert.equal(await readFile(created.key, 'utf8'), '# Ä\n');
    assert.deepEqual(await readdir(join(root, 'handoffs/2026')), ['a.md']);
  });

  it('never replace others, even when many are created at once', async () => {
    await write('a.md', 'theirs');
    const files = nodeFiles(root);
    const created = await Promise.all(['1', '2', '3'].map((text) => files.create(root, 'a.md', text)));
    assert.deepEqual(created.map(({ path }) => path).sort(), ['a-2.md', 'a-3.md', 'a-4.md']);
    assert.equal(await readFile(join(root, 'a.md'), 'utf8'), 'theirs');
    const texts = await Promise.all(created.map(({ key }) => readFile(key, 'utf8')));
    assert.deepEqual(texts, ['1', '2', '3']);
    assert.equal((await readdir(root)).length, 4);
  });

  it('are not created outside of the folder, nor where a file is in the way', async () => {
    await write('file', '');
    await assert.rejects(nodeFiles(root).create(root, '../a.md', ''), /not a path inside/);
    await assert.rejects(nodeFiles(root).create(root, 'file/a.md', ''), { code: /ENOTDIR|EEXIST/ });
  });
});
