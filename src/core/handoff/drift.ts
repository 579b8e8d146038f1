import { counted } from './note-words.ts';

/** How far the world has moved since a handoff note was written, as far as this clone knows. */
export type Drift =
  | {
      readonly kind: 'moved';
      /** What has moved: short name of a branch, or `HEAD`. */
      readonly branch: string;
      /** Full hash of its newest commit. */
      readonly hash: string;
      /** Commits that the note does not know of. */
      readonly commits: number;
      /** Whether the note's commit is no longer among those of the branch. */
      readonly rewritten: boolean;
      /** The files that the note is about; null where that is not known. */
      readonly files: number | null;
      /** Those of them that have changed since; all that have changed where `files` is null. Relative to the repository's root. */
      readonly changed: readonly string[];
    }
  | { readonly kind: 'none' }
  /** The commit of the note is not in this clone. */
  | { readonly kind: 'not-here' };

/** The drift in a few words; empty where there is none. */
export function driftLabel(drift: Drift): string {
  if (drift.kind === 'none') return '';
  if (drift.kind === 'not-here') return 'not fetched';
  return drift.rewritten ? 'branch rewritten' : `${counted(drift.commits, 'commit')} behind`;
}

/** The drift in a sentence or two; null where there is none. */
export function driftMessage(drift: Drift): string | null {
  if (drift.kind === 'none') return null;
  if (drift.kind === 'not-here')
    return 'The commit that this note speaks of is not in this clone: it has not been fetched, or not been pushed. How far the work has moved since cannot be told.';
  const { branch, commits, rewritten, files, changed } = drift;
  const what = rewritten
    ? `${branch} has been rewritten since this note, and no longer holds its commit`
    : `${branch} has ${counted(commits, 'commit')} that this note does not know of`;
  return `${what}${changedWords(files, changed)}. Look at what has changed before you go on from here.`;
}

/** How many names of files a message holds. */
const mostNames = 3;

function changedWords(files: number | null, changed: readonly string[]): string {
  if (files === 0 || (files === null && changed.length === 0)) return '';
  if (changed.length === 0) return `; none of its ${counted(files ?? 0, 'file')} has changed since`;
  const which = files === null ? counted(changed.length, 'file') : ofThem(changed.length, files);
  const names = changed.slice(0, mostNames).join(', ') + (changed.length > mostNames ? ', …' : '');
  return `; ${which} ${changed.length === 1 ? 'has' : 'have'} changed since (${names})`;
}

function ofThem(changed: number, files: number): string {
  if (changed < files) return `${changed} of its ${counted(files, 'file')}`;
  return files === 1 ? 'its only file' : `all of its ${files} files`;
}
