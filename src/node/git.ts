import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, lstat, open } from 'node:fs/promises';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { fileURLToPath } from 'node:url';
import { type Git, GitUnavailable } from '../app/ports.ts';
import { parseBatch, smallBlobs } from './git-batch.ts';
import { hardenedEnvironment } from './git-environment.ts';

export interface NodeGitOptions {
  /** Whether a child process may be started; asked before each command. Without it, it may. */
  mayRun?(): boolean;
  /** Without it, that of this process. */
  readonly environment?: NodeJS.ProcessEnv;
  /** The git binary; without it, the first on the PATH. */
  readonly binary?: string;
  /** Bytes of output, stdout and stderr each, beyond which a command is stopped. */
  readonly maximumOutput?: number;
}

/** Commands that compare no file of the work tree, so that there is no filter to keep from starting. */
const startsNoFilter = new Set(
  'cat-file check-attr config diff-tree for-each-ref log ls-tree merge-base remote rev-list rev-parse show-ref symbolic-ref'.split(
    ' ',
  ),
);

/** For how long what filters are configured is taken for granted, in milliseconds: about as long as one gathering takes. */
const filtersHold = 500;

/** The first version of git that takes configuration from the environment (GIT_CONFIG_COUNT). */
const oldestVersion: readonly [number, number] = [2, 31];

/** Git on this machine. Folders are absolute paths or `file:` URIs. */
export function nodeGit(options: NodeGitOptions = {}): Git {
  const { mayRun = () => true, environment = process.env, maximumOutput = 64 * 1024 * 1024 } = options;
  let found: Promise<{ readonly path: string; readonly usable: Promise<void> }> | undefined;

  /** The binary, and whether it turns out to be new enough: only questions to its configuration may come before that. */
  function binary() {
    // Git may be installed or mended while we run: where it fails, it is asked again next time.
    const forget = () => {
      found = undefined;
    };
    if (found) return found;
    found = findBinary();
    found.then(({ usable }) => usable).catch(forget);
    return found;
  }

  async function findBinary() {
    const path = options.binary ?? (await findOnPath(environment));
    return { path, usable: checkVersion(path, environment, maximumOutput) };
  }

  /** Starts the command with its output going to `read`, with the filters of the repository switched off. */
  async function start(
    folder: string,
    args: readonly string[],
    read: Reader,
    { signal, input }: { readonly signal?: AbortSignal | undefined; readonly input?: string },
  ): Promise<Ended> {
    if (!mayRun()) throw new GitUnavailable('Git is not started in a workspace that is not trusted.');
    const cwd = pathOf(folder);
    const { path, usable } = await binary();
    const asked = startsNoFilter.has(args[0] ?? '') ? [] : configuredFilters(path, cwd);
    const [filters] = await Promise.all([asked, usable]);
    const env = hardenedEnvironment(environment, filters);
    return ended(path, ['--no-pager', ...args], read, {
      cwd,
      env,
      ...(signal && { signal }),
      ...(input !== undefined && { input }),
    });
  }

  /** By folder, for a moment: commands that start together, or right after each other, ask once. */
  const asking = new Map<string, Promise<readonly string[]>>();

  function configuredFilters(git: string, cwd: string): Promise<readonly string[]> {
    const known = asking.get(cwd);
    if (known) return known;
    const keys = collector(maximumOutput);
    const command = ['config', '--null', '--name-only', '--get-regexp', '^filter\\.'];
    const asked = ended(git, command, keys.read, { cwd, env: hardenedEnvironment(environment, []) }).then(
      () => {
        setTimeout(() => asking.delete(cwd), filtersHold).unref();
        return keys.text().split('\0');
      },
      (error: unknown) => {
        asking.delete(cwd);
        throw error;
      },
    );
    asking.set(cwd, asked);
    return asked;
  }

  return {
    async run(folder, args, signal) {
      const output = collector(maximumOutput);
      const { exitCode, stderr } = await start(folder, args, output.read, { signal });
      if (exitCode === null) throw saysTooMuch(args, maximumOutput);
      return { exitCode, stdout: output.text(), stderr };
    },
    async stream(folder, args, read, signal) {
      const decoder = new StringDecoder('utf8');
      const ended = await start(folder, args, (chunk) => read(decoder.write(chunk)), { signal });
      if (ended.exitCode !== null) read(decoder.end());
      return { ...ended, stdout: '' };
    },
    async readBlobs(folder, hashes, limit, signal) {
      const batch = async (option: string, names: readonly string[]): Promise<Buffer> => {
        if (names.length === 0) return Buffer.alloc(0);
        const output = collector(Number.POSITIVE_INFINITY);
        const input = names.map((name) => `${name}\n`).join('');
        const { exitCode, stderr } = await start(folder, ['cat-file', option], output.read, { signal, input });
        if (exitCode !== 0) throw new Error(`git cat-file failed: ${stderr.trim()}`);
        return output.bytes();
      };
      const small = smallBlobs(await batch('--batch-check', hashes), limit);
      const contents = parseBatch(await batch('--batch', [...small]));
      return hashes.map((hash) => contents.get(hash) ?? null);
    },
    readFile: (folder, path, limit) => readRegularFile(resolve(pathOf(folder), path), limit),
    lastWritten: (folder, path) => lastWritten(resolve(pathOf(folder), path)),
  };
}

