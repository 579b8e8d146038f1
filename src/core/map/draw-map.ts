import { escapeXml } from '../xml.ts';
import { type DependencyMap, isOpen, type MapItem, type MapNeighbours, neighboursOf } from './dependency-map.ts';
import { fitLines } from './fit-text.ts';
import { boxSizes, type MapBox, type MapLayout, type MapRoute, type Point } from './layout.ts';
import { readinessText, spokenItem } from './map-words.ts';

/** The links and boxes of a laid out map as SVG elements, with classes for their colours. Each box is a button with its key in `data-key`. */
export function drawMap({ boxes, routes }: MapLayout, { items, links }: DependencyMap): string {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const neighbours = neighboursOf(links);
  const drawn = boxes.flatMap((box) => {
    const item = byKey.get(box.key);
    return item ? drawBox(box, item, neighbours.get(box.key), byKey) : [];
  });
  // Circles last: they are to be seen where lines cross.
  const ordered = [...routes].sort((a, b) => Number(a.circular) - Number(b.circular));
  return `<g class="links" aria-hidden="true">${ordered.map(drawRoute).join('')}</g><g class="items">${drawn.join('')}</g>`;
}

function drawBox(
  { key, x, y, width, height, lines }: MapBox,
  item: MapItem,
  neighbours: MapNeighbours | undefined,
  byKey: ReadonlyMap<string, MapItem>,
): string {
  const { padding, lineHeight, titleSize, detailSize } = boxSizes;
  const circular = neighbours?.circular ?? false;
  const base = (line: number, size: number): number => padding + line * lineHeight + (lineHeight + size) / 2 - 2;
  const title = lines.map(
    (line, at) => `<text class="name" x="${padding}" y="${base(at, titleSize)}">${escapeXml(line)}</text>`,
  );
  const middle = padding + lines.length * lineHeight + lineHeight / 2;
  const room = width - 2 * padding - iconWidth - (isOpen(item) ? dotsWidth : 0);
  const [detail = ''] = fitLines(details(item, circular), room, detailSize, 1);
  const parts = [
    `<rect class="box" width="${width}" height="${height}" rx="4"/>`,
    `<rect class="edge" width="4" height="${height}" rx="2"/>`,
    ...title,
    `<g class="sign${circular ? ' circular' : ''}" transform="translate(${padding} ${middle - 6})">${circular ? signs.circle : signs[item.readiness]}</g>`,
    `<text class="detail" x="${padding + iconWidth}" y="${base(lines.length, detailSize)}">${escapeXml(detail)}</text>`,
    ...(isOpen(item) ? [dots(item.met, width - padding, middle)] : []),
  ];
  const label = escapeXml(spokenItem(item, neighbours, byKey));
  // The button lies over what is seen: its name says all of that, in other words.
  const target = `<rect class="target" role="button" tabindex="-1" aria-label="${label}" width="${width}" height="${height}" rx="4" fill-opacity="0"><title>${label}</title></rect>`;
  return `<g class="item ${item.readiness}" data-key="${escapeXml(key)}" transform="translate(${x} ${y})"><g aria-hidden="true">${parts.join('')}</g>${target}</g>`;
}

const details = (item: MapItem, circular: boolean): string =>
  // There is no room for more; the dots tell how ready it is.
  circular ? 'Waits on itself' : [readinessText(item), item.status].filter(Boolean).join(' · ');

const iconWidth = 19;
const [dotStep, dotRadius] = [9, 3];
const dotsWidth = 5 * dotStep + 6;

/** Signs of 12 by 12 pixels: shapes tell them apart, not only colours. */
const signs: Readonly<Record<MapItem['readiness'] | 'circle', string>> = {
  ready: '<circle cx="6" cy="6" r="5.5"/><path class="inner" d="M3.2 6.2 5.3 8.3 8.9 4.2"/>',
  'not-ready': '<circle class="open" cx="6" cy="6" r="5"/>',
  'set-aside': '<path class="line" d="M1 1.5h10v3H1zM2 4.5v6h8v-6M4.5 7h3"/>',
  finished: '<path class="line" d="M.5 6.5 3 9 8 3.5M5 8.2 5.8 9 11 3.5"/>',
  circle: '<path class="line" d="M10.6 4.2A5 5 0 1 0 11 6.6M11.2 1v3.4H7.8"/>',
};

/** A dot for each point, filled for those that are met. @param right where they end, in pixels as `y`. */
function dots(met: number, right: number, y: number): string {
  const circles = [0, 1, 2, 3, 4].map(
    (at) =>
      `<circle class="${at < met ? 'met' : 'unmet'}" cx="${right - dotRadius - (4 - at) * dotStep}" cy="${y}" r="${dotRadius}"/>`,
  );
  return `<g class="dots">${circles.join('')}</g>`;
}

function drawRoute({ first, next, circular, points }: MapRoute): string {
  const classes = circular ? 'link circular' : 'link';
  const keys = `data-first="${escapeXml(first)}" data-next="${escapeXml(next)}"`;
  return `<g class="${classes}" ${keys}><path d="${wayOf(points)}"/><path class="head" d="${arrowHead(points)}"/></g>`;
}

const arrow = 7;

/** A path that is level at each point. */
function wayOf(points: readonly Point[]): string {
  const [start, ...others] = points;
  if (!start) return '';
  const steps = others.map((to, at) => {
    const from = points[at] ?? start;
    // The line ends within the arrow's head, not at its tip.
    const x = at === others.length - 1 ? to.x - Math.sign(to.x - from.x) * (arrow - 1) : to.x;
    if (from.y === to.y) return `H${x}`;
    const middle = (from.x + x) / 2;
    return `C${middle} ${from.y} ${middle} ${to.y} ${x} ${to.y}`;
  });
  return `M${start.x} ${start.y}${steps.join('')}`;
}

function arrowHead(points: readonly Point[]): string {
  const [from, to] = points.slice(-2);
  if (!from || !to) return '';
  const back = to.x - (to.x < from.x ? -arrow : arrow);
  return `M${to.x} ${to.y}L${back} ${to.y - 4}V${to.y + 4}Z`;
}

/** What the signs, dots and arrows mean, as HTML with the same classes. */
export const mapLegend = (
  [
    ['ready', signs.ready, 'ready'],
    ['not-ready', signs['not-ready'], 'not ready'],
    ['set-aside', signs['set-aside'], 'set aside'],
    ['finished', signs.finished, 'finished'],
    ['circular', signs.circle, 'waits on itself'],
  ] as const
)
  .map(
    ([classes, sign, text]) =>
      `<span><svg class="${classes}" width="12" height="12" viewBox="0 0 12 12"><g class="sign">${sign}</g></svg> ${text}</span>`,
  )
  .concat(
    '<span><svg class="link" width="22" height="12" viewBox="0 0 22 12"><path d="M0 6H16"/><path class="head" d="M22 6L15 2V10Z"/></svg> leads to what waits on it</span>',
  )
  .join('');
