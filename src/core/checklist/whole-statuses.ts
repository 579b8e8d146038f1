import type { Field } from '../document/fields.ts';
import type { Section } from '../document/sections.ts';
import type { Fact } from '../document/statuses.ts';
import type { WorkItem } from '../document/work-item.ts';
import { normalizeLabel } from '../vocabulary/lookup.ts';

/** Labels and headings that may tell the status of something else, such as a board or a part. */
const otherStatus =
  /^(?:lane|column|progress|stage|where .*|current work.*|status update|project status|implementation status)$/;

/** A label that may name a date in the future. */
const otherClosing = /^completion date$/;

/** A heading below which work is closed, though its status above may have been forgotten. */
const closingHeading = /\b(?:completion|close-?out|final) (?:completion )?(?:summary|report|notes|status|results?)$/i;

/** The statuses that speak of the work item as a whole, the one that counts first. Quiet in doubt: logs, prose and lists of other items do not. */
export function wholeStatuses({ document, heading, statuses }: WorkItem): Fact[] {
  const { fields, blocks, text } = document;
  const titled = document.sections.filter(
    ({ headingRange, level }) => level <= 6 && headingRange.start !== heading?.range.start,
  );
  const body = titled.find(({ roles }) => !roles.includes('status'))?.headingRange.start ?? text.length;
  const isStatus = (label: string): boolean =>
    document.vocabulary.rolesOfLabel(label).includes('status') && !otherStatus.test(normalizeLabel(label));
  const labelled = fields.filter(({ source, label }) => source !== 'front-matter' && isStatus(label));
  const inFrontMatter = fields.filter(
    ({ source, label, roles }) =>
      source === 'front-matter' &&
      (isStatus(label) || (roles.includes('closed') && !otherClosing.test(normalizeLabel(label)))),
  );
  const [closing, ...moreClosing] = titled.filter(({ title }) => closingHeading.test(title.trim()));
  const start = (at: number): number => blocks[at]?.range.start ?? text.length;
  const inClosing =
    closing && moreClosing.length === 0
      ? labelled.filter(
          ({ range, value }) =>
            start(closing.from) <= range.start &&
            range.start < start(closing.to) &&
            document.vocabulary.statusKind(value) === 'finished',
        )
      : [];
  const starts = new Set([
    ...inFrontMatter.map(({ valueRange }) => valueRange.start),
    ...alone(labelled.filter(({ source, range }) => source === 'heading' || range.start < body)),
    ...alone(inClosing),
    ...topmost(titled).flatMap(({ title, from }) => (isStatus(title) ? [start(from)] : [])),
    ...(heading ? [heading.range.start] : []),
  ]);
  return statuses.filter(({ range }) => starts.has(range.start));
}

/** Several statuses in one place are those of several things. */
const alone = (fields: readonly Field[]): number[] =>
  fields.length === 1 ? fields.map(({ valueRange }) => valueRange.start) : [];

/** The sections that stand in no other one. */
function topmost(sections: readonly Section[]): Section[] {
  let end = 0;
  return sections.filter(({ from, to }) => {
    const top = from > end;
    if (top) end = to;
    return top;
  });
}

/** Whether the status says that the work is over; null where it says more than one short word or date, or nothing known. */
export function saysFinished({ document }: WorkItem, { value }: Fact): boolean | null {
  const [words = '', ...rest] = value.split(/[—–,;:(.|/]| - /);
  if (words.trim().split(/\s+/).length > 3 || /\p{L}{3}/u.test(rest.join(' ').replace(months, ''))) return null;
  const closed = /^\w[\w ]* \d{4}-\d\d/.test(value);
  const kind = document.vocabulary.statusKind(words);
  return kind === null ? (closed ? true : null) : kind === 'finished';
}

const months = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/gi;
