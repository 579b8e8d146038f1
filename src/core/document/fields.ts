import { linesIn, matchesIn, type TextRange, trimMarksEnd } from '../text.ts';
import type { Role } from '../vocabulary/labels.ts';
import { normalizeLabel } from '../vocabulary/lookup.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Block, Table } from './markdown.ts';

/** Where a document labels a value: `status: x`, `**Status:** x`, `Status: x`, `| Status | x |`, `# Status: x` or `<!-- status: x -->`. */
export type FieldSource = 'front-matter' | 'bold' | 'plain' | 'table' | 'heading' | 'comment';

/** A value with a label of the vocabulary. */
export interface Field {
  readonly label: string;
  readonly roles: readonly Role[];
  /** One line; empty where the label stands alone. */
  readonly value: string;
  readonly source: FieldSource;
  /** The label with its value. */
  readonly range: TextRange;
  readonly valueRange: TextRange;
}

/** A text, and what the labels in it mean. */
export interface LabelledText {
  readonly text: string;
  readonly vocabulary: Vocabulary;
}

/** Every labelled value of a document, in the order of the text. */
export function readFields(source: LabelledText, frontMatter: FrontMatter | null, blocks: readonly Block[]): Field[] {
  return [...frontMatterFields(source, frontMatter), ...bodyFields(source, blocks)];
}

function frontMatterFields(source: LabelledText, frontMatter: FrontMatter | null): Field[] {
  const fields: Field[] = [];
  for (const entry of frontMatter?.entries ?? []) {
    const { key, text: value, range, valueRange } = entry;
    const roles = source.vocabulary.rolesOfLabel(key);
    if (roles.length > 0) fields.push({ label: key, roles, value, source: 'front-matter', range, valueRange });
    // `links: { blocked_by: [] }`; other nested keys say nothing of the work item as a whole.
    for (const nested of entry.nested) {
      const roles = source.vocabulary.rolesOfLabel(nested.key);
      if (roles.includes('dependencies'))
        fields.push({ ...nested, label: nested.key, roles, value: nested.text, source: 'front-matter' });
    }
  }
  return fields;
}

function bodyFields(source: LabelledText, blocks: readonly Block[]): Field[] {
  const fields: Field[] = [];
  // Below a heading such as "# Status: done", deeper ones such as "### Status: pending" tell of parts of the work.
  let headingLevel = 6;
  const title = blocks.find((block) => block.kind === 'heading');
  let colon = -1;
  for (const block of blocks) {
    // Every label but those of tables ends with a colon, and most blocks hold none.
    if (colon < block.range.start) colon = indexOrEnd(source.text, ':', block.range.start);
    if (colon >= block.range.end && block.kind !== 'table') continue;
    if (block.kind === 'heading' && block.level > headingLevel) continue;
    const found = fieldsOfBlock(source, block, block === title);
    if (block.kind === 'heading' && found.length > 0) headingLevel = block.level;
    for (const field of found) fields.push(field);
  }
  return fields;
}

function indexOrEnd(text: string, character: string, from: number): number {
  const index = text.indexOf(character, from);
  return index < 0 ? text.length : index;
}

function fieldsOfBlock(source: LabelledText, block: Block, isTitle: boolean): Field[] {
  switch (block.kind) {
    case 'paragraph':
    case 'item':
      return fieldsOfLines(source, block);
    case 'heading': {
      // "# Plan: export" names the work; "# Status: done" states a fact.
      const found = plainField(source, block.range, 'heading');
      return isTitle ? found.filter(isFact) : found;
    }
    case 'table':
      return fieldsOfTable(source, block);
    case 'html':
      return commentField(source, block.range);
    default:
      return [];
  }
}

function fieldsOfLines(source: LabelledText, block: Block): Field[] {
  const fields: Field[] = [];
  for (const line of linesWithin(source.text, block.range))
    for (const field of fieldsOfLine(source, line, block.kind === 'item'))
      if (!endsSentence(source.text, block, field)) fields.push(field);
  return fields;
}

