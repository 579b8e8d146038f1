// Whole processes over the same documents, interleaved: the check, its peers, and the floor of reading the files.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeDocuments } from './documents.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const peers = join(root, '.vscode-test', 'peers');
const rounds = Number(process.argv[2] ?? 5);

function installPeers() {
  if (existsSync(join(peers, 'node_modules', '.bin', 'rumdl'))) return;
  mkdirSync(peers, { recursive: true });
  run(
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', peers, 'rumdl@0.2.75', 'markdownlint-cli2@0.24.1'],
    root,
  );
}

/** Runs a process to its end; a linter that finds something ends with 1. Returns wall time in milliseconds. */
function run(command, args, cwd) {
  const start = performance.now();
  const { status, error, stderr } = spawnSync(command, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1 << 30,
    env: { ...process.env, NO_COLOR: '1' },
  });
  if (error || status === null || status > 1)
    throw error ?? new Error(`${command} ${args.join(' ')}: ${status}\n${stderr.toString().slice(0, 2000)}`);
  return performance.now() - start;
}

const bin = (name) => join(peers, 'node_modules', '.bin', name);
const cli = join(root, 'dist', 'cli.cjs');
const reader = `const fs = require('node:fs'), path = require('node:path');
for (const entry of fs.readdirSync('.', { recursive: true })) if (entry.endsWith('.md')) fs.readFileSync(entry);`;

const contestants = {
  'async-ready check': (folder) => run(process.execPath, [cli, 'check', '--format', 'json', '.'], folder),
  'reading the files': (folder) => run(process.execPath, ['-e', reader], folder),
  rumdl: (folder) => run(bin('rumdl'), ['check', '--no-cache', '.'], folder),
  'markdownlint-cli2': (folder) => run(bin('markdownlint-cli2'), ['**/*.md'], folder),
};

const best = (times) => Math.min(...times);

run(process.execPath, [join(root, 'esbuild.mjs'), '--production'], root);
installPeers();
const folder = mkdtempSync(join(tmpdir(), 'async-ready-bench-'));
try {
  const [large, small] = [join(folder, '10000'), join(folder, '1000')];
  const bytes = writeDocuments(large, 10_000);
  writeDocuments(small, 1_000);
  console.log(
    `10,000 documents, ${(bytes / 1e6).toFixed(1)} MB; best of ${rounds} interleaved rounds (markdownlint-cli2: of 2)`,
  );
  const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  const smallTimes = [];
  const emptyTimes = [];
  for (let round = 0; round < rounds; round++) {
    for (const [name, time] of Object.entries(contestants))
      if (name !== 'markdownlint-cli2' || round < 2) times[name].push(time(large));
    smallTimes.push(contestants['async-ready check'](small));
    emptyTimes.push(run(process.execPath, [cli, '--version'], folder));
  }
  const ours = best(times['async-ready check']);
  for (const [name, list] of Object.entries(times)) {
    console.log(
      `${name.padEnd(20)} ${(best(list) / 1000).toFixed(2)} s   ours is ${(ours / best(list)).toFixed(3)} of it`,
    );
  }
  const start = best(emptyTimes);
  const growth = (ours - start) / 10_000 / ((best(smallTimes) - start) / 1_000);
  console.log(`start-up ${start.toFixed(0)} ms; per document at 10,000 against 1,000: ${growth.toFixed(2)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
