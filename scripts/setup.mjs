// What has to stand before anything else runs. Node's own modules only: nothing is installed yet.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the clone. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * Runs a program to its end without a word; rejects with what it has printed when it cannot be started or fails.
 * @param {string} command
 * @param {string[]} args
 */
export async function run(command, args) {
  await new Promise((resolve, reject) => {
    // npm is a batch file on Windows, which only a shell starts; no argument comes from outside this project.
    const shell = process.platform === 'win32' && command === 'npm';
    const child = spawn(command, args, { cwd: root, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        output += data;
      });
    child.once('error', (error) => reject(new Error(`${command} could not be started: ${error.message}`)));
    child.once('close', (code, signal) => {
      if (code === 0) resolve(undefined);
      else reject(new Error(`${output}\n${command} ${args.join(' ')} ended with ${signal ?? `exit code ${code}`}.`));
    });
  });
}

/**
 * Says what is being done, and how long it took when a person had time to wonder.
 * @template T
 * @param {string} what for example `Installing the dependencies`
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, work) {
  const start = performance.now();
  console.log(`${what} …`);
  const result = await work();
  const seconds = (performance.now() - start) / 1000;
  if (seconds > 1) console.log(`${what}: ${seconds.toFixed(1)} s`);
  return result;
}

/** Installs what package-lock.json names, unless node_modules holds just that. Rejects when npm fails. */
export async function ensureDependencies() {
  const [wanted, installed] = await Promise.all([
    lockedPackages('package-lock.json'),
    lockedPackages('node_modules/.package-lock.json'),
  ]);
  const missing = Object.entries(wanted).filter(
    ([name, { version, optional }]) =>
      name !== '' && installed[name]?.version !== version && !(optional && !installed[name]),
  );
  if (missing.length > 0)
    await step('Installing the dependencies', () => run('npm', ['ci', '--no-audit', '--no-fund']));
}

/** Builds dist/ as it is shipped. Rejects when the build fails. */
export async function ensureBuild() {
  await step('Building the extension', () => run(process.execPath, ['esbuild.mjs', '--production']));
}

/**
 * Packages what `ensureBuild` has built.
 * @returns {Promise<string>} the .vsix. Rejects when vsce refuses.
 */
export async function packageExtension() {
  const file = path.join(root, 'dist/async-ready.vsix');
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  await run(process.execPath, [
    vsce,
    'package',
    '--no-dependencies',
    '--no-rewrite-relative-links',
    '--allow-missing-repository',
    '--out',
    file,
  ]);
  return file;
}

/**
 * @param {string} file relative to the clone
 * @returns {Promise<Record<string, { version: string, optional?: boolean }>>} by folder; empty when there is no such file
 */
async function lockedPackages(file) {
  try {
    return JSON.parse(await readFile(path.join(root, file), 'utf8')).packages;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return {};
    throw error;
  }
}
