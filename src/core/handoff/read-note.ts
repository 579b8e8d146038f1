import type { MarkdownDocument } from '../document/document.ts';
import { endOfItem, type Section } from '../document/sections.ts';
import { textOf } from '../document/substance.ts';
import { detached, type PositionRange, positionsOf, type TextRange } from '../text.ts';
import { isHandoffNote, unfilledStops } from './note-prompt.ts';
import { plainWords } from './plain-words.ts';
import { readZonedDate, type ZonedDate } from './zoned-date.ts';

/** A question that somebody has written into a note for its author. */
export interface AskedBack {
  readonly by: string;
  readonly date: ZonedDate | null;
  /** One line, no markdown. */
  readonly text: string;
  /** Whether its box is ticked, or something stands below it. */
  readonly answered: boolean;
  readonly range: PositionRange;
}

/** What a handoff note says, read back; docs/handoff-note.md. What it does not say is empty or null. */
export interface HandoffReport {
  readonly date: ZonedDate | null;
  readonly from: string;
  readonly to: string;
  readonly branch: string | null;
  /** Hashes in lower case, full ones where the note was written by us. */
  readonly base: string | null;
  readonly head: string | null;
  /** Where the head is stated or, without one, the title. */
  readonly headRange: PositionRange;
  /** Paths relative to the workspace folder. */
  readonly workItems: readonly string[];
  readonly state: 'open' | 'picked-up';
  readonly pickedUpBy: string | null;
  readonly pickedUpAt: ZonedDate | null;
  /** The TL;DR in plain words, what a person says first; cut where it is long. */
  readonly summary: string;
  /** How many places wait to be filled in. */
  readonly unfilled: number;
  readonly askedBack: readonly AskedBack[];
}

