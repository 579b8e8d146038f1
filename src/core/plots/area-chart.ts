import { escapeXml } from '../xml.ts';

/** A row of numbers over time, drawn as an area; a later one is drawn over those before. */
export interface Series {
  readonly name: string;
  /** CSS class of its area, line and name. */
  readonly kind: string;
  readonly values: readonly number[];
}

const [width, height] = [720, 220];
const inset = { left: 36, right: 96, top: 12, bottom: 24 };
const plot = { width: width - inset.left - inset.right, height: height - inset.top - inset.bottom };

/**
 * Areas over time with their names at the right end, as an SVG element.
 * @param labels one for each value; only as many are written as there is room for.
 * @param spoken what a screen reader says for the picture.
 */
export function areaChart(series: readonly Series[], labels: readonly string[], spoken: string): string {
  const ticks = ticksTo(Math.max(1, ...series.flatMap(({ values }) => values)));
  const most = ticks.at(-1) ?? 1;
  const x = (at: number): number => round(inset.left + (plot.width * at) / Math.max(1, labels.length - 1));
  const y = (value: number): number => round(inset.top + plot.height * (1 - value / most));
  const grid = ticks.map(
    (tick) =>
      `<path class="grid" d="M${inset.left} ${y(tick)}H${width - inset.right}"/><text class="tick" text-anchor="end" x="${inset.left - 6}" y="${y(tick) + 4}">${tick}</text>`,
  );
  const step = Math.max(1, Math.ceil(labels.length / 7));
  // Counted from the end: the newest one is always named.
  const days = labels.map((label, at) =>
    (labels.length - 1 - at) % step === 0
      ? `<text class="tick" text-anchor="middle" x="${x(at)}" y="${height - 6}">${escapeXml(label)}</text>`
      : '',
  );
  const names = apart(series.map(({ values }) => y(values.at(-1) ?? 0)));
  const areas = series.map(({ name, kind, values }, index) => {
    const line = values.map((value, at) => `${x(at)} ${y(value)}`).join('L');
    const end = x(values.length - 1);
    return (
      `<g class="${kind}"><path class="area" d="M${x(0)} ${y(0)}L${line}L${end} ${y(0)}Z"/><path class="line" d="M${line}"/>` +
      `<circle class="end" cx="${end}" cy="${y(values.at(-1) ?? 0)}" r="3"/>` +
      `<text class="name" x="${end + 10}" y="${(names[index] ?? 0) + 4}">${escapeXml(name)} ${values.at(-1) ?? 0}</text></g>`
    );
  });
  return `<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(spoken)}">${grid.join('')}${days.join('')}${areas.join('')}</svg>`;
}

/** Heights of names, moved so that none covers another. */
function apart(heights: readonly number[]): number[] {
  const room = 16;
  const order = heights.map((height, at) => ({ height, at })).sort((a, b) => a.height - b.height);
  const moved: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const { height, at } of order) {
    last = Math.max(height, last + room);
    moved[at] = last;
  }
  const over = Math.max(0, last - (inset.top + plot.height));
  return moved.map((height) => height - over);
}

/** Round numbers from 0 to at least `most`, five steps at the most. */
export function ticksTo(most: number): number[] {
  const power = 10 ** Math.floor(Math.log10(most));
  const step = Math.max(1, [0.2, 0.5, 1, 2].map((part) => part * power).find((part) => most / part <= 5) ?? power);
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, at) => at * step);
}

const round = (value: number): number => Math.round(value * 10) / 10;
