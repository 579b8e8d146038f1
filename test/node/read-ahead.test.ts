import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { readAhead } from '../../src/node/read-ahead.ts';

describe('readAhead', () => {
  let folder: string;
  let thread: string;
  const file = (at: number): string => path.join(folder, `${at}.md`);
  const keys = (count: number): string[] => Array.from({ length: count }, (_, at) => file(at));

  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'async-ready-'));
    thread = path.join(folder, 'reader-thread.cjs');
    await build({
      entryPoints: ['src/node/reader-thread.ts'],
      outfile: thread,
      bundle: true,
      platform: 'node',
      logLevel: 'warning',
    });
    for (let at = 0; at < 700; at++) if (at !== 350) await writeFile(file(at), `# ${'x'.repeat(at)}`);
  });

  after(() => rm(folder, { recursive: true, force: true }));

  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

  it('gives what is in each file, in order or not, of the list or not', async () => {
    const reader = readAhead(thread, keys(699));
    try {
      for (const at of [0, 1, 99, 100, 698, 2, 500, 699])
        assert.equal(text(await reader.read(file(at))), `# ${'x'.repeat(at)}`);
    } finally {
      await reader.stop();
    }
  });

  it('says why a file cannot be read, and reads the next', async () => {
    const reader = readAhead(thread, keys(700));
    try {
      await assert.rejects(reader.read(file(350)), { code: 'ENOENT' });
      assert.equal(text(await reader.read(file(351))), `# ${'x'.repeat(351)}`);
    } finally {
      await reader.stop();
    }
  });

  it('reads on where the second thread fails', async () => {
    const reader = readAhead(path.join(folder, 'gone.cjs'), keys(700));
    try {
      for (const at of [0, 600]) assert.equal(text(await reader.read(file(at))), `# ${'x'.repeat(at)}`);
    } finally {
      await reader.stop();
    }
  });

  it('starts no thread for a few files', async () => {
    const reader = readAhead(path.join(folder, 'gone.cjs'), keys(3));
    assert.equal(text(await reader.read(file(2))), '# xx');
    await reader.stop();
  });
});
