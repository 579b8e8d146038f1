import type { Clock, Files, Git } from '../app/ports.ts';

/** What a command gets from the process it runs in. */
export interface CliIo {
  /** Absolute path of the folder that relative paths are relative to. */
  readonly cwd: string;
  out(text: string): void;
  err(text: string): void;
  /** Whether `out` shows colours. */
  readonly color: boolean;
  readonly files: Files;
  readonly git: Git;
  readonly clock: Clock;
}

/** One command of the command line. */
export interface CliCommand {
  readonly name: string;
  /** One line for `async-ready --help`. */
  readonly summary: string;
  /** The whole text of `async-ready <name> --help`. */
  readonly help: string;
  /** @returns the exit status. A UsageError ends with its message and status 2. */
  run(args: readonly string[], io: CliIo): Promise<number>;
}

/** What the user asked for cannot be done as asked; the message says why and what would work. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
