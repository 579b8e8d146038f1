import type { GitQuestions } from './git-questions.ts';

export interface Upstream {
  /** Full name of the ref, such as `refs/remotes/origin/main`. */
  readonly ref: string;
  /** Null for a branch of this machine. */
  readonly remoteBranch: { readonly remote: string; readonly branch: string } | null;
  /** Whether it has all commits of the branch. */
  readonly hasAll: boolean;
  /** Whether it has commits that the branch has not. */
  readonly hasMore: boolean;
}

/** What `for-each-ref` has to print of a branch for `readUpstream`. */
export const upstreamFormat = '%(upstream)%00%(upstream:remotename)%00%(upstream:remoteref)%00%(upstream:track)';

/** The upstream of a branch by the fields of `upstreamFormat`; null without one, or when it is gone. */
export function readUpstream([ref = '', remote = '', remoteRef = '', track = '']: readonly string[]): Upstream | null {
  if (ref === '' || track === '[gone]') return null;
  const isRemote = remote !== '' && remote !== '.';
  return {
    ref,
    remoteBranch: isRemote ? { remote, branch: remoteRef.replace(/^refs\/heads\//, '') } : null,
    hasAll: !track.includes('ahead'),
    hasMore: track.includes('behind'),
  };
}

/**
 * The upstream of a branch, taken apart; null without one, or when it is gone.
 * @param branch full name.
 */
export async function upstreamOf(git: GitQuestions, branch: string): Promise<Upstream | null> {
  const line = (await git.output(['for-each-ref', `--format=${upstreamFormat}`, '--', branch])).split('\n')[0] ?? '';
  return readUpstream(line.split('\0'));
}

/** A base, perhaps with a remark on how it was found; or why there is none. */
export type Base = { readonly hash: string; readonly remark?: string } | { readonly reason: string };

/** Full name of a branch; or why there is none. */
export type MainBranch = { readonly ref: string } | { readonly reason: string };

/** Full name of the default branch of origin or, where there is only one, of the remote; or why it is not known. */
export async function defaultBranch(git: GitQuestions, remotes: readonly string[]): Promise<MainBranch> {
  const remote = mainRemote(remotes);
  if ('reason' in remote) return remote;
  const ref = await git.answer(['symbolic-ref', '--quiet', `refs/remotes/${remote.name}/HEAD`]);
  return ref === null ? { reason: `the default branch of ${remote.name} is not recorded here` } : { ref };
}

/** The name of origin or, where there is only one, of the remote; or why there is none. */
export function mainRemote(remotes: readonly string[]): { readonly name: string } | { readonly reason: string } {
  const name = remotes.includes('origin') ? 'origin' : remotes[0];
  if (name === undefined) return { reason: 'no remote' };
  return name !== 'origin' && remotes.length > 1 ? { reason: 'none of the remotes is called origin' } : { name };
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
