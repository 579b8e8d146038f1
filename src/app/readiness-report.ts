import type { WorkItemGraph } from '../core/graph/graph.ts';
import { folderOf } from '../core/paths.ts';
import { people } from '../core/people.ts';
import {
  countReadiness,
  type FolderReadiness,
  type Judged,
  judgedOf,
  type OwnerReadiness,
  type ReadinessHistory,
  type ReadinessReport,
} from '../core/readiness/readiness-report.ts';
import { pointIds } from '../core/report.ts';
import { memberCalled, type TeamMember } from '../core/team.ts';
import { localDate } from './local-date.ts';
import type { Clock, WorkspaceFolder } from './ports.ts';
import { createSlices, type SlicePorts, sliceBudget } from './slices.ts';
import type { IndexedDocument } from './workspace-index.ts';

export interface ReportPorts extends SlicePorts {
  readonly graph: Pick<WorkItemGraph, 'get' | 'dependenciesOf'>;
  readonly folders: readonly WorkspaceFolder[];
  readonly clock: Clock;
  /** The people of the team of a workspace folder. */
  team(folder: string): readonly TeamMember[];
}

/** A work item as it is counted. */
interface Counted {
  readonly judged: Judged;
  /** With `/`; in a workspace of several folders it begins with the name of the folder. */
  readonly folder: string;
  /** Null alone for work that nobody owns. */
  readonly owners: readonly (string | null)[];
}

/** One open work item waits on another. */
interface Wait {
  readonly waiting: Counted;
  readonly on: Counted;
}

/** How ready the work is now, which is added to the history of it; in slices. Rejects with the signal's reason when it is aborted. */
export async function gatherReadinessReport(
  ports: ReportPorts,
  documents: Iterable<IndexedDocument>,
  history: ReadinessHistory | null,
  signal: AbortSignal,
): Promise<ReadinessReport> {
  const { graph, folders, clock } = ports;
  const slices = createSlices(ports, sliceBudget);
  const nextSlice = async (): Promise<void> => {
    while (slices.isOver()) await slices.pause();
    signal.throwIfAborted();
  };
  const nameOfFolder = new Map(folders.length > 1 ? folders.map(({ key, name }) => [key, name]) : []);
  const items = new Map<string, Counted>();
  for (const { document, report } of [...documents]) {
    await nextSlice();
    const judged = judgedOf(report);
    if (!judged) continue;
    const folder = [nameOfFolder.get(document.folder), folderOf(report.path)].filter(Boolean).join('/');
    const owners = ownersOf(report.owner, ports.team(document.folder));
    items.set(document.key, { judged, folder, owners });
  }
  const waits: Wait[] = [];
  for (const [key, counted] of items) {
    await nextSlice();
    const item = graph.get(key);
    for (const { to, relation } of item ? graph.dependenciesOf(item) : []) {
      const other = items.get(to.key);
      if (!other || counted.judged.finished || other.judged.finished) continue;
      waits.push(relation === 'waits-on' ? { waiting: counted, on: other } : { waiting: other, on: counted });
    }
  }
  const counted = [...items.values()];
  const date = localDate(clock);
  const all = countReadiness(counted.map(({ judged }) => judged));
  await nextSlice();
  const byFolders = byFolder(counted);
  await nextSlice();
  return {
    version: 1,
    date,
    all,
    folders: byFolders,
    owners: byOwner(counted, waits),
    history: history && { ...history, samples: [...history.samples, { day: date.slice(0, 10), counts: all }] },
  };
}

function ownersOf(words: string | null, team: readonly TeamMember[]): readonly (string | null)[] {
  const names = people(words ?? '').map((name) => memberCalled(team, name)?.name ?? name);
  return names.length === 0 ? [null] : [...new Set(names)];
}

/** More rows than these are put together by the folders above. */
const mostFolders = 30;

function byFolder(items: readonly Counted[]): FolderReadiness[] {
  const upTo = (depth: number): Map<string, Judged[]> => {
    const folders = new Map<string, Judged[]>();
    for (const { folder, judged } of items) {
      const name = folder.split('/').slice(0, depth).join('/');
      const known = folders.get(name);
      if (known) known.push(judged);
      else folders.set(name, [judged]);
    }
    return folders;
  };
  const deepest = Math.max(1, ...items.map(({ folder }) => folder.split('/').length));
  let found = upTo(deepest);
  for (let depth = deepest - 1; depth > 0 && found.size > mostFolders; depth--) found = upTo(depth);
  return Array.from(found, ([folder, judged]) => ({ folder, counts: countReadiness(judged) })).sort((a, b) =>
    a.folder < b.folder ? -1 : 1,
  );
}

/** How people are told apart: neither by letter case nor by the `@` of a handle. */
const comparable = (name: string): string => name.toLowerCase().replace(/^@/, '');

function byOwner(items: readonly Counted[], waits: readonly Wait[]): OwnerReadiness[] {
  const rows = new Map<string, { owner: string | null; open: number; ready: number; waitsOn: Names; holdsUp: Names }>();
  const rowOf = (owner: string | null) => {
    const key = owner === null ? '' : comparable(owner);
    const row = rows.get(key) ?? { owner, open: 0, ready: 0, waitsOn: new Map(), holdsUp: new Map() };
    rows.set(key, row);
    return row;
  };
  for (const { judged, owners } of items) {
    if (judged.finished) continue;
    for (const row of owners.map(rowOf)) {
      row.open++;
      if (judged.met.length === pointIds.length) row.ready++;
    }
  }
  for (const { waiting, on } of waits) {
    for (const owner of waiting.owners) addOthers(rowOf(owner).waitsOn, owner, on.owners);
    for (const owner of on.owners) addOthers(rowOf(owner).holdsUp, owner, waiting.owners);
  }
  return [...rows.values()]
    .map((row) => ({ ...row, waitsOn: sorted(row.waitsOn), holdsUp: sorted(row.holdsUp) }))
    .sort((a, b) =>
      a.owner === null ? 1 : b.owner === null ? -1 : comparable(a.owner) < comparable(b.owner) ? -1 : 1,
    );
}

/** People as they are written, by how they are told apart. */
type Names = Map<string, string>;

/** Adds those who are not the owner: that somebody's work waits on work of their own is for them to know. */
function addOthers(names: Names, owner: string | null, others: readonly (string | null)[]): void {
  const own = owner === null ? '' : comparable(owner);
  for (const other of others) {
    const key = other === null ? '' : comparable(other);
    if (key !== own && !names.has(key)) names.set(key, other ?? 'nobody');
  }
}

const sorted = (names: Names): string[] => [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
