import type { Operation } from '../core/handoff/handoff-facts.ts';
import type { GitQuestions } from './git-questions.ts';

export interface OperationInProgress {
  readonly operation: Operation;
  /** Full name of the branch that the operation was started on, where it has detached HEAD. */
  readonly startedOn: string | null;
}

/** In bytes; git's own files of this kind are far smaller. */
const longestFile = 1024 * 1024;

/** Finds what git is in the middle of, as wt_status_get_state() of git's wt-status.c does. */
export async function operationInProgress(git: GitQuestions, gitDirectory: string): Promise<OperationInProgress> {
  const read = async (name: string) => {
    const bytes = await git.readFile(`${gitDirectory}/${name}`, longestFile);
    return bytes && new TextDecoder().decode(bytes).trimEnd();
  };
  const [merging, applying, next, todo, bisecting, head] = await Promise.all(
    [
      ...['rebase-merge/head-name', 'rebase-apply/head-name', 'rebase-apply/next'],
      ...['sequencer/todo', 'BISECT_START', 'HEAD'],
    ].map(read),
  );
  const startedOn = [merging, applying].find((name) => name?.startsWith('refs/')) ?? null;
  if (typeof merging === 'string' || typeof applying === 'string') return { operation: 'rebase', startedOn };
  if (typeof next === 'string') return { operation: 'am', startedOn: null };
  // Where refs are no files of their own, HEAD says so (gitrepository-layout(5), "reftable").
  const inFiles = head !== 'ref: refs/heads/.invalid';
  const [merge, pick, revert] = await Promise.all(
    ['MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD'].map(async (name) =>
      inFiles ? (await read(name)) !== null : isPseudoRef(git, name),
    ),
  );
  if (merge) return { operation: 'merge', startedOn: null };
  if (pick) return { operation: 'cherry-pick', startedOn: null };
  if (revert) return { operation: 'revert', startedOn: null };
  // Between two commits of a series there is no CHERRY_PICK_HEAD; what is left to do says which it is.
  if (/^p(ick)?\s/.test(todo ?? '')) return { operation: 'cherry-pick', startedOn: null };
  if (/^revert\s/.test(todo ?? '')) return { operation: 'revert', startedOn: null };
  if (typeof bisecting !== 'string') return { operation: 'none', startedOn: null };
  const branch = `refs/heads/${bisecting}`;
  const known = await git.answer(['show-ref', '--verify', '--quiet', branch]);
  return { operation: 'bisect', startedOn: known === null ? null : branch };
}

/** Whether `name` is a ref of git's own; a branch or tag of that name is answered with its full name. */
async function isPseudoRef(git: GitQuestions, name: string): Promise<boolean> {
  const answer = await git.answer(['rev-parse', '--quiet', '--verify', '--symbolic-full-name', name]);
  return answer !== null && !answer.startsWith('refs/');
}
