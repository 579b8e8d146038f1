import dagre from '@dagrejs/dagre';
import type { MapItem, MapLink } from './dependency-map.ts';
import { fitLines } from './fit-text.ts';
import { packed } from './packed.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a work item is drawn, in pixels from the top left of the map. */
export interface MapBox extends Point {
  readonly key: string;
  readonly width: number;
  readonly height: number;
  /** Its name. */
  readonly lines: readonly string[];
}

/** How a link is drawn: level at each point, with a curve between two of them that are not on one level. */
export interface MapRoute extends MapLink {
  readonly points: readonly Point[];
}

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly MapBox[];
  readonly routes: readonly MapRoute[];
}

/** Sizes of a box, in pixels. */
export const boxSizes = {
  width: 248,
  padding: 12,
  lineHeight: 18,
  titleSize: 13,
  detailSize: 12,
  mostLines: 2,
} as const;

/** Between boxes that are linked, and between those one above the other. */
const gap = { across: 72, down: 18 };

/** Layouts of parts by what is in them: most of a map stays when one work item changes. */
export type KnownParts = Map<string, MapLayout>;

/**
 * Lays out a map from left to right: what comes first stands left of what waits on it, unless they are in a circle.
 * Parts that hang together are laid out each by itself. @param known is kept up, for the next layout.
 */
export function layoutMap(
  items: readonly MapItem[],
  links: readonly MapLink[],
  known: KnownParts = new Map(),
): MapLayout {
  const used: KnownParts = new Map();
  const parts = partsOf(items, links).map((part) => {
    const name = JSON.stringify([part.items.map(({ key, name }) => [key, name]), part.links]);
    const layout = known.get(name) ?? layoutPart(part.items, part.links);
    used.set(name, layout);
    return layout;
  });
  known.clear();
  for (const [name, layout] of used) known.set(name, layout);
  return packed(parts, gap.down * 2);
}

interface Part {
  readonly items: MapItem[];
  readonly links: MapLink[];
}

/** The work items that hang together, the most first; those without a link come last, together. */
function partsOf(items: readonly MapItem[], links: readonly MapLink[]): Part[] {
  const partOf = new Map<string, Part>(items.map((item) => [item.key, { items: [item], links: [] }]));
  for (const link of links) {
    const [one, other] = [partOf.get(link.first), partOf.get(link.next)];
    if (!one || !other) continue;
    const [large, small] = one.items.length >= other.items.length ? [one, other] : [other, one];
    large.links.push(link);
    if (large === small) continue;
    large.items.push(...small.items);
    large.links.push(...small.links);
    for (const { key } of small.items) partOf.set(key, large);
  }
  return [...new Set(partOf.values())].sort((a, b) => b.items.length - a.items.length);
}

function layoutPart(items: readonly MapItem[], links: readonly MapLink[]): MapLayout {
  const graph = new dagre.graphlib.Graph({ multigraph: false });
  graph.setGraph({ rankdir: 'LR', nodesep: gap.down, edgesep: gap.down, ranksep: gap.across, ranker: 'tight-tree' });
  const lines = new Map(items.map(({ key, name }) => [key, linesOf(name)]));
  for (const [key, { length }] of lines) graph.setNode(key, { width: boxSizes.width, height: boxHeight(length) });
  for (const { first, next } of links) graph.setEdge(first, next, {});
  dagre.layout(graph);
  const boxes = Array.from(lines, ([key, lines]): MapBox => {
    const { x = 0, y = 0, width, height } = graph.node(key);
    return { key, x: Math.round(x - width / 2), y: Math.round(y - height / 2), width, height, lines };
  });
  const at = new Map(boxes.map((box) => [box.key, box]));
  const columns = [...new Set(boxes.map(({ x }) => x))];
  const routes = links.flatMap((link) => {
    const [first, next] = [at.get(link.first), at.get(link.next)];
    const points: readonly Point[] = graph.edge(link.first, link.next).points ?? [];
    return first && next ? { ...link, points: routed(first, next, points, columns) } : [];
  });
  return { ...extent(boxes, routes), boxes, routes };
}

const linesOf = (name: string): string[] =>
  fitLines(name, boxSizes.width - 2 * boxSizes.padding, boxSizes.titleSize, boxSizes.mostLines);

const boxHeight = (lines: number): number => (lines + 1) * boxSizes.lineHeight + 2 * boxSizes.padding;

/**
 * The way of a link from box to box: on one level behind the boxes of each column that it passes, where dagre has kept room.
 * A way back begins and ends lower than the others, so that two that lead to and fro are seen as two.
 */
function routed(first: MapBox, next: MapBox, points: readonly Point[], columns: readonly number[]): Point[] {
  const forward = first.x < next.x;
  const height = forward ? 0.5 : 0.8;
  const start = { x: forward ? first.x + first.width : first.x, y: first.y + first.height * height };
  const end = { x: forward ? next.x : next.x + next.width, y: next.y + next.height * height };
  const between = points.slice(1, -1).flatMap(({ x, y }) => {
    const column = columns.find((left) => Math.abs(left + first.width / 2 - x) < 2);
    if (column === undefined) return forward ? [] : [{ x, y }];
    const [left, right] = [
      { x: column, y },
      { x: column + first.width, y },
    ];
    return forward ? [left, right] : [right, left];
  });
  return [start, ...between, end].map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
}

function extent(boxes: readonly MapBox[], routes: readonly MapRoute[]): { width: number; height: number } {
  const corners = [
    ...boxes.map(({ x, y, width, height }) => ({ x: x + width, y: y + height })),
    ...routes.flatMap(({ points }) => points),
  ];
  return corners.reduce(({ width, height }, { x, y }) => ({ width: Math.max(width, x), height: Math.max(height, y) }), {
    width: 0,
    height: 0,
  });
}
