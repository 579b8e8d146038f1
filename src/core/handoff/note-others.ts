import type { CommitFact, FileFact } from './handoff-facts.ts';
import { atMost } from './note-links.ts';
import { counted, linesOf, mostChangedFirst } from './note-words.ts';
import { codeSpan, plainMarkdown } from './visible.ts';

/** How many authors, and files of theirs, are named. */
const mostNamed = 3;

/** Whose the commits are that are not the author's of the note; nothing where all are. */
export function whoseCommits(commits: readonly CommitFact[]): string[] {
  const others = commits.filter(({ own }) => !own);
  if (others.length === 0) return [];
  const authors = [...new Set(others.map(({ author }) => plainMarkdown(author)))];
  const named = atMost(mostNamed, authors, (more) => `${more} more`).join(', ');
  const which =
    others.length === commits.length
      ? `${others.length === 1 ? 'This commit is' : 'These commits are'}`
      : `${others.length} of these commits ${others.length === 1 ? 'is' : 'are'}`;
  return [`${which} by others: ${named}.`];
}

/** The files that nothing but commits by others has changed, in one line. */
export function filesOfOthers(files: readonly FileFact[]): string[] {
  const theirs = files.filter(({ own }) => !own);
  if (theirs.length === 0) return [];
  const paths = mostChangedFirst(theirs).map(({ path }) => codeSpan(path));
  const named = atMost(mostNamed, paths, (more) => `${more} more`).join(', ');
  return [`- Changed by others only: ${[counted(theirs.length, 'file'), ...linesOf(theirs)].join(', ')} (${named})`];
}
