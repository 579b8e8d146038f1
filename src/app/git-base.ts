import type { GitQuestions } from './git-questions.ts';

export interface Upstream {
  /** Full name of the ref, such as `refs/remotes/origin/main`. */
  readonly ref: string;
  /** Null for a branch of this machine. */
  readonly remoteBranch: { readonly remote: string; readonly branch: string } | null;
}

/**
 * The upstream of a branch, taken apart; null without one, or when it is gone.
 * @param branch full name.
 */
export async function upstreamOf(git: GitQuestions, branch: string): Promise<Upstream | null> {
  const format = '--format=%(upstream)%00%(upstream:remotename)%00%(upstream:remoteref)%00%(upstream:track)';
  const line = (await git.output(['for-each-ref', format, '--', branch])).split('\n')[0] ?? '';
  const [ref = '', remote = '', remoteRef = '', track = ''] = line.split('\0');
  if (ref === '' || track === '[gone]') return null;
  const isRemote = remote !== '' && remote !== '.';
  return { ref, remoteBranch: isRemote ? { remote, branch: remoteRef.replace(/^refs\/heads\//, '') } : null };
}

/** A base, perhaps with a remark on how it was found; or why there is none. */
export type Base = { readonly hash: string; readonly remark?: string } | { readonly reason: string };

/** Where the work was taken up: the merge base of `head` with the upstream, else with the remote's default branch. */
export async function baseOf(
  git: GitQuestions,
  head: string,
  upstream: Upstream | null,
  remotes: readonly string[],
): Promise<Base> {
  if (upstream) return mergeBase(git, head, upstream.ref);
  const main = await defaultBranch(git, remotes);
  return 'reason' in main ? { reason: `there is no upstream, and ${main.reason}` } : mergeBase(git, head, main.ref);
}

/** Full name of the default branch of origin or, where there is only one, of the remote; or why it is not known. */
export async function defaultBranch(
  git: GitQuestions,
  remotes: readonly string[],
): Promise<{ readonly ref: string } | { readonly reason: string }> {
  const remote = remotes.includes('origin') ? 'origin' : remotes[0];
  if (remote === undefined) return { reason: 'no remote' };
  if (remote !== 'origin' && remotes.length > 1) return { reason: 'none of the remotes is called origin' };
  const ref = await git.answer(['symbolic-ref', '--quiet', `refs/remotes/${remote}/HEAD`]);
  return ref === null ? { reason: `the default branch of ${remote} is not recorded here` } : { ref };
}

/** The merge base of two commits, the second given by the full name of a ref. */
export async function mergeBase(git: GitQuestions, head: string, ref: string): Promise<Base> {
  const base = await git.answer(['merge-base', head, `${ref}^{commit}`]);
  if (base !== null) return { hash: base };
  const isHere = (await git.answer(['rev-parse', '--quiet', '--verify', `${ref}^{commit}`])) !== null;
  return {
    reason: isHere ? `HEAD and ${shortRef(ref)} have no commit in common here` : `${shortRef(ref)} is not here`,
  };
}

/** `refs/heads/main` as `main`, `refs/remotes/origin/main` as `origin/main`. */
export function shortRef(ref: string): string {
  return ref.replace(/^refs\/(heads|remotes)\//, '');
}
