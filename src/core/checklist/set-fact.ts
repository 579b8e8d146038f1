import type { MarkdownDocument } from '../document/document.ts';
import type { Field } from '../document/fields.ts';
import { valueInStyleOf } from '../document/front-matter-value.ts';
import type { titleStatus } from '../document/statuses.ts';
import type { WorkItem } from '../document/work-item.ts';
import { yamlScalar } from '../document/yaml-scalar.ts';
import { type PositionRange, positionsOf, type TextRange } from '../text.ts';
import type { normalizeLabel } from '../vocabulary/lookup.ts';
import type { addFact } from './mending/add-fact.ts';
import { escapeSnippet, snippetText } from './mending/snippet.ts';

/** A fact of a work item that can be set. */
export type SettableFact = 'status' | 'owner';

/** A replaced range and the text for it. */
export interface FactEdit {
  readonly range: PositionRange;
  readonly text: string;
}

/** What reads and mends documents: given, so that it is not loaded a second time with what sets facts. */
export interface FactTools {
  /** The work item in a text, as the check reads it. */
  read(text: string): WorkItem;
  readonly addFact: typeof addFact;
  readonly titleStatus: typeof titleStatus;
  readonly normalizeLabel: typeof normalizeLabel;
}

type Edit = { readonly range: TextRange; readonly text: string };

/**
 * Gives a work item another status or owner: in the field that states it, in the style of that field, else in a new one beside the others.
 * What is proposed has been read again: it says what was wanted, and leaves the other fact as it was.
 * @param value in the team's words, one line.
 * @returns null where no such edit is found.
 */
export function setFact(tools: FactTools, text: string, fact: SettableFact, value: string): readonly FactEdit[] | null {
  const item = tools.read(text);
  for (const edits of proposals(tools, item, fact, value)) {
    if (edits !== null && saysSo(tools, item, edits, fact, value))
      return edits.map(({ range, text: added }) => ({ range: positionsOf(item.document.lines, range), text: added }));
  }
  return null;
}

function* proposals(
  tools: FactTools,
  item: WorkItem,
  fact: SettableFact,
  value: string,
): Generator<readonly Edit[] | null> {
  const { document } = item;
  const field = fieldOf(item, fact);
  if (field) {
    yield inField(document, field, value);
    return;
  }
  if (fact === 'status') {
    yield inTitle(tools, item, value);
    yield inSection(tools, item, value);
  }
  const hasFrontMatter = document.frontMatter !== null && document.frontMatter.entries.length > 0;
  const written = escapeSnippet(hasFrontMatter ? yamlScalar(value) : value);
  const added = tools.addFact(item, fact === 'status' ? 'Status' : 'Owner', fact, written);
  yield added?.edits.map(({ range, snippet }) => ({ range, text: snippetText(snippet) })) ?? null;
}

/** The field that states the fact, or is there for it and empty. */
function fieldOf({ document, statuses: [status], owner }: WorkItem, fact: SettableFact): Field | undefined {
  const fields = document.fields.filter(({ roles }) => roles.includes(fact));
  if (fact === 'owner') return owner === null ? fields[0] : fields.find(({ value }) => value !== '');
  return status ? fields.find(({ valueRange }) => valueRange.start === status.range.start) : fields[0];
}

function inField(document: MarkdownDocument, field: Field, value: string): readonly Edit[] | null {
  const { valueRange: range } = field;
  const before = textOf(document, range);
  const language = field.source === 'front-matter' && document.frontMatter?.language;
  const after = language ? valueInStyleOf(before, value, language) : inText(before, value, field);
  const gap = /\s/.test(document.text.charAt(range.start - 1)) || field.source === 'table' ? '' : ' ';
  return after === null ? null : [{ range, text: gap + after }];
}

/** A value of the text in the style of the one before: its emphasis. */
function inText(before: string, value: string, { source }: Field): string {
  const mark = /^(\*\*|__|[*_`])[^\r\n]+\1$/.exec(before)?.[1] ?? '';
  return mark + (source === 'table' ? value.replaceAll('|', '\\|') : value) + mark;
}

/** "[WIP] Export", "Export — DONE" */
function inTitle(
  tools: FactTools,
  { document, heading, statuses: [status] }: WorkItem,
  value: string,
): readonly Edit[] | null {
  if (!heading || status?.source !== 'heading') return null;
  const title = textOf(document, heading.range);
  const match = tools.titleStatus(title, document.vocabulary);
  const before = match?.slice(1).find((group) => group !== undefined);
  if (!match || before === undefined) return null;
  const start = heading.range.start + match.index + match[0].indexOf(before);
  const text = before === before.toUpperCase() ? value.toUpperCase() : value;
  return [{ range: { start, end: start + before.length }, text }];
}

/** The paragraph below "Status": replaced where it is no more than a status, else a new one above it, so that nothing is lost. */
function inSection(
  tools: FactTools,
  { document, statuses: [status] }: WorkItem,
  value: string,
): readonly Edit[] | null {
  if (status?.source !== 'section') return null;
  const { range } = status;
  const before = textOf(document, range);
  if (
    before.length <= 40 &&
    tools.normalizeLabel(before) === tools.normalizeLabel(status.value) &&
    !/[.!?] /.test(before)
  )
    return [{ range, text: inStyleOf(before, value) }];
  const { start } = range;
  return [{ range: { start, end: start }, text: `${value}${document.eol}${document.eol}` }];
}

const inStyleOf = (before: string, value: string): string => (/[.]$/.test(before) ? `${value}.` : value);

/** Whether the text after the edits is that of a work item with the fact, and with the other one as it was. */
function saysSo(tools: FactTools, item: WorkItem, edits: readonly Edit[], fact: SettableFact, value: string): boolean {
  const after = tools.read(applied(item.document.text, edits));
  const [status, owner] = [after.statuses[0]?.value ?? null, after.owner];
  const isSame = (found: string | null): boolean =>
    found !== null && tools.normalizeLabel(found) === tools.normalizeLabel(value.replaceAll('|', '\\|'));
  return fact === 'status'
    ? isSame(status) && owner === item.owner
    : isSame(owner) && status === (item.statuses[0]?.value ?? null);
}

const textOf = ({ text }: MarkdownDocument, { start, end }: TextRange): string => text.slice(start, end);

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce((result, { range, text: added }) => result.slice(0, range.start) + added + result.slice(range.end), text);
}
