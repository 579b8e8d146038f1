import type { MapLayout, Point } from './layout.ts';

/** How wide a row of small parts may become where no part is wider, in pixels. */
const rowWidth = 1300;

/** Parts in rows from the top, in their order, with `gap` pixels between them and around all. */
export function packed(parts: readonly MapLayout[], gap: number): MapLayout {
  const most = Math.max(rowWidth, ...parts.map(({ width }) => width));
  const boxes: MapLayout['boxes'][number][] = [];
  const routes: MapLayout['routes'][number][] = [];
  let [left, top, rowHeight, width] = [0, 0, 0, 0];
  for (const part of parts) {
    if (left > 0 && left + part.width > most) {
      top += rowHeight + gap;
      [left, rowHeight] = [0, 0];
    }
    const [right, down] = [left + gap, top + gap];
    const moved = <T extends Point>(point: T): T => ({ ...point, x: point.x + right, y: point.y + down });
    boxes.push(...part.boxes.map(moved));
    routes.push(...part.routes.map((route) => ({ ...route, points: route.points.map(moved) })));
    width = Math.max(width, left + part.width);
    left += part.width + gap;
    rowHeight = Math.max(rowHeight, part.height);
  }
  return { width: width + 2 * gap, height: top + rowHeight + 2 * gap, boxes, routes };
}
