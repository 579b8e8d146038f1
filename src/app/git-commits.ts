import type { Repository } from '../core/handoff/handoff-facts.ts';
import { commitFormat, parseCommits, type ReadCommits } from '../core/handoff/parse-commits.ts';
import { shortRef } from './git-base.ts';
import { lacksObjects } from './git-changes.ts';
import type { GitQuestions } from './git-questions.ts';
import type { GitState } from './git-state.ts';

/** How many commits are listed, newest first. */
const mostCommits = 1000;
/** As many hashes as a command line takes on every system. */
const mostOwn = 500;

export interface Commits extends ReadCommits {
  /** False when there are more than are listed. */
  readonly complete: boolean;
}

/** What the commits are told by: HEAD, whether a remote-tracking branch is known to hold it, and who works here. */
type Standing = Pick<GitState, 'upstream' | 'self'> & { readonly head: string };

/** The commits from `head` back to `base`, and those that no remote-tracking branch holds. */
export async function commitsSince(
  git: GitQuestions,
  { head, upstream, self }: Standing,
  base: string | null,
): Promise<Commits> {
  const notOnRemote = ['--not', '--remotes'];
  const isPushed = upstream?.hasAll && upstream.ref.startsWith('refs/remotes/');
  const [unpushedHashes, listing] = await Promise.all([
    isPushed ? '' : git.output(['rev-list', head, ...notOnRemote]),
    base === head ? '' : listCommits(git, [head, ...(base === null ? notOnRemote : [`^${base}`])]),
  ]);
  const unpushed = new Set(unpushedHashes.split('\n').filter(Boolean));
  const { commits, decisions } = parseCommits(listing, unpushed, self);
  const complete =
    unpushed.size <= mostCommits &&
    (base === null ||
      commits.length < mostCommits ||
      Number(await git.output(['rev-list', '--count', head, `^${base}`])) <= mostCommits);
  if (base === null) return { commits, decisions, complete };
  const listed = new Set(commits.map(({ hash }) => hash));
  // Commits from before the base may not be pushed either.
  const missing = [...unpushed].some((hash) => !listed.has(hash));
  const older = missing ? parseCommits(await listCommits(git, [head, ...notOnRemote]), unpushed, self).commits : [];
  const rest = older.filter(({ hash }) => !listed.has(hash));
  return { commits: [...commits, ...rest], decisions, complete };
}

/** The commits that the upstream has and the default branch has not; null where nothing can be said, or there are none. */
export async function commitsPushedBefore(
  git: GitQuestions,
  { upstream, self, defaultBranch }: Pick<GitState, 'upstream' | 'self' | 'defaultBranch'>,
  base: string | null,
): Promise<Repository['pushedBefore']> {
  if (base === null || !upstream?.remoteBranch) return null;
  const main = await defaultBranch();
  if ('reason' in main || main.ref === upstream.ref) return null;
  // The default branch may be recorded, and not be here.
  const listing = await git.answer(logOf([base, `^${main.ref}`]));
  if (listing === null) return null;
  const { commits } = parseCommits(listing, new Set(), self);
  if (commits.length === 0) return null;
  return { since: shortRef(main.ref), commits, complete: commits.length < mostCommits };
}

/**
 * The paths that commits of one's own change, from the repository's root on; null where all may be, as nobody else
 * has committed, or where that cannot be told.
 */
export async function ownPaths(
  git: GitQuestions,
  { commits, complete }: Pick<Commits, 'commits' | 'complete'>,
): Promise<ReadonlySet<string> | null> {
  const own = commits.flatMap((commit) => (commit.own ? [commit.hash] : []));
  if (!complete || own.length === commits.length || own.length > mostOwn) return null;
  if (own.length === 0) return new Set();
  // Of a merge, what is in neither of its parents.
  const flags = ['-z', '--no-walk', '--format=', '--name-only', '-c', '--no-renames', '--no-relative'];
  const hardened = ['--no-show-signature', '--no-ext-diff', '--no-textconv'];
  try {
    const names = await git.output(['log', ...flags, ...hardened, ...own, '--']);
    return new Set(names.split('\0').filter(Boolean));
  } catch (error) {
    if (error instanceof Error && lacksObjects(error.message)) return null;
    throw error;
  }
}

/** The output that `parseCommits` reads. */
const listCommits = (git: GitQuestions, range: readonly string[]): Promise<string> => git.output(logOf(range));

function logOf(range: readonly string[]): string[] {
  const flags = ['-z', `--max-count=${mostCommits}`, '--no-show-signature', '--no-decorate', '--encoding=UTF-8'];
  return ['log', ...flags, commitFormat, ...range, '--'];
}
