import { areaChart } from '../plots/area-chart.ts';
import { bar, trendLine } from '../plots/small-plots.ts';
import { type PointId, pointIds, pointNames } from '../report.ts';
import { escapeXml } from '../xml.ts';
import type { ReadinessHistory, ReadinessReport } from './readiness-report.ts';
import { folderName, historySentence, overColumns, ownerName, percent, readinessSentence } from './report-words.ts';

/** The parts of the report's page, as HTML. */
export interface ReportHtml {
  readonly summary: string;
  readonly points: string;
  readonly folders: string;
  readonly owners: string;
  /** Empty where there is no history. */
  readonly history: string;
}

/** Draws the report. Every text of a document is escaped. */
export function reportHtml(report: ReadinessReport): ReportHtml {
  const { all, folders, owners, history } = report;
  return {
    summary: `${escapeXml(readinessSentence(all))}`,
    points: pointsTable(report),
    folders: folderTable(folders),
    owners: ownerTable(owners),
    history: history === null ? '' : historyFigure(history),
  };
}

function pointsTable({ all: { open, met }, history }: ReadinessReport): string {
  const trended = history !== null && history.samples.length > 1;
  return table(
    'How much of the open work meets each point',
    ['Point', 'Met', '', 'Share', ...(trended ? ['Change'] : [])],
    pointIds.map((id) => [
      pointNames[id],
      `${met[id]} of ${open}`,
      bar(met[id], open, 'ready'),
      percent(met[id], open),
      ...(trended ? [trendOf(history, id)] : []),
    ]),
  );
}

function trendOf({ samples }: ReadinessHistory, id: PointId): string {
  const counts = samples.map(({ counts }) => counts).filter(({ open }) => open > 0);
  const [first] = counts;
  if (!first || counts.length < 2) return '';
  return `${trendLine(counts.map(({ met, open }) => met[id] / open))} <span class="muted">from ${percent(first.met[id], first.open)}</span>`;
}

function folderTable(folders: ReadinessReport['folders']): string {
  const over = overColumns(folders.map(({ counts }) => counts));
  return table(
    'Readiness by folder',
    ['Folder', 'Open', 'Ready', '', 'Share', ...over.headings],
    folders.map(({ folder, counts }) => [
      escapeXml(folderName(folder)),
      `${counts.open}`,
      `${counts.ready}`,
      bar(counts.ready, counts.open, 'ready'),
      percent(counts.ready, counts.open),
      ...over.cells(counts),
    ]),
  );
}

const ownerTable = (owners: ReadinessReport['owners']): string =>
  table(
    'Open work by owner, and who waits on whom',
    ['Owner', 'Open', 'Ready', 'Waits on', 'Holds up'],
    owners.map((row) => [
      escapeXml(ownerName(row)),
      `${row.open}`,
      `${row.ready}`,
      escapeXml(row.waitsOn.join(', ')),
      escapeXml(row.holdsUp.join(', ')),
    ]),
  );

function historyFigure(history: ReadinessHistory): string {
  const { samples } = history;
  const sentence = historySentence(history);
  const series = [
    { name: 'Open', kind: 'open', values: samples.map(({ counts }) => counts.open) },
    { name: 'Ready', kind: 'ready', values: samples.map(({ counts }) => counts.ready) },
  ];
  const days = samples.map(({ day }) => day);
  const over = overColumns(samples.map(({ counts }) => counts));
  const rows = samples.map(({ day, counts }) => [
    day,
    `${counts.open}`,
    `${counts.ready}`,
    percent(counts.ready, counts.open),
    ...over.cells(counts),
  ]);
  const notes = history.unknown.map((text) => `<p class="muted">${escapeXml(text)}</p>`).join('');
  if (samples.length < 2) return `<p>${escapeXml(sentence)}</p>${notes}`;
  return `<figure>${areaChart(series, days, `Open and ready work over time. ${sentence}`)}<figcaption class="muted">${escapeXml(sentence)} The documents of each day are read by the rules and words of today.</figcaption></figure>${notes}<details><summary>The numbers as a table</summary>${table('Open and ready work over time', ['Day', 'Open', 'Ready', 'Share', ...over.headings], rows)}</details>`;
}

/** A table; the first cell of each row names it. Cells are HTML; those of a heading without a text are drawn and hidden from screen readers. */
function table(caption: string, headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = headings.map((text) => (text === '' ? '<td></td>' : `<th scope="col">${text}</th>`));
  const body = rows.map(
    ([name = '', ...cells]) =>
      `<tr><th scope="row">${name}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  return `<table><caption class="unseen">${caption}</caption><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}
