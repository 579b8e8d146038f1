import type { Git, GitOutput } from './ports.ts';

/** Git asked in one folder. */
export interface GitQuestions {
  run(args: readonly string[]): Promise<GitOutput>;
  /** The output of a command that has to succeed; rejects with what git says against it. */
  output(args: readonly string[]): Promise<string>;
  /** The output without its last line end, or null where git says no. */
  answer(args: readonly string[]): Promise<string | null>;
  readFile(path: string, limit: number): Promise<Uint8Array | null>;
}

export function gitQuestions(git: Git, folder: string, signal?: AbortSignal): GitQuestions {
  const run = (args: readonly string[]) => git.run(folder, args, signal);
  return {
    run,
    async output(args) {
      const { exitCode, stdout, stderr } = await run(args);
      if (exitCode !== 0) throw new Error(`git ${verbOf(args)} failed: ${stderr.trim() || `exit code ${exitCode}`}`);
      return stdout;
    },
    async answer(args) {
      const { exitCode, stdout } = await run(args);
      return exitCode === 0 ? stdout.replace(/\r?\n$/, '') : null;
    },
    readFile: (path, limit) => git.readFile(folder, path, limit),
  };
}

/** The command of git among its arguments: behind `-c name=value`, should there be any. */
function verbOf(args: readonly string[]): string {
  return args.find((arg, at) => arg !== '-c' && args[at - 1] !== '-c') ?? 'itself';
}
