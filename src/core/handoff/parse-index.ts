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
  let start = 0;
  for (let end = output.indexOf('\0'); end >= 0; end = output.indexOf('\0', start)) {
    const tag = output.charAt(start);
    const isSubmodule = output.startsWith('160000', start + 2);
    // Of nearly every file there is nothing to tell: its path is not even cut out.
    if (isSubmodule || tag !== 'H') {
      const path = output.slice(output.indexOf('\t', start) + 1, end);
      if (isSubmodule) submodules.push(path);
      if (tag >= 'a' && tag <= 'z') assumedUnchanged.push(path);
      else if (tag === 'S') skipped.push(path);
    }
    start = end + 1;
  }
  return { submodules, assumedUnchanged, skipped };
}
