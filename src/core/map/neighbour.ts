import { type MapLink, neighboursOf } from './dependency-map.ts';
import type { MapBox, MapLayout } from './layout.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The box that an arrow key leads to: right and left along a link, to the one that is nearest in height; up and down to the
 * next one in the column, else to the next one of the map.
 * @returns its key; null where there is none.
 */
export function neighbour(
  { boxes, routes }: Pick<MapLayout, 'boxes' | 'routes'>,
  key: string,
  direction: Direction,
): string | null {
  const from = boxes.find((box) => box.key === key);
  if (!from) return null;
  const distance = (box: MapBox): number => Math.abs(middle(box) - middle(from));
  if (direction === 'left' || direction === 'right') {
    const linked = routes.flatMap(({ first, next }) => {
      const [at, to] = direction === 'right' ? [first, next] : [next, first];
      return at === key ? to : [];
    });
    return nearest(
      boxes.filter((box) => linked.includes(box.key)),
      distance,
    );
  }
  const beyond = boxes.filter((box) => (direction === 'down' ? box.y > from.y : box.y < from.y));
  const column = beyond.filter(({ x, width }) => x < from.x + from.width && from.x < x + width);
  return nearest(column, distance) ?? nearest(beyond, (box) => distance(box) * 4 + Math.abs(box.x - from.x));
}

const middle = ({ y, height }: MapBox): number => y + height / 2;

function nearest(boxes: readonly MapBox[], distance: (box: MapBox) => number): string | null {
  return (
    boxes.reduce<MapBox | null>((best, box) => (best && distance(best) <= distance(box) ? best : box), null)?.key ??
    null
  );
}

/** The key of the box with which somebody begins: work that waits on nothing and holds up most; null without boxes. */
export function startOf({ boxes }: Pick<MapLayout, 'boxes'>, links: readonly MapLink[]): string | null {
  const neighbours = neighboursOf(links);
  const heldUp = (key: string): number => neighbours.get(key)?.holdsUp.length ?? 0;
  const free = boxes.filter(({ key }) => neighbours.get(key)?.waitsOn.length === 0);
  const [first = boxes[0]] = free.sort((a, b) => heldUp(b.key) - heldUp(a.key));
  return first?.key ?? null;
}
