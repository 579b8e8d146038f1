import type { Change, FileFact, Place } from './handoff-facts.ts';
import type { LineCounts } from './parse-diff.ts';

/** A change of one file in one place. */
export interface PlacedChange {
  readonly path: string;
  readonly oldPath: string | null;
  readonly change: Change;
  readonly place: Place;
  /** Undefined when the lines could not be counted. */
  readonly counts?: LineCounts | undefined;
}

/** A changed file, before anybody has looked into it. */
export type MergedFile = Omit<FileFact, 'touched' | 'own'>;

/**
 * One entry a path, from changes in the order committed, staged, unstaged, untracked.
 * A file keeps the change that says most to somebody who knows the base: a conflict, then that it is gone now,
 * then how it came into being, and only then that it was modified.
 */
export function mergePlaces(changes: readonly PlacedChange[]): MergedFile[] {
  const files: PlacedChange[][] = [];
  const byPath = new Map<string, PlacedChange[]>();
  for (const change of changes) {
    const places = byPath.get(change.path);
    // Names that are not UTF-8 can read the same; within one place they are different files.
    if (places && !places.some(({ place }) => place === change.place)) places.push(change);
    else {
      const file = [change];
      files.push(file);
      byPath.set(change.path, file);
    }
  }
  return files.map(mergedFile).sort((a, b) => (a.path < b.path ? -1 : 1));
}

const weight: Readonly<Record<Change, number>> = {
  conflicted: 7,
  deleted: 6,
  renamed: 5,
  copied: 4,
  added: 3,
  'type-changed': 2,
  modified: 1,
  untracked: 0,
};

function mergedFile(places: readonly PlacedChange[]): MergedFile {
  const last = places.findLast(({ place }) => place !== 'untracked');
  // A deletion that a later place has undone is none.
  const standing = places.filter((place) => place.change !== 'deleted' || place === last);
  const heaviest = standing.reduce((a, b) => (weight[b.change] > weight[a.change] ? b : a));
  const conflicted = heaviest.change === 'conflicted';
  const total = (side: keyof LineCounts) =>
    places.reduce<number | null>((sum, { counts }) => {
      const lines = counts?.[side] ?? null;
      return sum === null || lines === null || conflicted ? null : sum + lines;
    }, 0);
  return {
    path: heaviest.path,
    oldPath: heaviest.oldPath ?? places.find(({ oldPath }) => oldPath !== null)?.oldPath ?? null,
    change: heaviest.change,
    where: [...new Set(places.map(({ place }) => place))],
    added: total('added'),
    removed: total('removed'),
    inCommits: conflicted ? null : (places.find(({ place }) => place === 'committed')?.counts ?? null),
    binary: binary(places),
  };
}

/** Binary where git counts no lines; unknown where an untracked file was not read. */
function binary(places: readonly PlacedChange[]): boolean | null {
  if (places.some(({ counts }) => counts?.added === null)) return true;
  return places.some(({ place, counts, path }) => place === 'untracked' && !counts && !path.endsWith('/'))
    ? null
    : false;
}
