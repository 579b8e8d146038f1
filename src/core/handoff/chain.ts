import type { HandoffReport } from './read-note.ts';

/** A handoff note among those of its workspace. */
export interface PlacedNote {
  readonly key: string;
  /** Key of the workspace folder. */
  readonly folder: string;
  /** Relative to the folder. */
  readonly path: string;
  readonly note: HandoffReport;
}

/** The newest note first; those without a date last. */
export function byAge(a: PlacedNote, b: PlacedNote): number {
  const [first, second] = [timeOf(a), timeOf(b)];
  if (first !== second) return second > first ? 1 : -1;
  const [name, other] = [nameOf(a), nameOf(b)];
  return name < other ? 1 : name > other ? -1 : 0;
}

/** Without its extension: `note-2.md` comes after `note.md`. */
const nameOf = ({ path }: PlacedNote): string => path.replace(/\.\w+$/, '');

const timeOf = ({ note }: PlacedNote): number => note.date?.time ?? Number.NEGATIVE_INFINITY;

/** The handoff before this one of the same work; null where this is the first. */
export function previousHandoff<Note extends PlacedNote>(of: PlacedNote, notes: Iterable<Note>): Note | null {
  let previous: Note | null = null;
  for (const other of notes)
    if (isSameWork(of, other) && byAge(of, other) < 0 && (previous === null || byAge(other, previous) < 0))
      previous = other;
  return previous;
}

/** Whether the work has been handed off again since. */
export function isFollowed(of: PlacedNote, notes: Iterable<PlacedNote>): boolean {
  for (const other of notes) if (isSameWork(of, other) && byAge(other, of) < 0) return true;
  return false;
}

/** Whether two notes pass on the same work: a work item of both or, where neither names one, the branch. */
function isSameWork(a: PlacedNote, b: PlacedNote): boolean {
  if (a.key === b.key || a.folder !== b.folder) return false;
  if (a.note.workItems.length > 0 || b.note.workItems.length > 0)
    return a.note.workItems.some((item) => b.note.workItems.includes(item));
  return a.note.branch !== null && a.note.branch === b.note.branch;
}
