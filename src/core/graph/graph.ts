import { fileName, folderOf } from '../paths.ts';
import type { CheckedDocument, DependencyReport, DocumentReport } from '../report.ts';
import { createKeyTable, type KeyTable } from './key-table.ts';
import { linkedPath } from './linked-path.ts';
import { comparableId, idsOf, seriesOf } from './work-item-ids.ts';

/** A work item of the workspace. */
export interface GraphItem<Report extends CheckedDocument = DocumentReport> {
  /** Names the document for good. */
  readonly key: string;
  /** Key of the workspace folder that holds it; ids count within one. */
  readonly folder: string;
  readonly report: Report;
}

/** How one work item speaks of another as one that it waits on, or that waits on it. */
export interface Dependency<Report extends CheckedDocument = DocumentReport> {
  readonly from: GraphItem<Report>;
  readonly to: GraphItem<Report>;
  /** Where `from` says so. */
  readonly range: DependencyReport['range'];
  readonly relation: DependencyReport['relation'];
  readonly blocking: DependencyReport['blocking'];
  readonly listed: DependencyReport['listed'];
}

/** What the work items of a workspace say of one another, kept up with their reports. */
export interface WorkItemGraph<Report extends CheckedDocument = DocumentReport> {
  /** Puts in or replaces the report on a document. @returns whether what others say of it, or it of them, may have changed. */
  set(item: GraphItem<Report>): boolean;
  /** @returns whether it was there. */
  delete(key: string): boolean;
  get(key: string): GraphItem<Report> | undefined;
  /** The work item whose document is at `path` in `folder`. */
  at(folder: string, path: string): GraphItem<Report> | undefined;
  /** The work items that go by `id`; several where it is not unique. Those that state it as theirs go before those that only have it in their file's name. */
  named(folder: string, id: string): readonly GraphItem<Report>[];
  /** The work items that state `id` as theirs. */
  stating(folder: string, id: string): readonly GraphItem<Report>[];
  /** The work item that `by` means by `id`: of several the only one in the nearest folder. */
  meant(by: GraphItem<Report>, id: string): GraphItem<Report> | undefined;
  /** The work items whose file has that name, without its extension and whatever its letter case. */
  inFilesNamed(folder: string, name: string): readonly GraphItem<Report>[];
  /** Every id of `folder` whose series that of `id` is, in the form in which ids are compared. */
  series(folder: string, id: string): readonly string[];
  /** Whether the ids of that series are given by documents of the folder, rather than by a tracker that has more of them. */
  keepsSeries(folder: string, id: string): boolean;
  /** What the work item says that it waits on or blocks, and what is known in its folder. */
  dependenciesOf(item: GraphItem<Report>): readonly Dependency<Report>[];
  /** The open work that waits on the work item, by its own words or those of the other. */
  dependantsOf(item: GraphItem<Report>): readonly GraphItem<Report>[];
  /** What the work item waits on, by its own words or those of the other. @param counts leaves out some of them. */
  waitsOn(item: GraphItem<Report>, counts?: (said: Dependency<Report>) => boolean): readonly GraphItem<Report>[];
}

interface ResolvedDependency extends Omit<Dependency, 'from' | 'to'> {
  /** Of the work item that it is on. */
  readonly key: string;
}

/** All that a work item says of itself and others by name; while it stays, so does what is said. */
const wordsOf = ({ report }: GraphItem<CheckedDocument>): string =>
  JSON.stringify([
    idsOf(report),
    report.path,
    report.dependencies.map(({ id, relation }) => [id, relation]),
    report.links.flatMap(({ target, relation }) => (relation ? [target, relation] : [])),
  ]);

const place = (folder: string, name: string): string => `${folder}\n${name}`;

/** The names, with their folder, by which a work item speaks of others as dependencies. */
function namesIn({ folder, report }: GraphItem<CheckedDocument>): string[] {
  const names: string[] = [];
  for (const { id } of report.dependencies) names.push(place(folder, comparableId(id)));
  for (const { relation, target } of report.links) {
    const path = relation && linkedPath(report.path, target)?.path;
    if (path) names.push(place(folder, `/${path}`));
  }
  return names;
}

const fileNameOf = (path: string): string =>
  fileName(path)
    .replace(/\.\w+$/, '')
    .toLowerCase();