/** The fields of a note's front matter, each with other names that people give it. */
const fieldNames = {
  date: ['created', 'written'],
  from: ['author', 'by'],
  to: ['for', 'recipient', 'assignee'],
  branch: [],
  base: [],
  head: ['commit'],
  'work-items': ['work-item', 'tasks', 'task'],
  state: ['status'],
  'picked-up-by': [],
  'picked-up-at': [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type NoteFieldName = keyof typeof fieldNames;

/** A field where a note states it. */
export interface NoteField {
  readonly value: string;
  readonly range: TextRange;
  readonly valueRange: TextRange;
}

export type NoteFields = Readonly<Partial<Record<NoteFieldName, NoteField>>>;

/** Reads a handoff note, one written by hand as well; null for a document that is none. */
export function readNote(document: MarkdownDocument): HandoffReport | null {
  if (!isHandoffNote(document)) return null;
  const fields = noteFields(document);
  const text = (name: NoteFieldName) => detached(fields[name]?.value.slice(0, longestValue) ?? '');
  const date = (name: NoteFieldName) => detachedDate(readZonedDate(fields[name]?.value ?? ''));
  const pickedUpBy = text('picked-up-by') || null;
  const { blocks, lines } = document;
  const stops = unfilledStops(document.text);
  const title = blocks.find(({ kind }) => kind === 'heading')?.range ?? { start: 0, end: 0 };
  return {
    date: date('date'),
    from: text('from'),
    to: text('to'),
    branch: text('branch') || null,
    base: hashIn(document, fields.base),
    head: hashIn(document, fields.head),
    headRange: positionsOf(lines, fields.head?.range ?? title),
    workItems: listOf(document, fields['work-items']),
    state: pickedUpBy !== null || pickedUpWords.test(text('state')) ? 'picked-up' : 'open',
    pickedUpBy,
    pickedUpAt: date('picked-up-at'),
    summary: detached(summaryOf(document, stops)),
    unfilled: stops.length,
    askedBack: askedBackIn(document),
  };
}

const pickedUpWords = /^(?:picked[ _-]?up|taken|accepted|acknowledged|done|closed)$/i;

/** Most characters of a value that are kept. */
const longestValue = 300;

/** The fields of a note: those of its front matter, then lines such as `**To:** Ben` above the first section. */
export function noteFields(document: MarkdownDocument): NoteFields {
  const found: Partial<Record<NoteFieldName, NoteField>> = {};
  const add = (label: string, field: NoteField): void => {
    const key = label
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-');
    for (const [name, others] of Object.entries(fieldNames) as [NoteFieldName, readonly string[]][])
      if (name === key || (others.includes(key) && field.value !== '')) found[name] ??= field;
  };
  for (const { key, text, range, valueRange } of document.frontMatter?.entries ?? [])
    add(key, { value: text, range, valueRange });
  for (const [label, field] of labelledLines(document)) add(label, field);
  return found;
}

function labelledLines({ text, bodyStart, sections }: MarkdownDocument): [string, NoteField][] {
  const end = sections.find(({ level }) => level > 1)?.headingRange.start ?? text.length;
  const head = text.slice(bodyStart, Math.min(end, bodyStart + longestHead));
  const line =
    /^(?:[ \t>*+-]*?)(?:\*\*|__)?([A-Za-z][A-Za-z _-]{1,20}?)(?:\*\*|__)?[ \t]*:(?:\*\*|__)?[ \t]*(\S[^\r\n]*?)[ \t]*$/gm;
  return [...head.matchAll(line)].map((match) => {
    const [whole, label = '', value = ''] = match;
    const range = { start: bodyStart + match.index, end: bodyStart + match.index + whole.length };
    const start = range.start + whole.lastIndexOf(value);
    return [label, { value, range, valueRange: { start, end: start + value.length } }];
  });
}

/** How far above the first section fields are looked for, in UTF-16 code units. */
const longestHead = 4000;

/** The hash as it is written: to YAML, one of digits only is a number. */
function hashIn({ text }: MarkdownDocument, field: NoteField | undefined): string | null {
  const written = unquoted(text.slice(field?.valueRange.start ?? 0, field?.valueRange.end ?? 0));
  return /^[0-9a-f]{7,64}$/i.test(written) ? detached(written.toLowerCase()) : null;
}

/** The entries of a list as they are written: the text of its value has them joined, and paths may hold commas. */
function listOf({ text }: MarkdownDocument, field: NoteField | undefined): string[] {
  if (field === undefined) return [];
  const raw = text.slice(field.valueRange.start, field.valueRange.end);
  const items = [...raw.matchAll(/^[ \t]*-[ \t]+(\S.*)$/gm)].map(([, item = '']) => item);
  const flow = /^\[(.*)\]$/s.exec(raw.trim())?.[1];
  const entries = items.length > 0 ? items : flow === undefined ? [field.value] : flow.split(',');
  return entries
    .map((entry) => detached(unquoted(entry.trim())))
    .filter((entry) => entry !== '')
    .slice(0, mostWorkItems);
}

const mostWorkItems = 50;

function unquoted(scalar: string): string {
  if (!/^".*"$/.test(scalar)) return scalar.replace(/^'(.*)'$/, '$1');
  try {
    return String(JSON.parse(scalar));
  } catch {
    // YAML has escapes that JSON has not.
    return scalar.slice(1, -1);
  }
}

const detachedDate = (date: ZonedDate | null): ZonedDate | null => date && { ...date, text: detached(date.text) };

const summaryTitle = /^(?:tl;?[ ]?dr|summary|in short|overview)\b/i;
const longestSummary = 400;
/** How much of a paragraph is looked at. */
const longestRead = 2000;

/** The paragraphs of the TL;DR, or of the text above the first section; where a person has written none, what git says there. */
function summaryOf(document: MarkdownDocument, stops: readonly TextRange[]): string {
  const { sections, blocks } = document;
  const section = sections.find(({ title, level }) => level > 1 && summaryTitle.test(title)) ?? sections[0];
  if (!section) return '';
  const end = Math.min(section.to, sections.find(({ from }) => from > section.from)?.from ?? section.to);
  const inside = blocks.slice(section.from, end);
  const said = inside.filter(
    ({ kind, range }) =>
      kind === 'paragraph' &&
      !stops.some(({ start }) => start === range.start) &&
      !/^This passes on |:$/.test(textOf(document, range)),
  );
  const told = said.length > 0 ? said : inside.filter(({ kind }) => kind === 'item');
  const words = told.map(({ range }) => plainWords(textOf(document, range).slice(0, longestRead))).join(' ');
  return words.length > longestSummary ? `${words.slice(0, longestSummary).trimEnd()}…` : words;
}

const questionsTitle = /^(?:open )?questions?\b/i;

/** The section that questions to the author belong in. */
export function questionsSection({ sections }: MarkdownDocument): Section | undefined {
  return sections.find(({ title, level }) => level > 1 && questionsTitle.test(title));
}

/** `**Ben asks** (2026-03-03T09:12:00+09:00): Which one?`, as `questionLine` writes it. */
const question = /^\*\*(.{1,200}?) asks\*\*(?:[ \t]*\(([^()\r\n]{1,60})\))?:?[ \t]*(\S[\s\S]*)$/;

function askedBackIn(document: MarkdownDocument): AskedBack[] {
  const section = questionsSection(document);
  if (!section) return [];
  const found: AskedBack[] = [];
  for (let at = section.from; at < section.to; at++) {
    const block = document.blocks[at];
    if (block?.kind !== 'item') continue;
    const [, by = '', date = '', text = ''] = question.exec(textOf(document, block.range).slice(0, longestRead)) ?? [];
    if (text === '') continue;
    found.push({
      by: detached(plainWords(by)),
      date: detachedDate(readZonedDate(date)),
      text: detached(plainWords(text)),
      answered: block.checked === true || endOfItem(document.blocks, at) > at + 1,
      range: positionsOf(document.lines, block.range),
    });
  }
  return found;
}
