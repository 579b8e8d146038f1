import type { TextRange } from '../text.ts';
import { plainStatusLabels } from '../vocabulary/labels.ts';
import { isPlaceholder, normalizeLabel } from '../vocabulary/lookup.ts';
import { closingHeading, closingTitle, givenUp, proseFinished, sentenceFinished } from '../vocabulary/status-words.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { MarkdownDocument } from './document.ts';
import type { Field, FieldSource } from './fields.ts';
import { lastLogged } from './logged-status.ts';
import type { Heading } from './markdown.ts';
import { type Section, sectionsOf } from './sections.ts';
import { excerpt, substanceOf, textOf } from './substance.ts';

/** A value that a document states, with its place. */
export interface Fact {
  readonly value: string;
  readonly range: TextRange;
  readonly source: FieldSource | 'section' | 'prose';
  /** Where it stands, it says that the work is over, whatever its words mean elsewhere. */
  readonly over?: true;
}

const plainStatus: ReadonlySet<string> = new Set(plainStatusLabels);

/** Every status that the document states, the one that counts first. */
export function statusesOf(document: MarkdownDocument, heading: Heading | null): Fact[] {
  const logs = sectionsOf(document, 'log');
  // One list, and no others that are put together: empty ones are of another kind to V8, which makes what reads them slow.
  const facts: Fact[] = [];
  addLabelled(document, logs, facts);
  const title = heading && titleStatus(textOf(document, heading.range), document.vocabulary);
  if (title)
    facts.push({ value: excerpt(title[1] ?? title[2] ?? title[3] ?? ''), range: heading.range, source: 'heading' });
  const closed = inFirstHeadings(document);
  if (closed) facts.push(closed);
  addInSections(document, facts);
  if (facts.length > 1) inOrderOfWeight(facts, startOfBody(document));
  addClosed(document, facts);
  for (const log of logs) facts.push(...lastLogged(document, log));
  const prose = inProse(document);
  // A note that the document is given up counts before a status that nobody has changed.
  if (prose?.over) facts.unshift(prose);
  else if (prose) facts.push(prose);
  const ending = heading && closing(document, heading);
  if (ending) facts.push(ending);
  return facts;
}

function isStatus({ vocabulary }: MarkdownDocument, label: string, value: string): boolean {
  // "Status: todo" holds no place.
  return vocabulary.statusKind(value) !== null || (!isPlaceholder(value) && plainStatus.has(normalizeLabel(label)));
}

function addLabelled(document: MarkdownDocument, logs: readonly Section[], facts: Fact[]): void {
  for (const { roles, label, value, valueRange, source } of outside(document, logs, document.fields))
    if (roles.includes('status') && isStatus(document, label, value))
      facts.push({ value: excerpt(value), range: valueRange, source });
}

function addInSections(document: MarkdownDocument, facts: Fact[]): void {
  for (const section of statusSections(document)) {
    const { first, placeholder } = substanceOf(document, section);
    const block = first ?? placeholder;
    if (!block) continue;
    const text = textOf(document, block.range);
    const value = excerpt(text.split(/\r?\n/, 1)[0] ?? '');
    const over = document.vocabulary.statusKind(value) === null && sentenceFinished.exec(text)?.[1];
    if (over || isStatus(document, section.title, value))
      facts.push({ value: over || value, range: block.range, source: 'section' });
  }
}

/** @param body where the facts end that stand below the title. */
function inOrderOfWeight(facts: Fact[], body: number): void {
  const weight = (fact: Fact): number => {
    if (fact.source === 'front-matter') return 0;
    if (fact.range.start < body) return 1;
    return fact.source === 'section' ? 2 : 3;
  };
  facts.sort((a, b) => weight(a) - weight(b));
}

function addClosed(document: MarkdownDocument, facts: Fact[]): void {
  for (const { roles, label, value, valueRange, source } of document.fields)
    if (roles.includes('closed') && /\d{4}-\d\d|^(?:true|yes)$/i.test(value))
      facts.push({ value: `${label} ${excerpt(value)}`, range: valueRange, source });
}

