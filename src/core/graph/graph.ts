import type { DependencyReport, DocumentReport } from '../report.ts';
import { linkedPath } from './linked-path.ts';
import { comparableId, idsOf, seriesOf } from './work-item-ids.ts';

/** A work item of the workspace. */
export interface GraphItem {
  /** Names the document for good. */
  readonly key: string;
  /** Key of the workspace folder that holds it; ids count within one. */
  readonly folder: string;
  readonly report: DocumentReport;
}

/** How one work item speaks of another as one that it waits on, or that waits on it. */
export interface Dependency {
  readonly from: GraphItem;
  readonly to: GraphItem;
  /** Where `from` says so. */
  readonly range: DependencyReport['range'];
  readonly relation: DependencyReport['relation'];
}

/** What the work items of a workspace say of one another, kept up with their reports. */
export interface WorkItemGraph {
  /** Puts in or replaces the report on a document. @returns whether what others say of it, or it of them, may have changed. */
  set(item: GraphItem): boolean;
  /** @returns whether it was there. */
  delete(key: string): boolean;
  get(key: string): GraphItem | undefined;
  /** The work item whose document is at `path` in `folder`. */
  at(folder: string, path: string): GraphItem | undefined;
  /** The work items that go by `id`; several where it is not unique. Those that state it as theirs go before those that only have it in their file's name. */
  named(folder: string, id: string): readonly GraphItem[];
  /** The work items whose file has that name, without its extension and whatever its letter case. */
  inFilesNamed(folder: string, name: string): readonly GraphItem[];
  /** Every id of `folder` whose series that of `id` is, in the form in which ids are compared. */
  series(folder: string, id: string): readonly string[];
  /** What the work item says that it waits on or blocks, and what is known in its folder. */
  dependenciesOf(item: GraphItem): readonly Dependency[];
  /** The open work that waits on the work item, by its own words or those of the other. */
  dependantsOf(item: GraphItem): readonly GraphItem[];
  /** What the work item waits on, by its own words or those of the other. */
  waitsOn(item: GraphItem): readonly GraphItem[];
  /** The shortest circle in which open work waits on itself by way of this work item, which begins and ends it; null where there is none. */
  cycleThrough(item: GraphItem): readonly GraphItem[] | null;
}

interface ResolvedDependency extends Pick<Dependency, 'range' | 'relation'> {
  /** Of the work item that it is on. */
  readonly key: string;
}

/** All that a work item says of itself and others by name; while it stays, so does what is said. */
const wordsOf = ({ report }: GraphItem): string =>
  JSON.stringify([
    idsOf(report),
    report.path,
    report.dependencies.map(({ id, relation }) => [id, relation]),
    report.links.flatMap(({ target, relation }) => (relation ? [target, relation] : [])),
  ]);

