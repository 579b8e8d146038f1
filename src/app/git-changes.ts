import type { Place } from '../core/handoff/handoff-facts.ts';
import type { PlacedChange } from '../core/handoff/merge-places.ts';
import { counted } from '../core/handoff/note-words.ts';
import { type Diff, type LineCounts, parseDiff } from '../core/handoff/parse-diff.ts';
import type { Status } from '../core/handoff/parse-status.ts';
import { isSecretFile } from '../core/handoff/secret-files.ts';
import { shortRef } from './git-base.ts';
import type { GitConfig } from './git-config.ts';
import type { GitQuestions } from './git-questions.ts';
import { type GitState, statusOf } from './git-state.ts';

/** Flags of every diff: nothing is started, renames and copies are found, whatever the configuration says. */
const diffFlags = [
  '--numstat',
  '-z',
  '-M',
  '-C',
  '-l1000',
  '--no-ext-diff',
  '--no-textconv',
  '--ignore-submodules=dirty',
];
/** Larger untracked files, in bytes, are not read to count their lines. */
const largestFile = 1024 * 1024;
/** How many untracked files are read. */
const mostFilesRead = 500;
/** git takes a file for binary when its first 8000 bytes hold a NUL (buffer_is_binary() in xdiff-interface.c). */
const binaryCheck = 8000;

export interface Changes {
  readonly changes: readonly PlacedChange[];
  readonly unknown: readonly string[];
}

export const noDiff: Diff = { entries: [], counts: new Map() };

/** Compares in one repository, and keeps in mind what could not be told. */
export interface Comparing {
  /** Rejects with what git says against it. */
  diff(args: readonly string[]): Promise<Diff>;
  /** Whether some of what was there before is in objects that are not here. */
  isLacking(): boolean;
  /** What could not be told so far, a sentence each. */
  unknown(): readonly string[];
}

export function comparing(git: GitQuestions): Comparing {
  const warnings = new Set<string>();
  let lacking = false;
  return {
    async diff([command = '', ...args]) {
      const { exitCode, stdout, stderr } = await git.run([command, ...diffFlags, ...args, '--']);
      if (exitCode !== 0 && lacksObjects(stderr)) {
        lacking = true;
        warnings.add('Changed lines, and renames: some of what was there before is in objects which are not here.');
        return parseDiff(await git.output([command, '--raw', '-z', '--no-renames', ...args, '--']));
      }
      if (exitCode !== 0) throw new Error(`git ${command} failed: ${stderr.trim()}`);
      if (stderr.includes('rename detection was skipped')) {
        warnings.add('Renames: too many files were added and deleted to compare them all; some may show as both.');
      }
      return parseDiff(stdout);
    },
    isLacking: () => lacking,
    unknown: () => [...warnings],
  };
}

/** What the commits from `base` to `head` change. */
export const committedDiff = async ({ diff }: Comparing, base: string | null, head: string): Promise<Diff> =>
  base === null || base === head ? noDiff : diff(['diff-tree', '-r', '--raw', base, head]);

/** The paths of what the default branch has changed since this one left it; null where that is not known. */
export async function changedOnMain(
  git: GitQuestions,
  { head, upstream, defaultBranch }: Pick<GitState, 'head' | 'upstream' | 'defaultBranch'>,
): Promise<{ readonly by: string; readonly paths: ReadonlySet<string> } | null> {
  const main = await defaultBranch();
  if ('reason' in main || head === null) return null;
  if (main.ref === upstream?.ref && !upstream.hasMore) return null;
  // Of two commits, which `git diff` compares without a look at the index.
  const flags = ['--name-only', '-z', '--no-renames', '--no-relative', '--no-ext-diff', '--no-textconv'];
  const names = await git.answer(['diff', ...flags, `${head}...${main.ref}`, '--']);
  return names === null ? null : { by: shortRef(main.ref), paths: new Set(names.split('\0').filter(Boolean)) };
}

/** What is in no commit, but for the lines that have changed since the index. */
export interface NotCommitted {
  readonly status: Status;
  readonly staged: Diff;
  readonly untracked: Changes;
  /** The files that a configured filter would change before git compares them, with its name. */
  readonly filtered: ReadonlyMap<string, string>;
}

/** @param upToRoot the way from the folder that git runs in to the repository's root: empty, or `../` for each step. */
export async function notCommitted(
  git: GitQuestions,
  { diff }: Comparing,
  config: Promise<Pick<GitConfig, 'filters'>>,
  upToRoot: string,
): Promise<NotCommitted> {
  const status = await statusOf(git);
  const isStaged = status.entries.some(({ staged }) => staged !== null);
  const modified = status.entries.flatMap(({ path, unstaged }) => (unstaged === 'modified' ? path : []));
  const [staged, untracked, filtered] = await Promise.all([
    // Of the porcelain, as the plumbing wants a tree to compare with, which an unborn branch does not have.
    isStaged ? diff(['diff', '--no-relative', '--cached']) : noDiff,
    untrackedChanges(git, status, upToRoot),
    config.then(({ filters }) => filteredFiles(git, filters, modified, upToRoot)),
  ]);
  return { status, staged, untracked, filtered };
}

