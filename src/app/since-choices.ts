import type { SinceKind } from '../core/handoff/handoff-facts.ts';
import { gitQuestions } from './git-questions.ts';
import { startOf } from './git-since.ts';
import { placesOf, stateOf, statusOf } from './git-state.ts';
import { type Git, isGitUnavailable } from './ports.ts';
import { type EarlierNote, lastNoteOf } from './since.ts';

/** In the order in which they are offered. */
const offered = ['last-handoff', 'unpushed', 'uncommitted', 'staged', 'base'] as const satisfies readonly SinceKind[];

/** What a handoff would tell of. */
export interface SinceChoice {
  readonly kind: (typeof offered)[number];
  /** As that of a SinceFact. */
  readonly of: string | null;
  /** Commits since then. */
  readonly commits: number;
  /** Files that have changed since then, in commits or not. */
  readonly files: number;
}

/**
 * Since when a handoff could tell what has changed, and how much that would be; what cannot be had is left out.
 * @returns none where there is no git, no repository or no commit.
 */
export async function sinceChoices(
  git: Git,
  folder: string,
  notes: readonly EarlierNote[],
  signal?: AbortSignal,
): Promise<SinceChoice[]> {
  const questions = gitQuestions(git, folder, signal);
  try {
    const places = await placesOf(questions);
    if ('reason' in places) return [];
    const [status, { head, branch, upstream, defaultBranch }] = await Promise.all([
      statusOf(questions),
      stateOf(questions, places),
    ]);
    if (head === null) return [];
    const uncommitted = [...status.entries.map(({ path }) => path), ...status.untracked];
    const staged = status.entries.filter((entry) => entry.staged !== null).length;
    const choices = await Promise.all(
      offered.map(async (kind): Promise<SinceChoice | null> => {
        if (kind === 'last-handoff' && (branch === null || lastNoteOf(notes, branch) === null)) return null;
        const start = await startOf(questions, { kind }, { head, branch, upstream, defaultBranch, notes });
        if ('reason' in start.base) return null;
        const { of } = start.since;
        if (kind === 'staged') return { kind, of, commits: 0, files: staged };
        const { hash } = start.base;
        const commits = Number(await questions.output(['rev-list', '--count', head, `^${hash}`]));
        const committed = commits === 0 ? '' : await questions.output([...changedPaths, hash, head, '--']);
        const files = new Set([...committed.split('\0').filter(Boolean), ...uncommitted]);
        return { kind, of, commits, files: files.size };
      }),
    );
    return choices.filter((choice) => choice !== null);
  } catch (error) {
    if (isGitUnavailable(error)) return [];
    throw error;
  }
}

/** Renames count once, as in the note. */
const changedPaths = ['diff-tree', '-r', '--name-only', '-z', '-M', '-l1000', '--no-ext-diff', '--no-textconv'];
