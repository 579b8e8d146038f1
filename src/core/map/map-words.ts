import { pointIds } from '../report.ts';
import type { MapFilter, MapItem, MapNeighbours, MapSelection } from './dependency-map.ts';

/** Readiness in words. */
export function readinessText({ readiness, met }: MapItem): string {
  if (readiness === 'finished') return 'Finished';
  if (readiness === 'set-aside') return 'Set aside';
  return readiness === 'ready' ? 'Ready' : `${met} of ${pointIds.length}`;
}

/** All that a box says by its looks, and what it is linked to, in one line. */
export function spokenItem(
  item: MapItem,
  neighbours: MapNeighbours | undefined,
  byKey: ReadonlyMap<string, MapItem>,
): string {
  const names = (keys: readonly string[] = []): string => keys.flatMap((key) => byKey.get(key)?.name ?? []).join(', ');
  const [waitsOn, holdsUp] = [names(neighbours?.waitsOn), names(neighbours?.holdsUp)];
  return [
    item.name,
    spokenReadiness(item),
    item.status === null ? '' : `status: ${item.status}`,
    item.owner === null ? '' : `owner: ${item.owner}`,
    neighbours?.circular ? 'waits on itself, in a circle' : '',
    waitsOn && `waits on: ${waitsOn}`,
    holdsUp && `holds up: ${holdsUp}`,
  ]
    .filter(Boolean)
    .join('; ');
}

function spokenReadiness({ readiness, met, missing }: MapItem): string {
  if (readiness === 'finished') return 'finished';
  if (readiness === 'set-aside') return 'set aside';
  return readiness === 'ready' ? 'ready' : `not ready, ${met} of ${pointIds.length} points met, missing: ${missing}`;
}

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** What is shown and what is left out, in one or two sentences. @param complete whether the whole workspace has been read. */
export function mapSummary(selection: MapSelection, filter: MapFilter, complete: boolean): string {
  const { items, links, finished, setAside, unconnected } = selection;
  const circular = new Set(links.flatMap(({ first, next, circular }) => (circular ? [first, next] : []))).size;
  const shown = [
    counted(items.length, 'work item'),
    counted(links.length, 'link'),
    ...(circular > 0 ? [`${circular} in a circle`] : []),
  ].join(', ');
  const leftOut = [
    ...(filter.unconnected || unconnected === 0 ? [] : [`${unconnected} without links`]),
    ...(filter.setAside || setAside === 0 ? [] : [`${setAside} set aside`]),
    ...(filter.finished || finished === 0 ? [] : [`${finished} finished`]),
  ]
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' and ');
  return [`${shown}.`, leftOut && `Left out: ${leftOut}.`, complete ? '' : 'The workspace is still being read.']
    .filter(Boolean)
    .join(' ');
}

/** The keys of the work items whose name, path, status, owner or readiness has all the words of a search; all for an empty one. */
export function itemsFound(items: readonly MapItem[], search: string): string[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return items
    .filter((item) => {
      const text = [item.name, item.path, item.status, item.owner, readinessText(item)].join('\n').toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .map(({ key }) => key);
}
