import { isGenerated } from './generated-files.ts';
import type { CommitFact, FileFact, HandoffFacts, Repository } from './handoff-facts.ts';

/** `1 file`, `2 files`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Files with changes that are in no commit. */
export function uncommittedFiles(facts: HandoffFacts): FileFact[] {
  return facts.files.filter(({ where }) => where.some((place) => place !== 'committed'));
}

export function unpushedCommits(facts: HandoffFacts): CommitFact[] {
  return facts.commits.filter(({ pushed }) => !pushed);
}

/** How many lines have changed in a file; 0 where they were not counted. */
function linesChanged({ added, removed }: FileFact): number {
  return (added ?? 0) + (removed ?? 0);
}

/** What people wrote before what tools did, and then by how much has changed. */
export function mostChangedFirst(files: readonly FileFact[]): FileFact[] {
  const byTools = ({ path }: FileFact) => Number(isGenerated(path));
  return files.toSorted((a, b) => byTools(a) - byTools(b) || linesChanged(b) - linesChanged(a));
}

/** How many lines were added and removed in files of which that is known. */
export function linesOf(files: readonly FileFact[]): string[] {
  const counts = files.filter(({ added }) => added !== null);
  const sum = (side: 'added' | 'removed') => counts.reduce((total, file) => total + (file[side] ?? 0), 0);
  return counts.length > 0 ? [`+${sum('added')} −${sum('removed')}`] : [];
}

/** How many commits are not pushed: `2 commits`, or `at least 1000 commits` where not all are listed. */
export function unpushedCount({ facts, allCommitsListed }: Repository): string {
  return `${allCommitsListed ? '' : 'at least '}${counted(unpushedCommits(facts).length, 'commit')}`;
}

/** Whether a remote-tracking branch holds HEAD: the commits are those back from HEAD, newest first. */
export function isHeadPushed(facts: HandoffFacts): boolean {
  return facts.head !== null && facts.commits[0]?.pushed !== false;
}

/** Long enough to be unique in nearly every repository, short enough to read. */
export function shortHash(hash: string): string {
  return hash.slice(0, 10);
}
