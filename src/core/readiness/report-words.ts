import type { OwnerReadiness, ReadinessCounts, ReadinessHistory } from './readiness-report.ts';

/** How things stand, in one sentence. */
export function readinessSentence({ open, ready, finished }: ReadinessCounts): string {
  if (open + finished === 0) return 'There are no work items.';
  const items = `${open} open work ${open === 1 ? 'item' : 'items'}`;
  const rest = finished === 0 ? '' : ` ${finished} ${finished === 1 ? 'is' : 'are'} finished.`;
  return open === 0
    ? `No work is open.${rest}`
    : `${ready} of ${items} ${ready === 1 || open === 1 ? 'is' : 'are'} ready.${rest}`;
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
