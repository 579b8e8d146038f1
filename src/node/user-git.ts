import { spawn } from 'node:child_process';
import { GitUnavailable, type UserGit } from '../app/ports.ts';
import { findOnPath, pathOf } from './git.ts';

export interface UserGitOptions {
  /** Whether a child process may be started; asked before each command. Without it, it may. */
  mayRun?(): boolean;
  readonly environment: NodeJS.ProcessEnv;
}

/** What `git rev-parse --local-env-vars` names: it would lead git to another repository than that of the folder. */
const ofOneRepository = new Set(
  'ALTERNATE_OBJECT_DIRECTORIES CONFIG CONFIG_PARAMETERS CONFIG_COUNT OBJECT_DIRECTORY DIR WORK_TREE IMPLICIT_WORK_TREE GRAFT_FILE INDEX_FILE NO_REPLACE_OBJECTS REPLACE_REF_BASE PREFIX SHALLOW_FILE COMMON_DIR INTERNAL_SUPER_PREFIX'
    .split(' ')
    .map((name) => `GIT_${name}`),
);

/** Bytes of output, stdout and stderr each, that are kept. */
const longestOutput = 256 * 1024;

/** Git as the user has set it up on this machine. It cannot ask for a password: there is no terminal. */
export function nodeUserGit({ mayRun = () => true, environment }: UserGitOptions): UserGit {
  return {
    async run(folder, args, input, signal) {
      if (!mayRun()) throw new GitUnavailable('Git is not started in a workspace that is not trusted.');
      const binary = await findOnPath(environment);
      const inherited = Object.entries(environment).filter(([name]) => !ofOneRepository.has(name));
      const child = spawn(binary, ['--no-pager', ...args], {
        cwd: pathOf(folder),
        env: { ...Object.fromEntries(inherited), GIT_TERMINAL_PROMPT: '0', GIT_EDITOR: 'true' },
        ...(signal && { signal }),
        shell: false,
        windowsHide: true,
      });
      return new Promise((resolve, reject) => {
        const stdout = kept(child.stdout);
        const stderr = kept(child.stderr);
        child.on('error', (error: NodeJS.ErrnoException) =>
          reject(
            error.name === 'AbortError'
              ? error
              : new GitUnavailable(`Git could not be started (${error.message}).`, { cause: error }),
          ),
        );
        child.on('close', (code) => resolve({ exitCode: code ?? 1, stdout: stdout(), stderr: stderr() }));
        // A command that does not read has ended before we wrote; its exit code says why.
        child.stdin.on('error', () => {});
        child.stdin.end(input);
      });
    },
  };
}

function kept(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    if (size < longestOutput) chunks.push(chunk);
    size += chunk.length;
  });
  return () => Buffer.concat(chunks).toString('utf8');
}
