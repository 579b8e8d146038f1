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
  /** Puts in or replaces the report on a document. @returns whether what work items say of one another may have changed. */
  set(item: GraphItem): boolean;
  /** @returns whether it was there. */
  delete(key: string): boolean;
  get(key: string): GraphItem | undefined;
  /** The work item whose document is at `path` in `folder`. */
  at(folder: string, path: string): GraphItem | undefined;
  /** The work items that go by `id`; several where it is not unique. Those that state it as theirs go before those that only have it in their file's name. */
  named(folder: string, id: string): readonly GraphItem[];
  /** Every id of `folder` whose series that of `id` is, in the form in which ids are compared. */
  series(folder: string, id: string): readonly string[];
  /** What the work item says that it waits on or blocks, and what is known in its folder. */
  dependenciesOf(item: GraphItem): readonly Dependency[];
  /** The open work that waits on the work item, by its own words or those of the other. */
  dependantsOf(item: GraphItem): readonly GraphItem[];
  /** What the work item waits on, by its own words or those of the other. */
  waitsOn(item: GraphItem): readonly GraphItem[];
  /** The shortest circle of waiting that the work item is in, which begins and ends with it; null where there is none. */
  cycleThrough(item: GraphItem): readonly GraphItem[] | null;
}

/** That the work item `by` says so of another. */
interface Said {
  readonly by: string;
  readonly relation: Dependency['relation'];
}

/** All that a work item says of itself and others by name; while it stays, so does what is said. */
const wordsOf = ({ report }: GraphItem): string =>
  JSON.stringify([
    idsOf(report),
    report.path,
    report.dependencies.map(({ id, relation }) => [id, relation]),
    report.links.map(({ target, relation }) => relation && [target, relation]),
  ]);

/** Makes a graph without any work item. */
export function createGraph(): WorkItemGraph {
  const items = new Map<string, GraphItem>();
  const byPath = new Map<string, GraphItem>();
  /** Keys of the work items by folder and id. */
  const byId = new Map<string, Set<string>>();
  /** Ids by folder and series, with how many go by each. */
  const bySeries = new Map<string, Map<string, number>>();
  /** What is said of each work item by others; made anew where what they say has changed. */
  let said: ReadonlyMap<string, readonly Said[]> | undefined;

  const place = (folder: string, name: string): string => `${folder}\n${name}`;

  function set(item: GraphItem): boolean {
    const before = items.get(item.key);
    if (before && item.report.workItem && wordsOf(before) === wordsOf(item)) {
      items.set(item.key, item);
      byPath.set(place(item.folder, item.report.path), item);
      return before.report.finished !== item.report.finished;
    }
    const wasThere = remove(item.key);
    if (!item.report.workItem) return wasThere;
    items.set(item.key, item);
    byPath.set(place(item.folder, item.report.path), item);
    for (const id of idsOf(item.report)) {
      const at = place(item.folder, id);
      byId.set(at, (byId.get(at) ?? new Set()).add(item.key));
      const series = place(item.folder, seriesOf(id));
      const ids = bySeries.get(series) ?? new Map<string, number>();
      bySeries.set(series, ids.set(id, (ids.get(id) ?? 0) + 1));
    }
    said = undefined;
    return true;
  }

  function remove(key: string): boolean {
    const item = items.get(key);
    if (!item) return false;
    items.delete(key);
    byPath.delete(place(item.folder, item.report.path));
    for (const id of idsOf(item.report)) {
      byId.get(place(item.folder, id))?.delete(key);
      const ids = bySeries.get(place(item.folder, seriesOf(id)));
      const left = (ids?.get(id) ?? 1) - 1;
      if (left > 0) ids?.set(id, left);
      else ids?.delete(id);
    }
    said = undefined;
    return true;
  }

  function named(folder: string, id: string): GraphItem[] {
    const wanted = comparableId(id);
    const keys = byId.get(place(folder, wanted)) ?? [];
    const found = [...keys].flatMap((key) => items.get(key) ?? []);
    const states = ({ report }: GraphItem): number => (report.id && comparableId(report.id) === wanted ? 0 : 1);
    return found.sort((a, b) => states(a) - states(b));
  }

  function dependenciesOf(from: GraphItem): Dependency[] {
    const { links, dependencies } = from.report;
    const byIds = dependencies.flatMap(({ id, range, relation }) => {
      const [to] = named(from.folder, id);
      return to && to.key !== from.key ? [{ from, to, range, relation }] : [];
    });
    const byLinks = links.flatMap((link) => {
      if (!link.relation) return [];
      const path = linkedPath(from.report.path, link.target);
      const to = path === null ? undefined : byPath.get(place(from.folder, path.path));
      return to && to.key !== from.key ? [{ from, to, range: link.range, relation: link.relation }] : [];
    });
    const seen = new Set<string>();
    return [...byIds, ...byLinks].filter(({ to, relation }) => {
      const once = `${relation} ${to.key}`;
      return !seen.has(once) && seen.add(once);
    });
  }

  function saidOf(key: string): readonly Said[] {
    if (!said) {
      const found = new Map<string, Said[]>();
      for (const item of items.values())
        for (const { to, relation } of dependenciesOf(item)) {
          const list = found.get(to.key) ?? [];
          if (list.push({ by: item.key, relation }) === 1) found.set(to.key, list);
        }
      said = found;
    }
    return said.get(key) ?? [];
  }

  /** Those of which the work item says that it waits on (or blocks) them, and those which say the reverse of it. */
  function related(item: GraphItem, own: Dependency['relation'], reverse: Dependency['relation']): GraphItem[] {
    const named = dependenciesOf(item).flatMap(({ to, relation }) => (relation === own ? to : []));
    const naming = saidOf(item.key).flatMap(({ by, relation }) => (relation === reverse ? (items.get(by) ?? []) : []));
    return [...new Map([...named, ...naming].map((found) => [found.key, found])).values()];
  }

  const waitsOn = (item: GraphItem): GraphItem[] => related(item, 'waits-on', 'blocks');

  function cycleThrough(item: GraphItem): GraphItem[] | null {
    const cameFrom = new Map<string, GraphItem>();
    let front = [item];
    while (front.length > 0) {
      const next: GraphItem[] = [];
      for (const at of front)
        for (const to of waitsOn(at)) {
          if (to.key === item.key) return pathTo(at, cameFrom, item);
          if (cameFrom.has(to.key)) continue;
          cameFrom.set(to.key, at);
          next.push(to);
        }
      front = next;
    }
    return null;
  }

  return {
    set,
    delete: remove,
    get: (key) => items.get(key),
    at: (folder, path) => byPath.get(place(folder, path)),
    named,
    series: (folder, id) => [...(bySeries.get(place(folder, seriesOf(comparableId(id))))?.keys() ?? [])],
    dependenciesOf,
    dependantsOf: (item) => related(item, 'blocks', 'waits-on').filter(({ report }) => !report.finished),
    waitsOn,
    cycleThrough,
  };
}

/** The circle from `start` over those that led to `last` back to `start`. */
function pathTo(last: GraphItem, cameFrom: ReadonlyMap<string, GraphItem>, start: GraphItem): GraphItem[] {
  const path = [start];
  for (let at: GraphItem | undefined = last; at && at.key !== start.key; at = cameFrom.get(at.key)) path.unshift(at);
  return path[0]?.key === start.key ? path : [start, ...path];
}
