import type { CommitFact } from '../core/handoff/handoff-facts.ts';
import { commitFormat, parseCommits } from '../core/handoff/parse-commits.ts';
import type { GitQuestions } from './git-questions.ts';

/** How many commits are listed, newest first. */
const mostCommits = 1000;

export interface Commits {
  readonly commits: readonly CommitFact[];
  /** False when there are more than are listed. */
  readonly complete: boolean;
}

/** The commits from `head` back to `base`, and those that no remote-tracking branch holds. */
export async function commitsSince(git: GitQuestions, head: string, base: string | null): Promise<Commits> {
  const notOnRemote = ['--not', '--remotes'];
  const unpushed = new Set((await git.output(['rev-list', head, ...notOnRemote])).split('\n').filter(Boolean));
  const log = async (range: readonly string[]) => {
    const args = ['log', '-z', '--no-show-signature', '--no-decorate', '--encoding=UTF-8', commitFormat];
    return parseCommits(await git.output([...args, `--max-count=${mostCommits}`, head, ...range, '--']), unpushed);
  };
  if (base === null) return { commits: await log(notOnRemote), complete: unpushed.size <= mostCommits };
  const since = await git.output(['rev-list', '--count', head, `^${base}`]);
  const commits = await log([`^${base}`]);
  const listed = new Set(commits.map(({ hash }) => hash));
  // Where the upstream is a branch of this machine, commits before the base may not be pushed either.
  const older = [...unpushed].some((hash) => !listed.has(hash)) ? await log(notOnRemote) : [];
  const rest = older.filter(({ hash }) => !listed.has(hash));
  return {
    commits: [...commits, ...rest],
    complete: Math.max(Number(since), unpushed.size) <= mostCommits,
  };
}
