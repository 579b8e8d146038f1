/** What the index tells of files that `git status` does not look into. */
export interface IndexFlags {
  readonly submodules: readonly string[];
  /** Files that git was told to take as unchanged (`git update-index --assume-unchanged`). */
  readonly assumedUnchanged: readonly string[];
  /** Files that are not checked out, or that git was told to skip (`--skip-worktree`). */
  readonly skipped: readonly string[];
}

/**
 * Reads `git ls-files -v --stage -z`: `tag mode hash stage TAB path` a record.
 * A lower-case tag is a file assumed unchanged, `S` one that is skipped (git-ls-files(1)).
 */
export function parseIndex(output: string): IndexFlags {
  const submodules: string[] = [];
  const assumedUnchanged: string[] = [];
  const skipped: string[] = [];
  for (const record of output.split('\0')) {
    const tag = record[0] ?? '';
    const path = record.slice(record.indexOf('\t') + 1);
    if (record.startsWith('160000', 2)) submodules.push(path);
    if (tag >= 'a' && tag <= 'z') assumedUnchanged.push(path);
    else if (tag === 'S') skipped.push(path);
  }
  return { submodules, assumedUnchanged, skipped };
}
