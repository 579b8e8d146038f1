import type { GraphItem, WorkItemGraph } from '../core/graph/graph.ts';
import { circlesOf } from '../core/map/circles.ts';
import type { DependencyMap, MapItem, MapLink } from '../core/map/dependency-map.ts';
import { metPoints } from '../core/report.ts';
import type { WorkspaceFolder } from './ports.ts';
import { isReady, isSetAside, missingPoints } from './readiness.ts';
import { createSlices, type SlicePorts, sliceBudget } from './slices.ts';
import { nameOf } from './work-item-card.ts';
import type { IndexedDocument } from './workspace-index.ts';

/** What gathering a map needs. */
export interface MapPorts extends SlicePorts {
  readonly graph: Pick<WorkItemGraph, 'get' | 'dependenciesOf'>;
  readonly folders: readonly WorkspaceFolder[];
}

/**
 * What waits on what among the work items, as their documents say it of themselves or of one another. Gathered in slices.
 * Rejects with the signal's reason when it is aborted.
 */
export async function gatherDependencyMap(
  { graph, folders, ...ports }: MapPorts,
  documents: Iterable<IndexedDocument>,
  signal: AbortSignal,
): Promise<DependencyMap> {
  const slices = createSlices(ports, sliceBudget);
  const nameOfFolder = new Map(folders.length > 1 ? folders.map(({ key, name }) => [key, `${name}/`]) : []);
  const items: MapItem[] = [];
  const links = new Map<string, Said>();
  for (const { document } of [...documents]) {
    while (slices.isOver()) await slices.pause();
    signal.throwIfAborted();
    const item = graph.get(document.key);
    if (!item) continue;
    items.push(mapItem(item, nameOfFolder.get(item.folder) ?? ''));
    for (const said of linksOf(graph, item)) {
      const name = `${said.first} ${said.next}`;
      // What a list says counts for more than a sentence on the same.
      if (!links.get(name)?.binding) links.set(name, said);
    }
  }
  while (slices.isOver()) await slices.pause();
  items.sort((a, b) => (a.path < b.path ? -1 : 1));
  while (slices.isOver()) await slices.pause();
  return { items, links: withCircles([...links.values()]) };
}

interface Said extends Omit<MapLink, 'circular'> {
  /** Whether a list says so of work that is open on both sides: only such can be stuck in a circle. A sentence may name work for other reasons. */
  readonly binding: boolean;
}

function linksOf(graph: MapPorts['graph'], item: GraphItem): Said[] {
  return graph.dependenciesOf(item).map(({ from, to, relation, listed }) => {
    const binding = listed && !from.report.finished && !to.report.finished;
    return relation === 'waits-on'
      ? { first: to.key, next: from.key, binding }
      : { first: from.key, next: to.key, binding };
  });
}

function withCircles(links: readonly Said[]): MapLink[] {
  const circles = circlesOf(links.filter(({ binding }) => binding));
  return links.map(({ first, next, binding }) => {
    const circle = circles.get(first);
    return { first, next, circular: binding && circle !== undefined && circle === circles.get(next) };
  });
}

function mapItem({ key, report }: GraphItem, folder: string): MapItem {
  const { path, finished, points, status, owner } = report;
  return {
    key,
    name: nameOf(report),
    path: `${folder}${path}`,
    readiness: finished ? 'finished' : isSetAside(report) ? 'set-aside' : isReady(report) ? 'ready' : 'not-ready',
    met: metPoints(points),
    missing: missingPoints(report),
    status,
    owner,
  };
}
