import type { TextRange } from '../text.ts';
import type { Role } from '../vocabulary/labels.ts';
import { isPlaceholder, normalizeLabel, rolesOfLabel, statusKind } from '../vocabulary/lookup.ts';
import type { MarkdownDocument } from './document.ts';
import { type Field, type FieldSource, isFact } from './fields.ts';
import type { Heading } from './markdown.ts';
import type { Section } from './sections.ts';
import { excerpt, substanceOf, textOf } from './substance.ts';
import { taskList } from './task-list.ts';

/** A value that a document states, with its place. */
export interface Fact {
  readonly value: string;
  readonly range: TextRange;
  readonly source: FieldSource | 'section';
}

/** What a document says of itself as a work item, before anything is judged. */
export interface WorkItem {
  readonly document: MarkdownDocument;
  /** The first heading, else the front matter's title, else the file's name. */
  readonly title: string;
  /** The title's place; without one, the document's first characters. */
  readonly titleRange: TextRange;
  readonly heading: Heading | null;
  readonly id: string | null;
  /** Every status stated, the one that counts first. */
  readonly statuses: readonly Fact[];
  /** Its status says that the work is over. */
  readonly finished: boolean;
}

/** Reads the facts of a work item from its document. */
export function readWorkItem(document: MarkdownDocument): WorkItem {
  const named = document.fields.find((field) => field.roles.includes('title') && field.value !== '');
  const heading = titleHeading(document, named !== undefined);
  const h1 = heading && (heading.level === 1 || !named) ? heading : null;
  const title =
    (h1 && excerpt(titleText(textOf(document, h1.range)), 200)) ||
    (named && excerpt(named.value, 200)) ||
    fileName(document.path);
  const id = document.fields.find((field) => field.roles.includes('id') && /^\S{1,40}$/.test(field.value));
  const statuses = statusesOf(document, heading);
  return {
    document,
    title,
    titleRange: h1?.range ?? named?.valueRange ?? { start: 0, end: /^[^\r\n]*/.exec(document.text)?.[0].length ?? 0 },
    heading: h1,
    id: id ? excerpt(id.value) : null,
    statuses,
    finished: isFinished(document, statuses),
  };
}

/** The first heading that names the work, rather than one of its facts ("# Task ID: 7") or a part of the text ("## Goal"). */
function titleHeading({ text, blocks, fields }: MarkdownDocument, named: boolean): Heading | null {
  const facts = new Set(
    fields.filter((field) => field.source === 'heading' && isFact(field)).map((field) => field.range.start),
  );
  const heading = blocks.find((block): block is Heading => block.kind === 'heading' && !facts.has(block.range.start));
  if (!heading) return null;
  const isPart =
    (heading.level > 1 || named) && rolesOfLabel(text.slice(heading.range.start, heading.range.end)).length > 0;
  return isPart ? null : heading;
}

/** The fields that stand in none of the sections; both in the order of the text. */
function outside({ blocks, text }: MarkdownDocument, sections: readonly Section[], fields: readonly Field[]): Field[] {
  let next = 0;
  let end = 0;
  return fields.filter(({ range }) => {
    for (let section = sections[next]; section && section.headingRange.start < range.start; section = sections[++next])
      end = Math.max(end, blocks[section.to]?.range.start ?? text.length);
    return range.start >= end;
  });
}