/** Makes a graph without any work item. */
export function createGraph(): WorkItemGraph {
  const items = new Map<string, GraphItem>();
  const byPath = new Map<string, GraphItem>();
  /** Keys of the work items by folder and id. */
  const byId = new Map<string, Set<string>>();
  /** Ids by folder and series, with how many go by each. */
  const bySeries = new Map<string, Map<string, number>>();
  /** Keys of the work items by folder and their file's name. */
  const byFileName = new Map<string, Set<string>>();
  /** Keys of the work items that speak of another one, by folder and the id or path by which they do. */
  const speakers = new Map<string, Set<string>>();
  /** What `resolve` has come to since the last change of what is said. */
  const resolved = new Map<string, readonly ResolvedDependency[]>();

  const place = (folder: string, name: string): string => `${folder}\n${name}`;

  /** Where the work item is entered besides `items`: the table, and the places in it. */
  function* entriesOf({ folder, report }: GraphItem): Generator<[Map<string, Set<string>>, string]> {
    for (const id of idsOf(report)) yield [byId, place(folder, id)];
    yield [byFileName, place(folder, fileNameOf(report.path))];
    for (const { id } of report.dependencies) yield [speakers, place(folder, comparableId(id))];
    for (const link of report.links) {
      const path = link.relation && linkedPath(report.path, link.target)?.path;
      if (path) yield [speakers, place(folder, `/${path}`)];
    }
  }

  function set(item: GraphItem): boolean {
    const before = items.get(item.key);
    if (before && item.report.workItem && wordsOf(before) === wordsOf(item)) {
      items.set(item.key, item);
      byPath.set(place(item.folder, item.report.path), item);
      resolved.delete(item.key);
      return before.report.finished !== item.report.finished || before.report.title !== item.report.title;
    }
    const wasThere = remove(item.key);
    if (!item.report.workItem) return wasThere;
    items.set(item.key, item);
    byPath.set(place(item.folder, item.report.path), item);
    for (const [table, at] of entriesOf(item)) table.set(at, (table.get(at) ?? new Set()).add(item.key));
    for (const id of idsOf(item.report)) {
      const series = place(item.folder, seriesOf(id));
      const ids = bySeries.get(series) ?? new Map<string, number>();
      bySeries.set(series, ids.set(id, (ids.get(id) ?? 0) + 1));
    }
    resolved.clear();
    return true;
  }

  function remove(key: string): boolean {
    const item = items.get(key);
    if (!item) return false;
    items.delete(key);
    byPath.delete(place(item.folder, item.report.path));
    for (const [table, at] of entriesOf(item)) {
      const keys = table.get(at);
      keys?.delete(key);
      if (keys?.size === 0) table.delete(at);
    }
    for (const id of idsOf(item.report)) {
      const series = place(item.folder, seriesOf(id));
      const ids = bySeries.get(series);
      const left = (ids?.get(id) ?? 1) - 1;
      if (left > 0) ids?.set(id, left);
      else ids?.delete(id);
      if (ids?.size === 0) bySeries.delete(series);
    }
    resolved.clear();
    return true;
  }

  const itemsAt = (table: Map<string, Set<string>>, at: string): GraphItem[] =>
    [...(table.get(at) ?? [])].flatMap((key) => items.get(key) ?? []);

  function named(folder: string, id: string): GraphItem[] {
    const wanted = comparableId(id);
    const states = ({ report }: GraphItem): number => (report.id && comparableId(report.id) === wanted ? 0 : 1);
    return itemsAt(byId, place(folder, wanted)).sort((a, b) => states(a) - states(b));
  }

  function dependenciesOf(from: GraphItem): readonly Dependency[] {
    const known = resolved.get(from.key) ?? resolve(from);
    resolved.set(from.key, known);
    return known.flatMap(({ key, range, relation }) => {
      const to = items.get(key);
      return to ? [{ from, to, range, relation }] : [];
    });
  }

  function resolve({ key: from, folder, report }: GraphItem): ResolvedDependency[] {
    const byIds = report.dependencies.map(({ id, range, relation }) => ({
      key: named(folder, id)[0]?.key,
      range,
      relation,
    }));
    const byLinks = report.links.flatMap(({ target, range, relation }) => {
      const path = relation && linkedPath(report.path, target);
      return path ? [{ key: byPath.get(place(folder, path.path))?.key, range, relation }] : [];
    });
    const seen = new Set<string>();
    return [...byIds, ...byLinks].filter((found): found is ResolvedDependency => {
      const once = `${found.relation} ${found.key}`;
      return found.key !== undefined && found.key !== from && !seen.has(once) && seen.add(once) !== undefined;
    });
  }

  /** The work items that speak of this one, whatever they say. */
  function speakersOf({ folder, report }: GraphItem): GraphItem[] {
    const names = [...idsOf(report), `/${report.path}`];
    return names.flatMap((name) => itemsAt(speakers, place(folder, name)));
  }

  /** Those of which the work item says that it waits on (or blocks) them, and those which say the reverse of it. */
  function related(item: GraphItem, own: Dependency['relation'], reverse: Dependency['relation']): GraphItem[] {
    const named = dependenciesOf(item).flatMap(({ to, relation }) => (relation === own ? to : []));
    const naming = speakersOf(item).filter((by) =>
      dependenciesOf(by).some(({ to, relation }) => relation === reverse && to.key === item.key),
    );
    return [...new Map([...named, ...naming].map((found) => [found.key, found])).values()];
  }

  const waitsOn = (item: GraphItem): GraphItem[] => related(item, 'waits-on', 'blocks');

  function cycleThrough(item: GraphItem): readonly GraphItem[] | null {
    const cameFrom = new Map<string, GraphItem>();
    const queue = item.report.finished ? [] : [item];
    for (const at of queue) {
      for (const to of waitsOn(at)) {
        if (to.key === item.key) return circle(at, cameFrom, item);
        if (to.report.finished || cameFrom.has(to.key)) continue;
        cameFrom.set(to.key, at);
        queue.push(to);
      }
      if (queue.length > mostInCycles) return null;
    }
    return null;
  }

  return {
    set,
    delete: remove,
    get: (key) => items.get(key),
    at: (folder, path) => byPath.get(place(folder, path)),
    named,
    inFilesNamed: (folder, name) => itemsAt(byFileName, place(folder, name.toLowerCase())),
    series: (folder, id) => [...(bySeries.get(place(folder, seriesOf(comparableId(id))))?.keys() ?? [])],
    dependenciesOf,
    dependantsOf: (item) => related(item, 'blocks', 'waits-on').filter(({ report }) => !report.finished),
    waitsOn,
    cycleThrough,
  };
}

/** How many work items are looked at for a circle: nobody could follow a longer one, and all work of a large workspace may hang together. */
const mostInCycles = 500;

/** The circle from `start` over those that led to `last` back to `start`. */
function circle(last: GraphItem, cameFrom: ReadonlyMap<string, GraphItem>, start: GraphItem): GraphItem[] {
  const path = [start];
  for (let at: GraphItem | undefined = last; at && at.key !== start.key; at = cameFrom.get(at.key)) path.unshift(at);
  return [start, ...path];
}

const fileNameOf = (path: string): string =>
  path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.\w+$/, '')
    .toLowerCase();