/** The lines of a block, each from its first character to its last that is no white space, without the marks of a quote. */
export function linesWithin(text: string, range: TextRange): TextRange[] {
  return linesIn(text, range).map((line) => {
    const words = text.slice(line.start, line.end);
    const start = line.start + (/^[\s>]*/.exec(words)?.[0].length ?? 0);
    return { start, end: Math.max(start, line.start + words.trimEnd().length) };
  });
}

/** Whether the label is only the last word of a sentence that began on the line before: "The user takes the following\nactions:". */
function endsSentence(text: string, block: Block, { source, value, range }: Field): boolean {
  if (source !== 'plain' || value !== '' || range.start === block.range.start) return false;
  const before = text.slice(block.range.start, range.start).trimEnd();
  return (
    /^\p{Ll}/u.test(text.slice(range.start, range.start + 2)) &&
    /[\p{L}\d,)]$/u.test(before) &&
    !/:[^\r\n]*$/.test(before)
  );
}

const boldLabel = /(\*\*|__)([^*_:|\r\n]{2,40}?)(?::\1|\1\s*:)[ \t]*/g;

function fieldsOfLine(source: LabelledText, line: TextRange, inList: boolean): Field[] {
  const words = source.text.slice(line.start, line.end);
  if (!words.includes(':')) return [];
  const bold = matchesIn(words, boldLabel);
  const first = bold[0];
  if (first && words.slice(0, first.index).search(/[\p{L}\p{N}]/u) < 0) {
    return bold.flatMap((match, at) => {
      const from = match.index + match[0].length;
      const value = trimMarksEnd(words.slice(from, bold[at + 1]?.index ?? words.length), '|·•,;\\');
      return field(source, match[2] ?? '', 'bold', value, line.start + match.index, line.start + from);
    });
  }
  return plainField(source, line, 'plain').filter((found) => !inList || isFact(found) || found.roles.includes('done'));
}

/** Whether a field states a short fact of the work item as a whole, rather than telling a part of it at length. */
export const isFact = ({ roles }: Field): boolean => roles.some((role) => facts.has(role));

const facts: ReadonlySet<Role> = new Set([
  'id',
  'type',
  'status',
  'closed',
  'owner',
  'due',
  'planning',
  'dependencies',
]);

function plainField(source: LabelledText, line: TextRange, kind: 'plain' | 'heading'): Field[] {
  const { text } = source;
  const match = /^([\p{L}][^:|*`[\]\r\n]{0,40}?)[ \t]*:(?:[ \t]+|$)/u.exec(text.slice(line.start, line.end));
  if (!match) return [];
  const from = line.start + match[0].length;
  return field(source, match[1] ?? '', kind, text.slice(from, line.end), line.start, from);
}

function fieldsOfTable(source: LabelledText, table: Table): Field[] {
  const cell = ({ start, end }: TextRange): string => source.text.slice(start, end);
  const columns = table.rows[0]?.length ?? 0;
  if (columns === 2) {
    const fields: Field[] = [];
    for (const [label, value] of table.rows)
      if (label && value) fields.push(...field(source, cell(label), 'table', cell(value), label.start, value.start));
    return fields;
  }
  const [header, values] = table.rows;
  if (table.rows.length !== 2 || !header || !values) return [];
  return header.flatMap((label, at) => {
    const value = values[at];
    return value ? field(source, cell(label), 'table', cell(value), value.start, value.start) : [];
  });
}

function commentField(source: LabelledText, range: TextRange): Field[] {
  const match = /^<!--[ \t]*([\p{L}][\p{L} _-]{1,40}?)[ \t]*:[ \t]*([^\r\n]{0,200}?)[ \t]*-->$/u.exec(
    source.text.slice(range.start, range.end),
  );
  if (!match) return [];
  const value = match[2] ?? '';
  return field(source, match[1] ?? '', 'comment', value, range.start, range.start + match[0].lastIndexOf(value));
}

function field(
  { vocabulary }: LabelledText,
  label: string,
  source: FieldSource,
  value: string,
  start: number,
  valueStart: number,
): Field[] {
  const roles = vocabulary.rolesOfLabel(label);
  if (roles.length === 0 || roles.includes('none')) return [];
  const valueRange = { start: valueStart, end: valueStart + value.length };
  return [{ label: normalizeLabel(label), roles, value, source, range: { start, end: valueRange.end }, valueRange }];
}
