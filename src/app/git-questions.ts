import type { Git, GitOutput } from './ports.ts';

/** Git asked in one folder. */
export interface GitQuestions {
  run(args: readonly string[]): Promise<GitOutput>;
  /** The output of a command that has to succeed; rejects with what git says against it. */
  output(args: readonly string[]): Promise<string>;
  /** The output without its last line end, or null where git says no. */
  answer(args: readonly string[]): Promise<string | null>;
  /**
   * Gives the output of a command that has to succeed to `read` in pieces, until that returns false.
   * @returns whether all of it was read; rejects with what git says against it.
   */
  stream(args: readonly string[], read: (piece: string) => boolean): Promise<boolean>;
  readFile(path: string, limit: number): Promise<Uint8Array | null>;
  lastWritten(path: string): Promise<number | null>;
}

export function gitQuestions(git: Git, folder: string, signal?: AbortSignal): GitQuestions {
  const run = (args: readonly string[]) => git.run(folder, args, signal);
  return {
    run,
    async output(args) {
      const { exitCode, stdout, stderr } = await run(args);
      if (exitCode !== 0) throw failure(args, exitCode, stderr);
      return stdout;
    },
    async answer(args) {
      const { exitCode, stdout } = await run(args);
      return exitCode === 0 ? stdout.replace(/\r?\n$/, '') : null;
    },
    async stream(args, read) {
      const { exitCode, stderr } = await git.stream(folder, args, read, signal);
      if (exitCode) throw failure(args, exitCode, stderr);
      return exitCode === 0;
    },
    readFile: (path, limit) => git.readFile(folder, path, limit),
    lastWritten: (path) => git.lastWritten(folder, path),
  };
}

function failure(args: readonly string[], exitCode: number, stderr: string): Error {
  return new Error(`git ${verbOf(args)} failed: ${stderr.trim() || `exit code ${exitCode}`}`);
}

/** The command of git among its arguments: behind `-c name=value`, should there be any. */
function verbOf(args: readonly string[]): string {
  return args.find((arg, at) => arg !== '-c' && args[at - 1] !== '-c') ?? 'itself';
}
