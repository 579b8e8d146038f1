// What has to stand before anything else runs. Node's own modules only: nothing is installed yet.
import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the clone. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * Runs a program to its end, with this terminal's input and output.
 * Rejects when it cannot be started or fails.
 * @param {string} command
 * @param {string[]} args
 */
export async function run(command, args) {
  await new Promise((resolve, reject) => {
    // npm is a batch file on Windows, which only a shell starts; no argument comes from outside this project.
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32' && command === 'npm',
    });
    child.once('error', (error) => reject(new Error(`${command} could not be started: ${error.message}`)));
    child.once('close', (code, signal) =>
      code === 0
        ? resolve(undefined)
        : reject(new Error(`${command} ${args.join(' ')} ended with ${signal ?? `exit code ${code}`}.`)),
    );
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

/** Installs what package-lock.json names, unless that is what node_modules holds. Rejects when npm fails. */
export async function ensureDependencies() {
  const [wanted, installed] = await Promise.all([
    modified('package-lock.json'),
    modified('node_modules/.package-lock.json'),
  ]);
  if (installed < wanted || installed === 0)
    await step('Installing the dependencies', () => run('npm', ['ci', '--no-audit', '--no-fund']));
}

/** Builds dist/ as it is shipped. Rejects when the build fails. */
export async function ensureBuild() {
  await step('Building the extension', () => run(process.execPath, ['esbuild.mjs', '--production']));
}

/**
 * Lets this process import the TypeScript of test/host. Needs the dependencies.
 */
export async function allowTypeScript() {
  const { register } = await import('tsx/esm/api');
  register();
}

/** @param {string} file relative to the clone @returns {Promise<number>} when it was last written; 0 when it does not exist */
async function modified(file) {
  try {
    return (await stat(path.join(root, file))).mtimeMs;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return 0;
    throw error;
  }
}
