import { counted } from '../core/handoff/note-words.ts';
import { parseStatus } from '../core/handoff/parse-status.ts';
import { shortRef } from './git-base.ts';
import { operationInProgress } from './git-operation.ts';
import { type GitQuestions, gitQuestions } from './git-questions.ts';
import { startOfWork } from './handoff-drift.ts';
import { type Git, isGitUnavailable } from './ports.ts';

/** What somebody who wants to switch to a branch has to know first. */
export interface WhereWorkStands {
  /** Short name of the branch that is checked out; null when HEAD is detached. */
  readonly branch: string | null;
  /** What keeps from switching, a sentence each: nothing that is not committed is carried along, let alone lost. */
  readonly inTheWay: readonly string[];
}

/** How many files are named. */
const mostNames = 3;

/** Asks git where the work stands, read-only. @returns null where git is not to be had, or the folder is in no repository. */
export async function whereWorkStands(git: Git, folder: string): Promise<WhereWorkStands | null> {
  const questions = gitQuestions(git, folder);
  try {
    const gitDirectory = await questions.answer(['rev-parse', '--git-dir']);
    return gitDirectory === null ? null : await ask(questions, gitDirectory);
  } catch (error) {
    if (isGitUnavailable(error)) return null;
    throw error;
  }
}

async function ask(git: GitQuestions, gitDirectory: string): Promise<WhereWorkStands> {
  const [ref, status, { operation }] = await Promise.all([
    git.answer(['symbolic-ref', '--quiet', 'HEAD']),
    git.output(['status', '--porcelain=v2', '--branch', '--untracked-files=no', '--ignore-submodules=dirty', '-z']),
    operationInProgress(git, gitDirectory),
  ]);
  const changed = parseStatus(status).entries.map(({ path }) => path);
  const names = changed.slice(0, mostNames).join(', ') + (changed.length > mostNames ? ', …' : '');
  return {
    branch: ref && shortRef(ref),
    inTheWay: [
      ...(operation === 'none' ? [] : [`git ${operation} is in progress: finish it or give it up first.`]),
      ...(changed.length === 0
        ? []
        : [
            `${counted(changed.length, 'file')} ${changed.length === 1 ? 'has' : 'have'} changes that are not committed (${names}): commit or stash them first.`,
          ]),
    ],
  };
}

/** The files that the commits of a note have changed, relative to the workspace folder; those outside it are left out. */
export async function filesOfHandoff(
  git: Git,
  folder: string,
  { base, head }: { readonly base: string | null; readonly head: string | null },
): Promise<string[]> {
  if (head === null) return [];
  const flags = ['-r', '-z', '--name-only', '--no-renames', '--diff-filter=d', '--relative'];
  try {
    const questions = gitQuestions(git, folder);
    const start = await startOfWork(questions, { base, head });
    if (start === null) return [];
    const output = await questions.answer(['diff-tree', ...flags, start, head, '--']);
    return (output ?? '').split('\0').filter(Boolean);
  } catch (error) {
    if (isGitUnavailable(error)) return [];
    throw error;
  }
}

/** Whether a name can be handed to git as that of a branch, and cannot be taken for an option. */
export const isBranchName = (name: string): boolean => /^[^-\s~^:?*[\\][^\s~^:?*[\\]*$/.test(name);
