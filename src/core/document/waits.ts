import { matchesIn, type TextRange } from '../text.ts';
import { daysIn } from '../vocabulary/days.ts';
import { blocksOthers, standsStill } from '../vocabulary/dependencies.ts';
import { isPlaceholder, isStatedNone } from '../vocabulary/lookup.ts';
import { type DependencyEntry, fieldEntries, sectionEntries } from './dependency-entries.ts';
import type { MarkdownDocument } from './document.ts';
import { excerpt, textOf } from './substance.ts';
import type { WorkItem } from './work-item.ts';

/** Something that the work waits on, in the words of its author. */
export interface Wait {
  readonly text: string;
  readonly range: TextRange;
  /** ISO 8601. */
  readonly since: string | null;
  readonly blocking: boolean;
}

/** More are a plan rather than what somebody waits for. */
const most = 20;

/** What a work item says that it waits on; a status such as "Blocked (legal)" counts where nothing else does. */
export function waitsOf(item: WorkItem): Wait[] {
  const { document } = item;
  // A section within another one says more of its entries.
  const entries = new Map(
    [...fieldEntries(document).flatMap((entry) => elementsOf(document, entry)), ...sectionEntries(document)].map(
      (entry) => [entry.range.start, entry],
    ),
  );
  const found: Wait[] = [];
  for (const entry of entries.values()) {
    const source = textOf(document, entry.range);
    if (isPlaceholder(source) || isStatedNone(source) || blocksOthers.test(source)) continue;
    found.push(waitOf(source, entry));
    if (found.length === most) break;
  }
  return found.length > 0 ? found : inStatus(item);
}

/** The elements of a list in front matter, each as an entry; else the entry itself. */
function elementsOf(document: MarkdownDocument, entry: DependencyEntry): DependencyEntry[] {
  const source = textOf(document, entry.range);
  const element = /^-[ \t]/.test(source) ? inLines : /^\[.*\]$/s.test(source) ? inBrackets : null;
  if (!entry.inFrontMatter || element === null) return [entry];
  return matchesIn(source, element).map(({ 0: found, index }) => {
    const start = entry.range.start + index;
    return { ...entry, range: { start, end: start + found.length } };
  });
}

const inLines = /(?<=^[ \t]*-[ \t]+)\S.*/gm;
const inBrackets = /"[^"\r\n]*"|'[^'\r\n]*'|[^\s,[\]](?:[^,[\]\r\n]*[^\s,[\]])?/g;

const waitOf = (source: string, { range, lead }: Pick<DependencyEntry, 'range' | 'lead'>): Wait => ({
  text: excerpt(source, 120),
  range,
  since: sinceIn(source),
  blocking: lead !== '' || standsStill.test(source),
});

/** "Blocked (legal, since 2026-03-02)", "Waiting for Mara" */
function inStatus({ document, statuses: [stated] }: WorkItem): Wait[] {
  if (!stated || document.vocabulary.statusKind(stated.value) !== 'blocked') return [];
  const what = /^\W*(?:blocked|waiting|stuck|impeded|on hold)\b(?: (?:by|on|for))?[\s:(–—,-]*([^()]*)\)?$/i.exec(
    stated.value,
  )?.[1];
  return what ? [{ ...waitOf(what, { range: stated.range, lead: 'blocked by ' }) }] : [];
}

/** The day since when somebody waits, as the text says. */
function sinceIn(text: string): string | null {
  const rest = /\b(?:since|asked|requested|sent|promised|as of)\b([^.;\r\n]{1,60})/i.exec(text)?.[1];
  return (rest && daysIn(rest)[0]?.day) ?? null;
}
