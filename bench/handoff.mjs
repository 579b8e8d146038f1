// Whole processes in turn over the same repositories: the handoff with its note, and the two commands of git that
// look at the same. Prints wall times, the ratios of wall and of processor times, which a busy machine changes less,
// and the most memory that the handoff's process took.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist', 'cli.cjs');
const rounds = Number(process.argv[2] ?? 5);

/** Each line of a file is its own, so that git finds no renames by chance. */
const lines = (count, seed) =>
  Array.from({ length: count }, (_, at) => `const value${seed}x${at} = ${seed * at};\n`).join('');

function git(cwd, args, input = '') {
  const { status, stderr } = spawnSync('git', args, {
    cwd,
    input,
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
}

function write(folder, path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/**
 * A repository with a remote, one commit that is not pushed, and changes that are not committed.
 * @param files how many there are. @param changed how many of them have changed, one in ten of those in the commit.
 * @param added lines that each change adds.
 */
function repository(folder, { files, changed, added }) {
  const path = (at) => `src/area${at % 100}/part${Math.floor(at / 100) % 50}/file${at}.ts`;
  mkdirSync(folder, { recursive: true });
  git(folder, ['init', '--quiet', '--initial-branch=main']);
  for (const [name, value] of [
    ['user.name', 'Ann'],
    ['user.email', 'ann@example.com'],
    ['gc.auto', '0'],
  ])
    git(folder, ['config', name, value]);
  const blobs = Array.from({ length: files }, (_, at) => {
    const text = lines(5, at);
    return `M 100644 inline ${path(at)}\ndata ${text.length}\n${text}\n`;
  });
  const commit = 'commit refs/heads/main\ncommitter Ann <ann@example.com> 1772440000 +0100\ndata 3\nAll\n';
  git(folder, ['fast-import', '--quiet'], `${commit}${blobs.join('')}`);
  git(folder, ['reset', '--quiet', '--hard']);
  git(folder, ['update-ref', 'refs/remotes/origin/main', 'HEAD']);
  git(folder, ['remote', 'add', 'origin', '/nowhere']);
  git(folder, ['config', 'branch.main.remote', 'origin']);
  git(folder, ['config', 'branch.main.merge', 'refs/heads/main']);
  const step = Math.floor(files / changed);
  const change = (at) => write(folder, path(at * step), lines(5 + added, at * step));
  const committed = Math.floor(changed / 10);
  for (let at = 0; at < committed; at++) change(at);
  git(folder, ['commit', '--quiet', '--all', '--allow-empty', '--message', 'Some']);
  for (let at = committed; at < changed; at++) change(at);
}

/** Runs a process to its end. @returns wall time in milliseconds, and its highest resident memory in MB. */
function run(command, args, cwd) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let memory = 0;
    // Linux keeps the highest, as long as the process lives; other systems tell nothing here.
    const watch = setInterval(() => {
      const status = existsSync(`/proc/${child.pid}/status`) ? readFileSync(`/proc/${child.pid}/status`, 'utf8') : '';
      memory = Math.max(memory, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    }, 10);
    let complaint = '';
    child.stderr.on('data', (data) => {
      complaint += data;
    });
    child.on('error', reject);
    child.on('close', (status) => {
      clearInterval(watch);
      if (status === 0) resolve({ time: performance.now() - start, memory });
      else reject(new Error(`${command} ${args.join(' ')}: ${complaint}`));
    });
  });
}

/** Processor time of all children that have ended, theirs included, in milliseconds; proc(5), cutime and cstime. */
function processorTime() {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) * 10;
}

async function measure(title, folder) {
  const handoff = { time: [], processor: [], memory: [] };
  const plain = { time: [], processor: [] };
  for (let round = 0; round < rounds; round++) {
    const start = processorTime();
    const ours = await run(process.execPath, [cli, 'handoff', '--format', 'json'], folder);
    const between = processorTime();
    const status = await run('git', ['status', '--porcelain'], folder);
    const diff = await run('git', ['diff', '--numstat', 'HEAD~1'], folder);
    handoff.time.push(ours.time);
    handoff.processor.push(between - start);
    handoff.memory.push(ours.memory);
    plain.time.push(status.time + diff.time);
    plain.processor.push(processorTime() - between);
  }
  const least = (values) => Math.min(...values);
  const ratio = (kind) => (least(handoff[kind]) / least(plain[kind])).toFixed(1);
  console.log(
    `${title.padEnd(30)} ${least(handoff.time).toFixed(0).padStart(6)} ms, git ${least(plain.time).toFixed(0)} ms: ${ratio('time')} times; ` +
      `processor ${least(handoff.processor)} ms, git ${least(plain.processor)} ms: ${ratio('processor')} times; ${Math.max(...handoff.memory).toFixed(0)} MB`,
  );
}

if (spawnSync(process.execPath, [join(root, 'esbuild.mjs'), '--production'], { cwd: root }).status !== 0)
  throw new Error('The build failed.');
const parent = mkdtempSync(join(tmpdir(), 'async-ready-bench-'));
try {
  const cases = {
    '50,000 files, 100 changes': { files: 50_000, changed: 100, added: 20 },
    '5,000 files, 100 changes': { files: 5_000, changed: 100, added: 20 },
    '5,000 files, 1,000 changes': { files: 5_000, changed: 1_000, added: 20 },
    'a diff of 50 MB in 100 files': { files: 1_000, changed: 100, added: 16_000 },
    'a diff of 25 MB in 50 files': { files: 1_000, changed: 50, added: 16_000 },
    'a diff of 50 MB in one file': { files: 10, changed: 1, added: 1_600_000 },
  };
  for (const [title, shape] of Object.entries(cases)) {
    const folder = join(parent, title.replace(/\W+/g, '-'));
    repository(folder, shape);
    await measure(title, folder);
    rmSync(folder, { recursive: true, force: true });
  }
} finally {
  rmSync(parent, { recursive: true, force: true });
}