/** The path of a folder by its key. Throws a GitUnavailable for one of another machine. */
export function pathOf(folder: string): string {
  if (folder.startsWith('file:')) return fileURLToPath(folder);
  if (!isAbsolute(folder)) throw new GitUnavailable('Git works in folders of this machine only.');
  return folder;
}

/** Throws a GitUnavailable for a git that is too old. */
async function checkVersion(binary: string, environment: NodeJS.ProcessEnv, maximumOutput: number): Promise<void> {
  const output = collector(maximumOutput);
  await ended(binary, ['version'], output.read, { env: hardenedEnvironment(environment, []) });
  const version = output.text().trim();
  const [, major, minor] = /^git version (\d+)\.(\d+)/.exec(version) ?? [];
  const [oldestMajor, oldestMinor] = oldestVersion;
  if (Number(major) > oldestMajor || (Number(major) === oldestMajor && Number(minor) >= oldestMinor)) return;
  throw new GitUnavailable(
    `Git ${oldestVersion.join('.')} or newer is needed; this machine has “${version || 'a git that does not tell its version'}”.`,
  );
}

/** Looks in the absolute folders of the PATH only: a git that lies in the opened folder is not ours to start. */
export async function findOnPath(environment: NodeJS.ProcessEnv): Promise<string> {
  const path = Object.entries(environment).find(([name]) => name.toUpperCase() === 'PATH')?.[1] ?? '';
  const name = process.platform === 'win32' ? 'git.exe' : 'git';
  for (const folder of path.split(delimiter).filter(isAbsolute)) {
    const binary = join(folder, name);
    const found = await access(binary, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return binary;
  }
  throw new GitUnavailable('Git is not installed, or not on the PATH.');
}

/** Takes the next piece of a command's output; ends the command by returning false. */
type Reader = (chunk: Buffer) => boolean;

interface Ended {
  /** Null where the reader has ended the command. */
  readonly exitCode: number | null;
  readonly stderr: string;
}

/** Reads up to `limit` bytes. */
function collector(limit: number): { readonly read: Reader; bytes(): Buffer; text(): string } {
  const chunks: Buffer[] = [];
  let size = 0;
  return {
    read(chunk) {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      return size <= limit;
    },
    bytes: () => Buffer.concat(chunks),
    text: () => Buffer.concat(chunks).toString('utf8'),
  };
}

interface Start {
  readonly cwd?: string;
  readonly env: Record<string, string>;
  readonly signal?: AbortSignal;
  /** What the command reads; without it, nothing. */
  readonly input?: string;
}

/** Bytes of what a command says against something that are kept. */
const longestComplaint = 64 * 1024;

function ended(binary: string, args: readonly string[], read: Reader, { input, ...start }: Start): Promise<Ended> {
  return new Promise((resolvePromise, reject) => {
    const child = spawn(binary, args, {
      ...start,
      shell: false,
      windowsHide: true,
      stdio: 'pipe',
    });
    // A command that ends before it has read everything says why by itself.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    const complaint = collector(longestComplaint);
    let enough = false;
    child.stdout.on('data', (chunk: Buffer) => {
      try {
        if (enough || read(chunk)) return;
      } catch (error) {
        reject(error);
      }
      enough = true;
      child.kill();
    });
    child.stderr.on('data', complaint.read);
    child.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.name === 'AbortError' ? error : notStarted(error)),
    );
    child.on('close', (code, killedBy) => {
      if (enough) resolvePromise({ exitCode: null, stderr: complaint.text() });
      else if (code === null) reject(new Error(`git was ended by ${killedBy}.`));
      else resolvePromise({ exitCode: code, stderr: complaint.text() });
    });
  });
}

function saysTooMuch(args: readonly string[], limit: number): Error {
  return new Error(`git ${args.find((arg) => !arg.startsWith('-'))} says more than ${limit} bytes.`);
}

function notStarted(error: NodeJS.ErrnoException): GitUnavailable {
  return new GitUnavailable(`Git could not be started (${error.message}).`, { cause: error });
}

/** Errors that mean that there is no such file for us to read. */
const noSuchFile = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'EACCES', 'EPERM', 'ENXIO', 'ENAMETOOLONG']);

/** Of a link, not of what it leads to. */
async function lastWritten(path: string): Promise<number | null> {
  const stat = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (noSuchFile.has(error.code ?? '')) return null;
    throw error;
  });
  return stat?.mtimeMs ?? null;
}

async function readRegularFile(path: string, limit: number): Promise<Uint8Array | null> {
  // Without O_NONBLOCK the opening of a pipe waits for somebody who writes to it.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const file = await open(path, flags).catch((error: NodeJS.ErrnoException) => {
    if (noSuchFile.has(error.code ?? '')) return null;
    throw error;
  });
  if (!file) return null;
  try {
    const { size } = await file.stat().then((stat) => (stat.isFile() ? stat : { size: Number.POSITIVE_INFINITY }));
    if (size > limit) return null;
    const buffer = new Uint8Array(size);
    let filled = 0;
    while (filled < size) {
      const { bytesRead } = await file.read(buffer, filled, size - filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  } finally {
    await file.close();
  }
}
