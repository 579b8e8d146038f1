// npm test: sets up what is missing, runs every suite and closes with one line, `N passed, N failed`.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuild, ensureDependencies, packageExtension, root, step } from './setup.mjs';

const reporter = ['--reporter', 'test/host/results-reporter.cjs'];
const mocha = ['node_modules/mocha/bin/mocha.js', ...reporter];
const hostMocha = [...mocha, '--config', 'test/host/.mocharc.json'];

/** The suites: what they are called, and what Node runs. */
const suites = {
  check: { title: 'static checks', command: ['scripts/check.mjs'] },
  unit: { title: 'unit tests', command: mocha },
  extension: {
    title: 'extension host, newest VS Code',
    command: ['--import', 'tsx', 'test/host/run-extension-tests.ts', 'newest'],
  },
  oldest: {
    title: 'extension host, oldest VS Code',
    command: ['--import', 'tsx', 'test/host/run-extension-tests.ts', 'oldest'],
  },
  web: { title: 'web extension host', command: ['--import', 'tsx', 'test/host/run-web-tests.ts'] },
  vsix: { title: 'the package', command: [...hostMocha, 'test/host/vsix.test.ts'] },
  ui: { title: 'user interface', command: [...hostMocha, 'test/host/ui/*.test.ts'] },
};

const usage = `npm test [-- --only ${Object.keys(suites).join(',')}]`;
const minutesPerSuite = 20;
/** Holds the results, and everything temporary of the suites. Short: unix sockets lie in it. */
const temporary = mkdtempSync(path.join(os.tmpdir(), 'ready-'));
/** Process groups that are running. @type {Set<number>} */
const running = new Set();
const sum = { passed: 0, failed: 0 };

process.once('exit', () => {
  for (const pid of running) end(pid);
  rmSync(temporary, { recursive: true, force: true, maxRetries: 10 });
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.once(signal, () => process.exit(130));

const selected = selectSuites();
const needs = (/** @type {string[]} */ ...names) => names.some((name) => selected.includes(name));
try {
  await ensureDependencies();
  await Promise.all([withoutVSCode(), installs()]);
  for (const name of ['extension', 'oldest', 'web', 'vsix', 'ui']) await runSuite(name);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  sum.failed += 1;
}
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;

/** Runs while VS Code and a browser are being installed. */
async function withoutVSCode() {
  if (needs('check'))
    await runSuite('check'); // Builds as well.
  else if (needs('extension', 'oldest', 'web', 'vsix', 'ui')) await ensureBuild();
  if (needs('vsix', 'ui')) await step('Packaging', packageExtension);
  await runSuite('unit');
}

async function installs() {
  if (!needs('extension', 'oldest', 'web', 'vsix', 'ui')) return;
  const { tsImport } = await import('tsx/esm/api');
  const { installVSCode, newest, oldest } = await tsImport('../test/host/install-vscode.ts', import.meta.url);
  const { ensureBrowser } = await tsImport('../test/host/browser.ts', import.meta.url);
  await step('Finding a browser', ensureBrowser);
  if (needs('extension', 'web', 'vsix', 'ui'))
    await step(`Installing VS Code ${newest.vscode}`, () => installVSCode(newest));
  if (needs('oldest')) await step(`Installing VS Code ${oldest.vscode}`, () => installVSCode(oldest));
}

/** @param {string} name */
async function runSuite(name) {
  if (!selected.includes(name)) return;
  const { title, command } = suites[name];
  const file = path.join(temporary, `${name}.ndjson`);
  console.log(`${title} …`);
  const start = performance.now();
  const { output, fault } = await runToEnd(command, {
    ...process.env,
    TMPDIR: temporary,
    TMP: temporary,
    TEMP: temporary,
    TEST_RESULTS: file,
    NO_COLOR: '1',
  });
  const { passed, skipped, failures, ended } = readResults(file);
  // An exit code proves nothing: VS Code reports 0 for an extension host that was killed.
  const crash =
    fault ?? (ended ? (passed + failures.length === 0 ? 'it has no tests' : null) : 'it ended before its tests did');
  if (crash !== null)
    failures.push({
      title: crash,
      error: `The end of its output:\n${output.trimEnd().split('\n').slice(-60).join('\n')}`,
    });
  sum.passed += passed;
  sum.failed += failures.length;
  const counts = `${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${failures.length > 0 ? 'FAILED' : 'ok'}  ${title}: ${counts} (${seconds} s)`);
  for (const { title, error } of failures) console.log(indent(`${title}\n${indent(error)}`));
}

/**
 * Runs Node to its end, in a process group of its own.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ output: string, fault: string | null }>} fault: why it could not run to its end
 */
function runToEnd(args, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const { pid = 0 } = child;
    running.add(pid);
    let output = '';
    /** @type {string | null} */
    let fault = null;
    const timer = setTimeout(() => {
      fault = `it did not end within ${minutesPerSuite} minutes`;
      end(pid);
    }, minutesPerSuite * 60_000);
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
    child.once('error', (error) => resolve({ output, fault: error.message }));
    child.once('close', () => {
      clearTimeout(timer);
      end(pid); // Whatever it may have left behind.
      running.delete(pid);
      resolve({ output, fault });
    });
  });
}

/** Ends a process group; its programs stop what they have started outside of it. @param {number} pid */
function end(pid) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGTERM');
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/**
 * Reads what test/host/results-reporter.cjs has written.
 * @param {string} file
 */
function readResults(file) {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  /** @type {{ state: string, title: string, error: string }[]} */
  const all = lines.map((line) => JSON.parse(line));
  return {
    passed: all.filter(({ state }) => state === 'passed').length,
    skipped: all.filter(({ state }) => state === 'skipped').length,
    failures: all.filter(({ state }) => state === 'failed'),
    ended: all.at(-1)?.state === 'end',
  };
}

function selectSuites() {
  const all = Object.keys(suites);
  const { values } = parse();
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  const chosen = values.only?.split(',') ?? all;
  const unknown = chosen.filter((name) => !all.includes(name));
  if (unknown.length > 0) refuse(`There is no suite ${unknown.join(', ')}.`);
  return chosen;
}

function parse() {
  try {
    return parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean' } } });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

/** @param {string} why @returns {never} */
function refuse(why) {
  console.error(`${why}\n${usage}`);
  process.exit(2);
}

/** @param {string} text */
function indent(text) {
  return text.replaceAll(/^(?=.)/gm, '    ');
}