/** The title, or the heading below it, where it says that the work is over. */
function inFirstHeadings(document: MarkdownDocument): Fact | null {
  let headings = 0;
  for (const { kind, range } of document.blocks) {
    if (kind !== 'heading') continue;
    const text = textOf(document, range);
    if (closingHeading.test(text)) return { value: excerpt(text), range, source: 'heading', over: true };
    if (++headings === 2) break;
  }
  return null;
}

/** A title that says that the document closes the work: "Search index closeout". */
function closing(document: MarkdownDocument, { range }: Heading): Fact | null {
  const word = closingTitle.exec(textOf(document, range))?.[1];
  return word ? { value: word, range, source: 'heading' } : null;
}

/** The sections that tell the status of the work; "How a pod reports its status" tells of something else. */
export function statusSections(document: MarkdownDocument): Section[] {
  return sectionsOf(document, 'status').filter(
    ({ title }) =>
      document.vocabulary.rolesOfLabel(title).includes('status') ||
      /^(?:current )?stat(?:us|e)\b/i.test(normalizeLabel(title)),
  );
}

/** Where the third heading stands that is no labelled value: facts stand below the title or in the first section ("Story Information"). */
function startOfBody({ text, blocks, fields }: MarkdownDocument): number {
  let headings = 0;
  for (const { kind, range } of blocks) {
    if (kind !== 'heading') continue;
    if (fields.some((field) => field.source === 'heading' && field.range.start === range.start)) continue;
    if (++headings === 3) return range.start;
  }
  return text.length;
}

/** A sentence in the opening of a document that says that the work is over: "This story is complete". */
function inProse({ text, blocks }: MarkdownDocument): Fact | null {
  let headings = 0;
  for (const { kind, range } of blocks) {
    if (kind === 'heading' && ++headings > 2) break;
    if (kind !== 'paragraph') continue;
    const match = proseFinished.exec(text.slice(range.start, range.end));
    if (!match) continue;
    const start = range.start + match.index;
    const value = match[1] ?? match[2] ?? match[3] ?? '';
    const isOwn = /^this\b/i.test(match[0]) && givenUp.test(value);
    return {
      value,
      range: { start, end: start + match[0].length },
      source: 'prose',
      ...(isOwn && { over: true }),
    };
  }
  return null;
}

/** The fields that stand in none of the sections; both in the order of the text. */
function outside(
  { blocks, text }: MarkdownDocument,
  sections: readonly Section[],
  fields: readonly Field[],
): readonly Field[] {
  if (sections.length === 0) return fields;
  let next = 0;
  let end = 0;
  return fields.filter(({ range }) => {
    for (let section = sections[next]; section && section.headingRange.start < range.start; section = sections[++next])
      end = Math.max(end, blocks[section.to]?.range.start ?? text.length);
    return range.start >= end;
  });
}

/** A status at the start of a title (`#DONE Export`, `[WIP] Export`, `DONE: Export`) or at its end (`Export — COMPLETE`, `Export (done)`). */
export function titleStatus(title: string, { statusKind }: Vocabulary): RegExpExecArray | null {
  const atStart =
    /^(?:#([A-Z][A-Z_-]{2,20})(?=\s)|\[([^\]\r\n]{2,20})\](?=\s)|([A-Z]{4,}(?:[ -][A-Z]+)?):(?=\s))\s*/u.exec(title);
  if (atStart && statusKind(atStart[1] ?? atStart[2] ?? atStart[3] ?? '')) return atStart;
  const atEnd = /(?:[—–:✅-] ?([A-Z]{4,20})|[([]([\p{L} ]{4,20})[)\]])(?: ?✅)?$/u.exec(title);
  return atEnd && statusKind(atEnd[1] ?? atEnd[2] ?? '') ? atEnd : null;
}
