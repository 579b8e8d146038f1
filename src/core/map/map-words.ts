import { pointIds } from '../report.ts';
import type { MapItem, MapNeighbours } from './dependency-map.ts';

/** Readiness in words. */
export function readinessText({ readiness, met }: MapItem): string {
  if (readiness === 'finished') return 'Finished';
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
  return readiness === 'ready' ? 'ready' : `not ready, ${met} of ${pointIds.length} points met, missing: ${missing}`;
}
