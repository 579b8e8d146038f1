import { folderOf } from '../paths.ts';

/** A work item as the map shows it. */
export interface MapItem {
  /** Names the document for good. */
  readonly key: string;
  readonly name: string;
  /** With `/`; in a workspace of several folders it begins with the name of the folder. */
  readonly path: string;
  readonly readiness: 'ready' | 'not-ready' | 'set-aside' | 'finished';
  /** How many of the five points are met. */
  readonly met: number;
  /** The names of the points that are not; empty for none. */
  readonly missing: string;
  /** In the document's words, as the owner is. */
  readonly status: string | null;
  readonly owner: string | null;
}

/** Whether somebody may take it up. */
export const isOpen = ({ readiness }: MapItem): boolean => readiness === 'ready' || readiness === 'not-ready';

/** One work item waits on another; both by their keys. */
export interface MapLink {
  readonly first: string;
  /** Waits on `first`. */
  readonly next: string;
  /** Whether it is part of a circle in which open work waits on itself. */
  readonly circular: boolean;
}

/** What waits on what. */
export interface DependencyMap {
  readonly items: readonly MapItem[];
  readonly links: readonly MapLink[];
}

/** Which part of a map is looked at. */
export interface MapFilter {
  /** Work items below it, and those that they wait on or hold up; empty for all. */
  readonly folder: string;
  readonly finished: boolean;
  /** Work that nobody takes up, and that no open work waits on. */
  readonly setAside: boolean;
  /** Those that neither wait on another work item nor hold one up. */
  readonly unconnected: boolean;
}

/** The part of a map that a filter leaves, and how many work items it leaves out for being finished, set aside or without a link. */
export interface MapSelection extends DependencyMap {
  readonly finished: number;
  readonly setAside: number;
  readonly unconnected: number;
}

/** The part of the map that `filter` asks for. */
export function selectFrom({ items, links }: DependencyMap, filter: MapFilter): MapSelection {
  const near = keysNear(items, links, filter.folder);
  const inFolder = items.filter(({ key }) => near.has(key));
  const finished = inFolder.filter(({ readiness }) => readiness === 'finished');
  const setAside = setAsideIn(inFolder, links);
  const folded = new Set([...(filter.finished ? [] : finished), ...(filter.setAside ? [] : setAside)]);
  const open = inFolder.filter((item) => !folded.has(item));
  const shown = new Set(open.map(({ key }) => key));
  const between = links.filter(({ first, next }) => shown.has(first) && shown.has(next));
  const linked = new Set(between.flatMap(({ first, next }) => [first, next]));
  return {
    items: filter.unconnected ? open : open.filter(({ key }) => linked.has(key)),
    links: between,
    finished: finished.length,
    setAside: setAside.length,
    unconnected: open.length - linked.size,
  };
}

/** The work items that are set aside, but for those that open work waits on: that has to be seen. */
function setAsideIn(items: readonly MapItem[], links: readonly MapLink[]): MapItem[] {
  const found = items.filter(({ readiness }) => readiness === 'set-aside');
  if (found.length === 0) return found;
  const open = new Set(items.flatMap((item) => (isOpen(item) ? item.key : [])));
  const awaited = new Set(links.flatMap(({ first, next }) => (open.has(next) ? first : [])));
  return found.filter(({ key }) => !awaited.has(key));
}

/** The keys of the work items below `folder`, and of those that are linked to one of them. */
function keysNear(items: readonly MapItem[], links: readonly MapLink[], folder: string): Set<string> {
  const inside = new Set(items.flatMap(({ key, path }) => (isBelow(path, folder) ? key : [])));
  if (folder === '') return inside;
  const around = links.flatMap(({ first, next }) => (inside.has(first) || inside.has(next) ? [first, next] : []));
  return new Set([...inside, ...around]);
}

const isBelow = (path: string, folder: string): boolean => folder === '' || path.startsWith(`${folder}/`);

/** The folders that hold work items, by path, with how many are below each; one that adds nothing to the folder in it is left out. */
export function foldersOf(items: readonly MapItem[]): { readonly folder: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { path } of items)
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder))
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
  const folders = Array.from(counts, ([folder, count]) => ({ folder, count }));
  const repeated = new Set(
    folders.flatMap(({ folder, count }) => (counts.get(folderOf(folder)) === count ? folderOf(folder) : [])),
  );
  return folders.filter(({ folder }) => !repeated.has(folder)).sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** What is next to each work item, by its key. */
export interface MapNeighbours {
  readonly waitsOn: readonly string[];
  readonly holdsUp: readonly string[];
  readonly circular: boolean;
}

/** The neighbours of every work item that has any. */
export function neighboursOf(links: readonly MapLink[]): ReadonlyMap<string, MapNeighbours> {
  const neighbours = new Map<string, { waitsOn: string[]; holdsUp: string[]; circular: boolean }>();
  const at = (key: string) => {
    const found = neighbours.get(key) ?? { waitsOn: [], holdsUp: [], circular: false };
    neighbours.set(key, found);
    return found;
  };
  for (const { first, next, circular } of links) {
    at(first).holdsUp.push(next);
    at(next).waitsOn.push(first);
    if (circular) at(first).circular = at(next).circular = true;
  }
  return neighbours;
}
