import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** An environment in which git sees no configuration of this machine, and makes the same commits every time. */
export const plainEnvironment: Record<string, string> = {
  PATH: process.env.PATH ?? '',
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.com',
  GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'ann@example.com',
  GIT_AUTHOR_DATE: '2026-03-02T10:00:00+01:00',
  GIT_COMMITTER_DATE: '2026-03-02T10:00:00+01:00',
  GIT_EDITOR: 'true',
};

export interface TemporaryRepository {
  readonly path: string;
  /** Runs git as a user would; throws when it fails. */
  git(...args: string[]): string;
  /** Runs git, and does not mind when it fails, as a merge with a conflict does. */
  tryGit(...args: string[]): void;
  write(path: string, content: string | Uint8Array): void;
  /** A digest of every byte below `.git`. */
  gitDigest(): string;
  /** Writes a file and commits everything. */
  commit(path: string, content: string | Uint8Array, message?: string): void;
  /** As `commit`, by somebody at a time of their own in ISO 8601. */
  commitAt(date: string, path: string, content: string | Uint8Array, author?: string): void;
}

/** Makes a folder for tests, and removes it when `body` has ended. */
export async function inTemporaryFolder(body: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'async-ready-'));
  try {
    await body(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes a repository with the branch main at `path`, or takes the one that is there. */
export function repositoryAt(path: string, ...init: string[]): TemporaryRepository {
  mkdirSync(path, { recursive: true });
  const run = (environment: Readonly<Record<string, string>>, args: readonly string[]) =>
    execFileSync('git', ['-c', 'protocol.file.allow=always', ...args], {
      cwd: path,
      env: { ...plainEnvironment, ...environment },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const git = (...args: string[]) => run({}, args);
  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  };
  if (!readdirSync(path).includes('.git')) git('init', '--quiet', '--initial-branch=main', ...init);
  return {
    path,
    git,
    write,
    gitDigest: () => digestOf(join(path, '.git')),
    tryGit(...args) {
      try {
        git(...args);
      } catch {
        // What the command leaves behind is what the test is about.
      }
    },
    commit(name, content, message = `Change ${name}`) {
      write(name, content);
      git('add', '--all');
      git('commit', '--quiet', '--message', message);
    },
    commitAt(date, name, content, author = 'Ann') {
      write(name, content);
      git('add', '--all');
      const by = { GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date, GIT_AUTHOR_NAME: author };
      run(by, ['commit', '--quiet', '--message', `Change ${name}`]);
    },
  };
}

/** A clone with three commits on main, all of them pushed to the bare repository beside it. */
export function clonedRepository(folder: string): TemporaryRepository {
  template ??= makeTemplate();
  cpSync(template, folder, { recursive: true });
  const repository = repositoryAt(join(folder, 'work'));
  repository.git('update-index', '-q', '--refresh');
  return repository;
}

/** The clone of an author, and that of a reader as it is before the author goes on. */
export function twoClones(folder: string): {
  readonly author: TemporaryRepository;
  readonly reader: TemporaryRepository;
} {
  const author = clonedRepository(folder);
  author.git('clone', '--quiet', join(folder, 'origin.git'), join(folder, 'reader'));
  return { author, reader: repositoryAt(join(folder, 'reader')) };
}

let template: string | undefined;

function makeTemplate(): string {
  const folder = mkdtempSync(join(tmpdir(), 'async-ready-template-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const seed = repositoryAt(join(folder, 'seed'));
  seed.commit('a.txt', lines(1, 30));
  seed.commit('b.txt', lines(40, 70));
  seed.commit('logo.png', new Uint8Array([137, 80, 0, 1]));
  seed.git('clone', '--quiet', '--bare', seed.path, join(folder, 'origin.git'));
  seed.git('clone', '--quiet', join(folder, 'origin.git'), join(folder, 'work'));
  const work = repositoryAt(join(folder, 'work'));
  work.git('config', 'remote.origin.url', '../origin.git');
  return folder;
}

/** A digest of the names and bytes of everything below a folder. */
export function digestOf(folder: string): string {
  const hash = createHash('sha256');
  const path = Buffer.from(folder);
  const add = (directory: Buffer): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true, encoding: 'buffer' })) {
      const at = Buffer.concat([directory, Buffer.from('/'), entry.name]);
      hash.update(at);
      if (entry.isDirectory()) add(at);
      else if (entry.isSymbolicLink()) hash.update(readlinkSync(at));
      else if (entry.isFile()) hash.update(readFileSync(at));
    }
  };
  add(path);
  return hash.digest('hex');
}

/** The numbers from `first` to `last`, a line each. */
export function lines(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, at) => `${first + at}\n`).join('');
}
