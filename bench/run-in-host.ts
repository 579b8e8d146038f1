import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { root } from '../test/host/install-vscode.ts';

/**
 * Runs the module at `entry` (relative to the clone) in the extension host of a real VS Code that has `workspace` open, with the
 * extension as it is built. Its `run()` finds the bundle to measure in MEASURED_FILE and writes JSON to MEASURED_RESULT.
 * @param result a file that may be written.
 * @returns what was written.
 */
export async function runInHost<T>(entry: string, workspace: string, result: string): Promise<T> {
  const bundle = path.join(root, 'dist/test', `${entry.replace(/\W/g, '-')}.js`);
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    external: ['vscode'],
  });
  await runTests({
    vscodeExecutablePath: path.join(root, 'test/host/code-stand-in.mjs'),
    extensionDevelopmentPath: root,
    extensionTestsPath: bundle,
    launchArgs: [workspace],
    extensionTestsEnv: { MEASURED_RESULT: result, MEASURED_FILE: path.join(root, 'dist/extension.js') },
  });
  return JSON.parse(await readFile(result, 'utf8')) as T;
}
