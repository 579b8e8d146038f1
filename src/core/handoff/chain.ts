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

const timeOf = ({ note }: PlacedNote): number => note.date?.time ?? Number.NEGATIVE_INFINITY;

/** Without its extension: `note-2.md` comes after `note.md`. */
const nameOf = ({ path }: PlacedNote): string => path.replace(/\.\w+$/, '');

/** How the handoffs of the same work follow each other. */
export interface HandoffChains<Note extends PlacedNote> {
  /** The handoff before this one; null where it is the first. */
  previous(of: Note): Note | null;
  /** Whether the work has been handed off again since. */
  isFollowed(of: Note): boolean;
}

/** Two notes pass on the same work where they have a work item in common or, where neither names one, the branch. */
export function handoffChains<Note extends PlacedNote>(notes: readonly Note[]): HandoffChains<Note> {
  const byWork = new Map<string, Note[]>();
  for (const note of notes)
    for (const work of workOf(note)) {
      const known = byWork.get(work);
      if (known) known.push(note);
      else byWork.set(work, [note]);
    }
  for (const known of byWork.values()) known.sort(byAge);
  const ofSameWork = (of: Note): Note[][] => workOf(of).map((work) => byWork.get(work) ?? []);
  return {
    previous: (of) =>
      ofSameWork(of)
        .flatMap((known) => known.find((other) => byAge(of, other) < 0) ?? [])
        .sort(byAge)[0] ?? null,
    isFollowed: (of) => ofSameWork(of).some(([newest]) => newest !== undefined && byAge(newest, of) < 0),
  };
}

function workOf({ folder, note: { workItems, branch } }: PlacedNote): string[] {
  if (workItems.length > 0) return workItems.map((path) => `${folder}\n${path}`);
  return branch === null ? [] : [`${folder}\n\n${branch}`];
}
