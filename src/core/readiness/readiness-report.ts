import { isOver } from '../checklist/severity-of.ts';
import { type DocumentReport, type PointId, pointIds } from '../report.ts';

/** How ready a set of work items is. */
export interface ReadinessCounts {
  /** Neither finished nor set aside. */
  readonly open: number;
  /** Open, with all five points met. */
  readonly ready: number;
  /** With what has been put away or is deferred. */
  readonly finished: number;
  /** How many of `finished` have been put away or are deferred. */
  readonly setAside: number;
  /** Open ones that meet each point. */
  readonly met: Readonly<Record<PointId, number>>;
}

/** The work items of a folder. */
export interface FolderReadiness {
  /** With `/`; empty for what lies at the top. */
  readonly folder: string;
  readonly counts: ReadinessCounts;
}

/** The open work of a person, and what waits on what between people. Outcomes only: nothing tells how busy anybody is. */
export interface OwnerReadiness {
  /** Null for work that nobody owns. */
  readonly owner: string | null;
  readonly open: number;
  readonly ready: number;
  /** Owners of open work that this work waits on, and of work that waits on it; "nobody" for work without an owner. */
  readonly waitsOn: readonly string[];
  readonly holdsUp: readonly string[];
}

/** How ready the work was on a day. */
export interface ReadinessSample {
  /** ISO 8601 (`2026-03-09`). */
  readonly day: string;
  readonly counts: ReadinessCounts;
}

export interface ReadinessHistory {
  /** The oldest first; in a report, the last one is how things stand now. */
  readonly samples: readonly ReadinessSample[];
  /** What could not be known, each as a sentence. */
  readonly unknown: readonly string[];
}

/** Version 1 of what `async-ready report --format json` prints; docs/readiness-report.md. */
export interface ReadinessReport {
  readonly version: 1;
  /** ISO 8601 with offset. */
  readonly date: string;
  readonly all: ReadinessCounts;
  readonly folders: readonly FolderReadiness[];
  /** By name; work without an owner comes last. */
  readonly owners: readonly OwnerReadiness[];
  /** Null where nobody has asked for it. */
  readonly history: ReadinessHistory | null;
}

/** What of a work item is counted. */
export interface Judged {
  /** Or set aside. */
  readonly finished: boolean;
  readonly setAside: boolean;
  readonly met: readonly PointId[];
}

/** What of a report is counted; null for a document that is no work item. */
export function judgedOf({
  workItem,
  points,
  ...report
}: Pick<DocumentReport, 'workItem' | 'finished' | 'points' | 'path' | 'status'>): Judged | null {
  if (!workItem) return null;
  const finished = isOver(report);
  const met = pointIds.filter((id) => points[id].verdict === 'met');
  return { finished, setAside: finished && !report.finished, met };
}

export function countReadiness(items: Iterable<Judged>): ReadinessCounts {
  const met = { goal: 0, resources: 0, status: 0, dependencies: 0, done: 0 };
  const counts = { open: 0, ready: 0, finished: 0, setAside: 0 };
  for (const item of items) {
    if (item.setAside) counts.setAside++;
    if (item.finished) counts.finished++;
    else {
      counts.open++;
      if (item.met.length === pointIds.length) counts.ready++;
      for (const id of item.met) met[id]++;
    }
  }
  return { ...counts, met };
}

/** The counts of several sets together. */
export function sumOf(all: readonly ReadinessCounts[]): ReadinessCounts {
  const sum = (count: (counts: ReadinessCounts) => number): number =>
    all.reduce((total, each) => total + count(each), 0);
  const met = Object.fromEntries(pointIds.map((id) => [id, sum((counts) => counts.met[id])]));
  return {
    open: sum(({ open }) => open),
    ready: sum(({ ready }) => ready),
    finished: sum(({ finished }) => finished),
    setAside: sum(({ setAside }) => setAside),
    met: met as ReadinessCounts['met'],
  };
}
