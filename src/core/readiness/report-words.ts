import type { OwnerReadiness, ReadinessCounts, ReadinessHistory } from './readiness-report.ts';

/** How things stand, in one sentence. */
export function readinessSentence({ open, ready, finished, setAside }: ReadinessCounts): string {
  if (open + finished === 0) return 'There are no work items.';
  const items = `${open} open work ${open === 1 ? 'item' : 'items'}`;
  const others = [over(finished - setAside, 'finished'), over(setAside, 'set aside')].filter(Boolean).join(', ');
  const rest = others && ` ${others}.`;
  return open === 0
    ? `No work is open.${rest}`
    : `${ready} of ${items} ${ready === 1 || open === 1 ? 'is' : 'are'} ready.${rest}`;
}

const over = (count: number, how: string): string =>
  count === 0 ? '' : `${count} ${count === 1 ? 'is' : 'are'} ${how}`;

/** Columns for what is not open: one for what is set aside only where there is any. @param all every row's counts. */
export function overColumns(all: readonly ReadinessCounts[]): {
  readonly headings: readonly string[];
  cells(counts: ReadinessCounts): readonly string[];
} {
  const anyAside = all.some(({ setAside }) => setAside > 0);
  return {
    headings: anyAside ? ['Set aside', 'Finished'] : ['Finished'],
    cells: ({ finished, setAside }) => [...(anyAside ? [`${setAside}`] : []), `${finished - setAside}`],
  };
}

/** A share of the open work, in percent; an en dash where there is none. */
export const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${Math.round((part / whole) * 100)} %`;

/** How things have changed, in one sentence. */
export function historySentence({ samples }: ReadinessHistory): string {
  const [first, last] = [samples.find(({ counts }) => counts.open > 0), samples.at(-1)];
  if (!first || !last || first === last) return 'There is nothing to compare with.';
  const said = ({ counts }: typeof first): string =>
    `${counts.ready} of ${counts.open} open (${percent(counts.ready, counts.open)})`;
  return `Ready on ${first.day}: ${said(first)}. Ready on ${last.day}: ${said(last)}.`;
}

export const ownerName = ({ owner }: Pick<OwnerReadiness, 'owner'>): string => owner ?? 'No owner';

export const folderName = (folder: string): string => (folder === '' ? '(top folder)' : folder);