/**
 * What has changed, place by place.
 * @param sinceBase lines of files from the commit that `committed` begins at, or without one from HEAD, to the work tree.
 */
export async function changesOf(
  { diff, isLacking, unknown }: Comparing,
  { status, staged, untracked, filtered }: NotCommitted,
  committed: Diff,
  sinceBase: ReadonlyMap<string, LineCounts>,
): Promise<Changes> {
  /** Where a file has changed in the work tree only, what has changed since the base has changed since the index. */
  const unstagedCounts = async (): Promise<Diff['counts']> => {
    const before = new Set(committed.entries.map(({ path }) => path));
    const unstaged = status.entries.filter((entry) => entry.unstaged !== null && entry.unstaged !== 'conflicted');
    const known = unstaged.every(
      (entry) => entry.unstaged === 'modified' && !entry.staged && !before.has(entry.path) && sinceBase.has(entry.path),
    );
    // Of the plumbing: `git diff` would write the index, whatever GIT_OPTIONAL_LOCKS says.
    return known ? sinceBase : (await diff(['diff-files', '--no-relative'])).counts;
  };
  const counts = { staged: staged.counts, unstaged: await unstagedCounts() };
  // A file whose line ends git converts has changed, but for no line of it.
  const sameLines = isLacking() ? undefined : { added: 0, removed: 0 };
  const tracked = (place: 'staged' | 'unstaged') =>
    status.entries.flatMap(({ [place]: change, path, oldPath }): PlacedChange[] => {
      if (change === null) return [];
      const moved = change === 'renamed' || change === 'copied';
      const countable = place === 'staged' || !filtered.has(path);
      const lines = countable
        ? (counts[place].get(path) ?? (change === 'modified' ? sameLines : undefined))
        : undefined;
      return [{ path, oldPath: moved ? oldPath : null, change, place, counts: lines }];
    });
  const fromCommits = committed.entries.map(
    ({ path, oldPath, change }): PlacedChange => ({
      path,
      oldPath,
      change,
      place: 'committed' satisfies Place,
      counts: committed.counts.get(path),
    }),
  );
  return {
    changes: [...fromCommits, ...tracked('staged'), ...tracked('unstaged'), ...untracked.changes],
    unknown: [
      ...unknown(),
      ...untracked.unknown,
      ...[...filtered].map(([path, filter]) => `Whether ${path} has changed: its filter ${filter} was not started.`),
    ],
  };
}

/** Whether git says that a partial clone lacks an object; it is not fetched. */
export const lacksObjects = (complaint: string): boolean => /promisor remote|lazy fetching disabled/.test(complaint);

/** How many paths go into one command line. */
const pathsAtOnce = 500;

/** As git takes such a file for changed once it was touched: filters are not started. */
async function filteredFiles(
  git: GitQuestions,
  filters: ReadonlySet<string>,
  paths: readonly string[],
  upToRoot: string,
): Promise<Map<string, string>> {
  const filtered = new Map<string, string>();
  for (let at = 0; filters.size > 0 && at < paths.length; at += pathsAtOnce) {
    const some = paths.slice(at, at + pathsAtOnce).map((path) => upToRoot + path);
    const fields = (await git.output(['check-attr', '-z', 'filter', '--', ...some])).split('\0');
    for (let field = 0; field + 2 < fields.length; field += 3) {
      const driver = fields[field + 2] ?? '';
      if (filters.has(driver)) filtered.set((fields[field] ?? '').slice(upToRoot.length), driver);
    }
  }
  return filtered;
}

async function untrackedChanges(git: GitQuestions, status: Status, upToRoot: string): Promise<Changes> {
  const changes: PlacedChange[] = [];
  let notCounted = 0;
  const readable = status.untracked
    .filter((path) => !path.endsWith('/') && !isSecretFile(path))
    .slice(0, mostFilesRead);
  const toRead = new Set(readable);
  for (const path of status.untracked) {
    const bytes = toRead.has(path) ? await git.readFile(upToRoot + path, largestFile) : null;
    const counts = bytes ? lineCounts(bytes) : undefined;
    if (!counts && !path.endsWith('/') && !isSecretFile(path)) notCounted++;
    changes.push({ path, oldPath: null, change: 'untracked', place: 'untracked', counts });
  }
  if (notCounted === 0) return { changes, unknown: [] };
  const why = 'links, names that are not UTF-8, or too large or too many to read';
  return { changes, unknown: [`Lines of ${counted(notCounted, 'untracked file')}, which were not counted: ${why}.`] };
}

/** Counts as `git diff --numstat` would, were the file added. */
function lineCounts(bytes: Uint8Array): LineCounts {
  if (bytes.subarray(0, binaryCheck).includes(0)) return { added: null, removed: null };
  let added = 0;
  for (const byte of bytes) if (byte === 10) added++;
  if (bytes.length > 0 && bytes.at(-1) !== 10) added++;
  return { added, removed: 0 };
}
