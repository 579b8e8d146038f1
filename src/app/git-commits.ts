import type { Repository } from '../core/handoff/handoff-facts.ts';
import { commitFormat, type Identity, parseCommits, type ReadCommits } from '../core/handoff/parse-commits.ts';
import { defaultBranch, mergeBase, shortRef, type Upstream } from './git-base.ts';
import { lacksObjects } from './git-changes.ts';
import type { GitQuestions } from './git-questions.ts';

/** How many commits are listed, newest first. */
const mostCommits = 1000;
/** As many hashes as a command line takes on every system. */
const mostOwn = 500;

export interface Commits extends ReadCommits {
  /** False when there are more than are listed. */
  readonly complete: boolean;
}

/** The commits from `head` back to `base`, and those that no remote-tracking branch holds. */
export async function commitsSince(git: GitQuestions, head: string, base: string | null): Promise<Commits> {
  const notOnRemote = ['--not', '--remotes'];
  const [self, unpushedHashes, listing] = await Promise.all([
    identityOf(git),
    git.output(['rev-list', head, ...notOnRemote]),
    listCommits(git, [head, ...(base === null ? notOnRemote : [`^${base}`])]),
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
  base: string | null,
  upstream: Upstream | null,
  remotes: readonly string[],
): Promise<Repository['pushedBefore']> {
  if (base === null || !upstream?.remoteBranch) return null;
  const main = await defaultBranch(git, remotes);
  if ('reason' in main || main.ref === upstream.ref) return null;
  const fork = await mergeBase(git, base, main.ref);
  if ('reason' in fork) return null;
  const [self, listing] = await Promise.all([identityOf(git), listCommits(git, [base, `^${main.ref}`])]);
  const { commits } = parseCommits(listing, new Set(), self);
  if (commits.length === 0) return null;
  return { since: shortRef(main.ref), base: fork.hash, commits, complete: commits.length < mostCommits };
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

async function identityOf(git: GitQuestions): Promise<Identity> {
  const [name, email] = await Promise.all(
    ['user.name', 'user.email'].map((key) => git.answer(['config', '--get', key])),
  );
  return { name: name || null, email: email || null };
}

/** The output that `parseCommits` reads. */
async function listCommits(git: GitQuestions, range: readonly string[]): Promise<string> {
  const flags = ['-z', `--max-count=${mostCommits}`, '--no-show-signature', '--no-decorate', '--encoding=UTF-8'];
  return git.output(['log', ...flags, commitFormat, ...range, '--']);
}
