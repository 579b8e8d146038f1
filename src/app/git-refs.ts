import { defaultBranch, type MainBranch, mainRemote, readUpstream, type Upstream, upstreamFormat } from './git-base.ts';
import type { GitQuestions } from './git-questions.ts';

/** Where HEAD is, and the refs that a handoff is about. */
export interface GitRefs {
  /** Full name of the branch that is checked out; null when HEAD is detached. */
  readonly branchRef: string | null;
  /** Full hash of HEAD; null before the first commit. */
  readonly head: string | null;
  readonly upstream: Upstream | null;
  readonly hasStash: boolean;
  /** The default branch of a remote, asked for once. */
  defaultBranch(remotes: readonly string[]): Promise<MainBranch>;
}

/** In bytes: far more than what stands in HEAD. */
const longestHead = 64 * 1024;

const format = `--format=%(refname)%00%(objectname)%00%(symref)%00${upstreamFormat}`;

/** Asks for all of it at once. @param gitDirectory relative to the folder that git runs in, or absolute. */
export async function refsOf(git: GitQuestions, gitDirectory: string): Promise<GitRefs> {
  const bytes = await git.readFile(`${gitDirectory}/HEAD`, longestHead);
  const content = bytes === null ? '' : new TextDecoder().decode(bytes).trimEnd();
  // A commit's hash alone: HEAD is detached.
  if (/^[0-9a-f]{40,64}$/.test(content)) return refsWith(git, null, content);
  const [, branch] = /^ref: (refs\/heads\/.+)$/.exec(content) ?? [];
  // A name that is not UTF-8, a link, or where refs are no files of their own (gitrepository-layout(5), "reftable").
  const isTold = branch !== undefined && !branch.includes('\u{FFFD}') && branch !== 'refs/heads/.invalid';
  return refsWith(git, isTold ? branch : await git.answer(['symbolic-ref', '--quiet', 'HEAD']), null);
}

async function refsWith(git: GitQuestions, branchRef: string | null, detached: string | null): Promise<GitRefs> {
  // The default branch of every remote: which remotes there are is asked for at the same time.
  const patterns = [...(branchRef === null ? [] : [branchRef]), 'refs/stash', 'refs/remotes/*/HEAD'];
  const listed = await git.output(['for-each-ref', format, '--', ...patterns]);
  const refs = new Map(listed.split('\n').map((line) => [line.split('\0', 1)[0] ?? '', line.split('\0').slice(1)]));
  const [hash, linked, ...upstream] = (branchRef === null ? null : refs.get(branchRef)) ?? [];
  // A branch that is another name of a branch.
  if (linked) return refsWith(git, linked, null);
  let known: Promise<MainBranch> | undefined;
  return {
    branchRef,
    head: detached ?? hash ?? (await git.answer(['rev-parse', '--quiet', '--verify', 'HEAD^{commit}'])),
    upstream: readUpstream(upstream),
    hasStash: refs.has('refs/stash'),
    defaultBranch(remotes) {
      const remote = mainRemote(remotes);
      const ref = 'name' in remote ? refs.get(`refs/remotes/${remote.name}/HEAD`)?.[1] : undefined;
      // One that leads nowhere is not listed, and recorded all the same.
      known ??= ref ? Promise.resolve({ ref }) : defaultBranch(git, remotes);
      return known;
    },
  };
}
