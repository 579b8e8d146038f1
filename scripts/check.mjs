// npm run check: everything that is said about the code without running it.
import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { ensureDependencies, root } from './setup.mjs';

/** @type {[name: string, ...command: string[]][]} */
const checks = [
  ['types', 'node_modules/typescript/bin/tsc'],
  ['types of the pure core', 'node_modules/typescript/bin/tsc', '--project', 'tsconfig.core.json'],
  ['types of the webviews', 'node_modules/typescript/bin/tsc', '--project', 'tsconfig.webview.json'],
  ['format, lint and boundaries', 'node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '--colors=off'],
  ['unused files, exports and dependencies', 'node_modules/knip/bin/knip.js', '--no-progress'],
  ['bundles and their budget', 'esbuild.mjs', '--production'],
];

await ensureDependencies();
for (const [title, ...command] of checks) {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  const output = `${stdout}${stderr}`;
  console.log(status === 0 ? `ok      ${title}` : `FAILED  ${title}\n${output}`);
  if (status !== 0) process.exitCode = 1;
  report(status === 0 ? { state: 'passed', title } : { state: 'failed', title, error: output });
}
report({ state: 'end' });

/** Under npm test the results go where test/host/results-reporter.cjs writes those of the tests. @param {object} result */
function report(result) {
  if (process.env.TEST_RESULTS) appendFileSync(process.env.TEST_RESULTS, `${JSON.stringify(result)}\n`);
}
