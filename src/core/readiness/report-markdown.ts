import { codeSpan, plainMarkdown } from '../handoff/visible.ts';
import { pointIds, pointNames } from '../report.ts';
import type { ReadinessReport } from './readiness-report.ts';
import { folderName, historySentence, overColumns, ownerName, percent, readinessSentence } from './report-words.ts';

/** The report as markdown to commit or post. */
export function reportMarkdown({ date, all, folders, owners, history }: ReadinessReport): string {
  const day = date.slice(0, 10);
  const parts = [
    `# Readiness on ${day}`,
    readinessSentence(all),
    '## By point',
    table(
      ['Point', 'Met by open work', 'Share'],
      pointIds.map((id) => [pointNames[id], `${all.met[id]} of ${all.open}`, percent(all.met[id], all.open)]),
    ),
    ...(folders.length < 2 ? [] : ['## By folder', folderTable(folders)]),
    ...(owners.length === 0 ? [] : ['## By owner', ownerTable(owners)]),
    ...(history === null ? [] : historyParts(history)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function folderTable(folders: ReadinessReport['folders']): string {
  const over = overColumns(folders.map(({ counts }) => counts));
  return table(
    ['Folder', 'Open', 'Ready', 'Share', ...over.headings],
    folders.map(({ folder, counts }) => [
      folder === '' ? folderName(folder) : codeSpan(folder).replaceAll('|', '\\|'),
      ...[counts.open, counts.ready, percent(counts.ready, counts.open)].map(String),
      ...over.cells(counts),
    ]),
  );
}

const ownerTable = (owners: ReadinessReport['owners']): string =>
  table(
    ['Owner', 'Open', 'Ready', 'Waits on', 'Holds up'],
    owners.map((row) => [
      plainMarkdown(ownerName(row)),
      ...[row.open, row.ready].map(String),
      ...[row.waitsOn, row.holdsUp].map((names) => plainMarkdown(names.join(', '))),
    ]),
  );

function historyParts(history: NonNullable<ReadinessReport['history']>): string[] {
  const over = overColumns(history.samples.map(({ counts }) => counts));
  const rows = history.samples.map(({ day, counts }) => [
    day,
    ...[counts.open, counts.ready, percent(counts.ready, counts.open)].map(String),
    ...over.cells(counts),
    ...pointIds.map((id) => percent(counts.met[id], counts.open)),
  ]);
  const headings = ['Day', 'Open', 'Ready', 'Share', ...over.headings, ...pointIds.map((id) => pointNames[id])];
  return [
    '## Over time',
    historySentence(history),
    ...(rows.length === 0 ? [] : [table(headings, rows)]),
    ...history.unknown.map(plainMarkdown),
    'The documents of each day are read by the rules and words of today.',
  ];
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n');
}
