import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { thirdPartyNotices } from '../scripts/third-party-notices.ts';

describe('the notices on what others have written', () => {
  let root = '';
  beforeEach(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'async-ready-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  async function install(name: string, license: Record<string, string>): Promise<void> {
    const folder = path.join(root, 'node_modules', name);
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name, version: '1.2.3' }));
    for (const [file, text] of Object.entries(license)) await writeFile(path.join(folder, file), text);
  }

  it('hand on the license of each package that is in a bundle, once, and of no other', async () => {
    await install('b', { 'LICENSE.md': 'As you like.\r\nBut name me.\r\n' });
    await install('@scope/a', { LICENCE: 'Free.' });
    await install('unused', { LICENSE: 'Secret.' });
    const inputs = ['src/a.ts', 'node_modules/b/x.js', 'node_modules/b/lib/y.js', 'node_modules/@scope/a/index.js'];
    const line = '-'.repeat(60);
    assert.equal(
      await thirdPartyNotices(root, inputs),
      `Async Ready holds parts of these packages.\n\n@scope/a 1.2.3\n${line}\nFree.\n\nb 1.2.3\n${line}\nAs you like.\nBut name me.\n`,
    );
  });

  it('cannot be made where a license is missing', async () => {
    await install('b', { 'README.md': 'Free' });
    await assert.rejects(thirdPartyNotices(root, ['node_modules/b/x.js']), /The package b has no text of its license/);
  });
});