const logged =
  /\b(?:(?:state|status|lane|column) ?(?:=|->|→|:|to\b)|moved to) ?["'`]?([A-Za-z][\w-]{1,20}(?: [a-z]{2,10})?)/gi;

/** The last change of status that a log tells: `State -> Done`, `lane=done`, `Moved to review`. */
function lastLogged(document: MarkdownDocument, log: Section): Fact[] {
  const start = log.headingRange.end;
  const source = document.text.slice(start, document.blocks[log.to]?.range.start);
  const match = [...source.matchAll(logged)].findLast(([, word = '']) => statusKind(word) !== null);
  if (!match) return [];
  const at = start + match.index;
  return [{ value: match[1] ?? '', range: { start: at, end: at + match[0].length }, source: 'section' }];
}

/** Sections that play `role`, in order. */
export function sectionsOf(document: MarkdownDocument, role: Role): Section[] {
  return document.sections.filter((section) => section.roles.includes(role));
}

/** Without a status, a list of tasks that are all ticked is over. */
function isFinished(document: MarkdownDocument, statuses: readonly Fact[]): boolean {
  if (statuses[0]) return statusKind(statuses[0].value) === 'finished';
  const tasks = taskList(document);
  return tasks.length > 0 && tasks.every((task) => task.checked);
}

/** A heading such as "# Title: Export" gives its value as the title, "# #DONE Export" and "# [WIP] Export" what follows the status. */
function titleText(heading: string): string {
  const status = titleStatus(heading);
  return (status?.index === 0 ? heading.slice(status[0].length) : heading).replace(/^(?:title|name)\s*:\s*/i, '');
}

/** A status at the start of a title (`#DONE Export`, `[WIP] Export`, `DONE: Export`) or at its end (`Export — COMPLETE`, `Export (done)`). */
function titleStatus(title: string): RegExpExecArray | null {
  const atStart =
    /^(?:#([A-Z][A-Z_-]{2,20})(?=\s)|\[([^\]\r\n]{2,20})\](?=\s)|([A-Z]{4,}(?:[ -][A-Z]+)?):(?=\s))\s*/u.exec(title);
  if (atStart && statusKind(atStart[1] ?? atStart[2] ?? atStart[3] ?? '')) return atStart;
  const atEnd = /(?:[—–:✅-] ?([A-Z]{4,20})|[([]([\p{L} ]{4,20})[)\]])(?: ?✅)?$/u.exec(title);
  return atEnd && statusKind(atEnd[1] ?? atEnd[2] ?? '') ? atEnd : null;
}

const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '') || path;

/** Labels that always name the status; the others ("Progress", "Stage") do where their value is a status word. */
const plainStatus: ReadonlySet<string> = new Set([
  'status',
  'state',
  'current status',
  'task status',
  'story status',
  'current state',
]);

function statusesOf(document: MarkdownDocument, heading: Heading | null): Fact[] {
  const secondHeading =
    document.blocks.filter((block) => block.kind === 'heading')[1]?.range.start ?? document.text.length;
  const isStatus = (label: string, value: string): boolean =>
    // "Status: todo" holds no place.
    statusKind(value) !== null || (!isPlaceholder(value) && plainStatus.has(normalizeLabel(label)));
  const logs = sectionsOf(document, 'log');
  const labelled = outside(document, logs, document.fields)
    .filter((field) => field.roles.includes('status') && isStatus(field.label, field.value))
    .map((field) => ({ value: excerpt(field.value), range: field.valueRange, source: field.source }));
  const inSections = sectionsOf(document, 'status').flatMap((section): Fact[] => {
    const { first, placeholder } = substanceOf(document, section);
    const block = first ?? placeholder;
    if (!block) return [];
    const value = excerpt(textOf(document, block.range).split(/\r?\n/, 1)[0] ?? '');
    return isStatus(section.title, value) ? [{ value, range: block.range, source: 'section' }] : [];
  });
  const title = heading && titleStatus(textOf(document, heading.range));
  const inTitle: Fact[] = title
    ? [{ value: excerpt(title[1] ?? title[2] ?? title[3] ?? ''), range: heading.range, source: 'heading' }]
    : [];
  const closed = document.fields
    .filter((field) => field.roles.includes('closed') && /\d{4}-\d\d|^(?:true|yes)$/i.test(field.value))
    .map((field) => ({
      value: `${field.label} ${excerpt(field.value)}`,
      range: field.valueRange,
      source: field.source,
    }));
  const weight = (fact: Fact): number => {
    if (fact.source === 'front-matter') return 0;
    if (fact.source === 'section') return 2;
    // Taskmaster files are all headings, so a labelled heading counts wherever it stands before the first plain one.
    return fact.range.start < secondHeading || fact.source === 'heading' ? 1 : 3;
  };
  const stated = [...labelled, ...inTitle, ...inSections].sort((a, b) => weight(a) - weight(b));
  return [...stated, ...closed, ...logs.flatMap((log) => lastLogged(document, log))];
}
