// Runs test/host/extension in VS Code: node --import tsx test/host/run-extension-tests.ts newest|oldest
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { makeSampleWorkspace } from '../../scripts/sample-workspace.ts';
import { bundleExtensionTests } from './bundle-tests.ts';
import { newest, oldest, type Release, root } from './install-vscode.ts';

/**
 * The VS Code to test on: VSCODE_EXECUTABLE (for the newest), a desktop VS Code where there is a desktop and it can be downloaded,
 * and the stand-in elsewhere.
 */
async function vscodeExecutable(release: Release): Promise<string> {
  if (release === newest && process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  const standIn = path.join(root, 'test/host/code-stand-in.mjs');
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return standIn;
  try {
    return await downloadAndUnzipVSCode(release.vscode);
  } catch (error) {
    if (process.platform === 'win32') throw error;
    console.log(`VS Code ${release.vscode} cannot be downloaded (${String(error)}); its server takes its place.`);
    return standIn;
  }
}

async function main(): Promise<void> {
  const name = process.argv[2] ?? 'newest';
  const parent = await mkdtemp(path.join(os.tmpdir(), 'async-ready-'));
  try {
    await runTests({
      vscodeExecutablePath: await vscodeExecutable(name === 'oldest' ? oldest : newest),
      extensionDevelopmentPath: root,
      extensionTestsPath: await bundleExtensionTests(),
      launchArgs: [await makeSampleWorkspace(parent)],
      extensionTestsEnv: { TEST_RELEASE: name },
    });
  } finally {
    await rm(parent, { recursive: true, force: true, maxRetries: 5 });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
