import type { Clock, DocumentRef, Files, Git } from '../app/ports.ts';

/** What a command gets from the process it runs in. */
export interface CliIo {
  /** Absolute path of the folder that relative paths are relative to. */
  readonly cwd: string;
  out(text: string): void;
  err(text: string): void;
  /** Whether `out` shows colours. */
  readonly color: boolean;
  /** The files below `cwd`. */
  readonly files: Files;
  /** Reads documents, which will be asked for in this order, before they are. */
  readAhead(keys: readonly string[]): Pick<Files, 'read'> & { stop(): Promise<void> };
  /** The project file of `cwd`; null where there is none. */
  projectFile(): Promise<string | null>;
  /** The documents that a path names: a file, or those below a folder. Rejects when there is nothing. */
  documentsAt(path: string): Promise<readonly DocumentRef[]>;
  readonly git: Git;
  /** Whether `cwd` lies in a git repository. */
  isInRepository(): boolean;
  readonly clock: Clock;
}

/** The documents at a path that the user has given. Rejects with a UsageError when there is nothing. */
export async function givenDocuments(io: CliIo, path: string): Promise<readonly DocumentRef[]> {
  return io.documentsAt(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new UsageError(`There is nothing at "${path}".`);
    throw error;
  });
}

/** One command of the command line. */
export interface CliCommand {
  readonly name: string;
  /** One line for `async-ready --help`. */
  readonly summary: string;
  /** The whole text of `async-ready <name> --help`. */
  readonly help: string;
  /**
   * @returns the exit status: 0 clean, 1 findings, 2 could not run.
   * Rejects with a UsageError, or with parseArgs' TypeError, for arguments that it does not take.
   */
  run(args: readonly string[], io: CliIo): Promise<number>;
}

/** What the user asked for cannot be done as asked; the message says why and what would work. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