/** Makes a graph without any work item. */
export function createGraph<Report extends CheckedDocument = DocumentReport>(): WorkItemGraph<Report> {
  type Item = GraphItem<Report>;

  const items = new Map<string, Item>();
  const byPath = new Map<string, string>();
  const byStatedId = createKeyTable();
  const byOtherId = createKeyTable();
  /** Ids by series. */
  const bySeries = createKeyTable();
  /** What is known of `keepsSeries`. */
  const keptSeries = new Map<string, boolean>();
  const byFileName = createKeyTable();
  /** Work items by the names by which they speak of others. */
  const speakers = createKeyTable();
  /** Work items by those that they speak of, as far as that is resolved. */
  const speakersOf = createKeyTable();
  const resolved = new Map<string, readonly ResolvedDependency[]>();
  /** Keys of work items of which it is not resolved whom they speak of. */
  const unresolved = new Set<string>();
  /** By id and folder, whom documents there mean by it. */
  const meantIn = new Map<string, Map<string, string | undefined>>();

  const itemsAt = (table: KeyTable, at: string): Item[] => [...table.at(at)].flatMap((key) => items.get(key) ?? []);

  function set(item: Item): boolean {
    const before = items.get(item.key);
    if (before && item.report.workItem && wordsOf(before) === wordsOf(item)) {
      items.set(item.key, item);
      forgetResolved(item.key);
      return before.report.finished !== item.report.finished || before.report.title !== item.report.title;
    }
    const wasThere = remove(item.key);
    if (!item.report.workItem) return wasThere;
    items.set(item.key, item);
    enter(item, 'add');
    unresolved.add(item.key);
    return true;
  }

  function remove(key: string): boolean {
    const item = items.get(key);
    if (!item) return false;
    forgetResolved(key);
    unresolved.delete(key);
    items.delete(key);
    enter(item, 'delete');
    return true;
  }

  /** Puts the work item into the tables, or takes it out, and forgets whom others have meant by its names. */
  function enter({ key, folder, report }: Item, how: 'add' | 'delete'): void {
    if (how === 'add') byPath.set(place(folder, report.path), key);
    else byPath.delete(place(folder, report.path));
    byFileName[how](place(folder, fileNameOf(report.path)), key);
    const stated = report.id === null ? null : comparableId(report.id);
    const ids = idsOf(report);
    for (const id of ids) {
      const at = place(folder, id);
      (id === stated ? byStatedId : byOtherId)[how](at, key);
      const isLast = how === 'add' || named(folder, id).length === 0;
      if (!isLast) continue;
      bySeries[how](place(folder, seriesOf(id)), id);
      keptSeries.delete(place(folder, seriesOf(id)));
    }
    for (const name of namesIn({ key, folder, report })) speakers[how](name, key);
    // As long as nobody has asked, there is nothing to forget.
    if (meantIn.size === 0 && resolved.size === 0) return;
    for (const name of [...ids, `/${report.path}`]) {
      const at = place(folder, name);
      meantIn.delete(at);
      for (const speaker of speakers.at(at)) forgetResolved(speaker);
    }
  }

  function forgetResolved(key: string): void {
    for (const { key: to } of resolved.get(key) ?? []) speakersOf.delete(to, key);
    if (resolved.delete(key)) unresolved.add(key);
  }

  const named = (folder: string, id: string): Item[] => {
    const at = place(folder, comparableId(id));
    return [...itemsAt(byStatedId, at), ...itemsAt(byOtherId, at)];
  };

  function meant(by: Item, id: string): Item | undefined {
    const at = place(by.folder, comparableId(id));
    const known = meantIn.get(at) ?? new Map<string, string | undefined>();
    // Not for an id that nobody has: of these there is no end.
    if (known.size === 0 && named(by.folder, id).length === 0) return undefined;
    meantIn.set(at, known);
    const from = folderOf(by.report.path);
    if (!known.has(from)) known.set(from, nearest(from, itemsAt(byStatedId, at), itemsAt(byOtherId, at))?.key);
    const key = known.get(from);
    return key === undefined ? undefined : items.get(key);
  }

  function keepsSeries(folder: string, id: string): boolean {
    const at = place(folder, seriesOf(comparableId(id)));
    const kept = keptSeries.get(at) ?? coversItsNumbers(bySeries.at(at));
    keptSeries.set(at, kept);
    return kept;
  }

  function dependenciesOf(from: Item): Dependency<Report>[] {
    return resolvedOf(from).flatMap(({ key, range, relation, blocking, listed }) => {
      const to = items.get(key);
      return to ? [{ from, to, range, relation, blocking, listed }] : [];
    });
  }

  function resolvedOf(item: Item): readonly ResolvedDependency[] {
    const known = resolved.get(item.key);
    if (known) return known;
    const found = resolve(item);
    if (items.get(item.key) !== item) return found;
    resolved.set(item.key, found);
    unresolved.delete(item.key);
    for (const { key } of found) speakersOf.add(key, item.key);
    return found;
  }

  function resolve(item: Item): ResolvedDependency[] {
    const { key: from, folder, report } = item;
    const said: (Omit<ResolvedDependency, 'key'> & { readonly key: string | undefined })[] = [];
    for (const { id, range, relation, blocking, listed } of report.dependencies)
      said.push({ key: meant(item, id)?.key, range, relation, blocking, listed });
    for (const { target, range, relation, blocking, listed } of report.links) {
      const path = relation && linkedPath(report.path, target);
      if (path) said.push({ key: byPath.get(place(folder, path.path)), range, relation, blocking, listed });
    }
    if (said.length === 0) return [];
    const seen = new Set<string>();
    // What a list says goes before a sentence on the same.
    return said
      .sort((a, b) => Number(b.listed) - Number(a.listed))
      .filter((found): found is ResolvedDependency => {
        const once = `${found.relation} ${found.key}`;
        if (found.key === undefined || found.key === from || seen.has(once)) return false;
        seen.add(once);
        return true;
      });
  }

  /** Those of which the work item says that it waits on (or blocks) them, and those which say the reverse of it. */
  function related(
    item: Item,
    own: Dependency['relation'],
    reverse: Dependency['relation'],
    counts: (said: Dependency<Report>) => boolean = () => true,
  ): Item[] {
    for (const key of unresolved) {
      const other = items.get(key);
      if (other) resolvedOf(other);
    }
    const found = new Set<Item>();
    for (const said of dependenciesOf(item)) if (said.relation === own && counts(said)) found.add(said.to);
    for (const by of itemsAt(speakersOf, item.key))
      if (dependenciesOf(by).some((said) => said.relation === reverse && said.to.key === item.key && counts(said)))
        found.add(by);
    return [...found];
  }

  return {
    set,
    delete: remove,
    get: (key) => items.get(key),
    at(folder, path) {
      const key = byPath.get(place(folder, path));
      return key === undefined ? undefined : items.get(key);
    },
    named,
    stating: (folder, id) => itemsAt(byStatedId, place(folder, comparableId(id))),
    meant,
    inFilesNamed: (folder, name) => itemsAt(byFileName, place(folder, name.toLowerCase())),
    series: (folder, id) => [...bySeries.at(place(folder, seriesOf(comparableId(id))))],
    keepsSeries,
    dependenciesOf,
    dependantsOf: (item) => related(item, 'blocks', 'waits-on').filter(({ report }) => !report.finished),
    waitsOn: (item, counts) => related(item, 'waits-on', 'blocks', counts),
  };
}

/** How much of a series has to be here to be all of it: of work that a tracker elsewhere numbers, only some has a document. */
const leastShare = 0.5;

function coversItsNumbers(ids: Iterable<string>): boolean {
  const numbers = new Set(Array.from(ids, (id) => Number.parseInt(/\d+/.exec(id)?.[0] ?? '0', 10)));
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const number of numbers) [least, most] = [Math.min(least, number), Math.max(most, number)];
  return numbers.size >= 2 && numbers.size >= (most - least + 1) * leastShare;
}

/** The only one of the work items in the folder at `from`, else in the next one above that has any; those that state the id go before `others`. */
function nearest<Item extends GraphItem<CheckedDocument>>(
  from: string,
  stating: readonly Item[],
  others: readonly Item[],
): Item | undefined {
  if (stating.length + others.length <= 1) return stating[0] ?? others[0];
  for (let folder = from; ; folder = folderOf(folder)) {
    const isHere = ({ report }: Item): boolean => folder === '' || report.path.startsWith(`${folder}/`);
    const here = stating.filter(isHere);
    const found = here.length > 0 ? here : others.filter(isHere);
    if (found.length > 0 || folder === '') return found.length === 1 ? found[0] : undefined;
  }
}
