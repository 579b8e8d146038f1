/** A markdown document of the workspace. */
export interface DocumentRef {
  /** Names the document for good: its URI in VS Code, its absolute path on the command line. */
  readonly key: string;
  /** Key of the workspace folder that holds it. */
  readonly folder: string;
  /** Relative to that folder, with `/`. */
  readonly path: string;
}

/** A root of the workspace. */
export interface WorkspaceFolder {
  readonly key: string;
  readonly name: string;
}

/** What is in a folder. */
export interface FolderEntry {
  readonly name: string;
  /** `other` for symbolic links and what is neither. */
  readonly kind: 'file' | 'folder' | 'other';
}

export interface Files {
  folders(): readonly WorkspaceFolder[];
  /**
   * Every document of the workspace that could be a work item. Rejects when a folder cannot be listed.
   * @param first gets some of them, where listing them all takes longer; that begins when it is done with them.
   */
  find(signal: AbortSignal, first?: (some: readonly DocumentRef[]) => Promise<void>): Promise<readonly DocumentRef[]>;
  /** The document's bytes as stored. Rejects when it cannot be read: with an Unreadable where that lies in what it is. */
  read(key: string): Promise<Uint8Array>;
  /** The key of the document that is, or would be, at `path` in the workspace folder `folder`. */
  keyOf(folder: string, path: string): string;
  /** What is in the folder at `path` (empty: the workspace folder itself). @returns null where there is no folder, or it may not be read. */
  list(folder: string, path: string): Promise<readonly FolderEntry[] | null>;
  /**
   * Writes a new file below `folder`, making the folders on its way; never replaces one.
   * On a collision `-2`, `-3`, … is put before the extension.
   * @returns the new document. Rejects when it cannot be written.
   */
  create(folder: string, path: string, text: string): Promise<DocumentRef>;
}

/** A document whose text is not to be had, however often it is read; the message is a sentence that says why. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** What a git command left behind. */
export interface GitOutput {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Git {
  /**
   * Runs git in `folder`, hardened: no hook, filter, helper or network, no shell, nothing written.
   * A failing command is an exit code, not an error. Output that is not UTF-8 is decoded with replacement characters.
   * Rejects with a GitUnavailable when git cannot be started, is too old, or may not run.
   */
  run(folder: string, args: readonly string[], signal?: AbortSignal): Promise<GitOutput>;
  /**
   * As `run`, for output that is too long to be held: `read` gets it in pieces, and ends the command by returning false.
   * @returns with an empty stdout; the exit code is null where `read` has ended the command.
   */
  stream(
    folder: string,
    args: readonly string[],
    read: (piece: string) => boolean,
    signal?: AbortSignal,
  ): Promise<Omit<GitOutput, 'exitCode'> & { readonly exitCode: number | null }>;
  /**
   * Reads a file that git has named, of the work tree or of git's own, such as `.git/rebase-merge/head-name`.
   * `path` is absolute or relative to `folder`; links are not followed.
   * @returns its bytes, or null when there is no regular file that may be read, or it has more than `limit` bytes.
   */
  readFile(folder: string, path: string, limit: number): Promise<Uint8Array | null>;
  /** When a file of the work tree was last written, in milliseconds since 1970; null where there is no such file. */
  lastWritten(folder: string, path: string): Promise<number | null>;
  /**
   * The contents of blobs by their full hashes, in their order; null for one that is not here or has more than `limit` bytes.
   * Rejects as `run` does.
   */
  readBlobs(
    folder: string,
    hashes: readonly string[],
    limit: number,
    signal?: AbortSignal,
  ): Promise<readonly (Uint8Array | null)[]>;
}

/** Git for what the user asks for by name and has agreed to: with their configuration, hooks, filters and credentials. */
export interface UserGit {
  /**
   * Runs git in `folder` as the user would. A failing command is an exit code, not an error.
   * @param input for its standard input.
   * Rejects with a GitUnavailable when git cannot be started or may not run, and when it is aborted.
   */
  run(folder: string, args: readonly string[], input: string, signal?: AbortSignal): Promise<GitOutput>;
}

/** Git cannot be used here; the message says why, in words for the user. */
export class GitUnavailable extends Error {
  override readonly name = 'GitUnavailable';
}

/** Told by its name: the error may come from another bundle, which has a class of its own. */
export const isGitUnavailable = (error: unknown): error is GitUnavailable =>
  error instanceof Error && error.name === 'GitUnavailable';

/** What changes a repository: done only when the user has asked for it by name. Rejects with what git says against it. */
export interface Checkout {
  /** Fetches from the remote of the branch that is checked out. */
  fetch(folder: string): Promise<void>;
  /** Checks out a branch; one that only a remote has is made here, to follow it. */
  switchTo(folder: string, branch: string): Promise<void>;
  /** Takes in a ref that only adds commits to what is checked out. */
  fastForward(folder: string, ref: string): Promise<void>;
}

export interface Clock {
  now(): Date;
  /** Minutes to add to UTC to get the user's local time, as at `date`. */
  utcOffset(date: Date): number;
}

export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, error?: unknown): void;
}
