import { type TextRange, trimMarksEnd } from '../text.ts';
import type { Role } from '../vocabulary/labels.ts';
import { normalizeLabel, rolesOfLabel } from '../vocabulary/lookup.ts';
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

/** Every labelled value of a document, in the order of the text. */
export function readFields(text: string, frontMatter: FrontMatter | null, blocks: readonly Block[]): Field[] {
  const fields: Field[] = [];
  for (const { key, text: value, range, valueRange } of frontMatter?.entries ?? []) {
    const roles = rolesOfLabel(key);
    if (roles.length > 0) fields.push({ label: key, roles, value, source: 'front-matter', range, valueRange });
  }
  for (const block of blocks) fields.push(...fieldsOfBlock(text, block));
  return fields;
}

function fieldsOfBlock(text: string, block: Block): Field[] {
  switch (block.kind) {
    case 'paragraph':
    case 'item':
      return linesWithin(text, block.range).flatMap((line) => fieldsOfLine(text, line, block.kind === 'item'));
    case 'heading':
      return plainField(text, block.range, 'heading');
    case 'table':
      return fieldsOfTable(text, block);
    case 'html':
      return commentField(text, block.range);
    default:
      return [];
  }
}

/** The lines of a block, each from its first character to its last that is no white space. */
export function linesWithin(text: string, range: TextRange): TextRange[] {
  const found: TextRange[] = [];
  for (const match of text.slice(range.start, range.end).matchAll(/[^\r\n]+/g)) {
    const line = match[0];
    const start = range.start + match.index + line.length - line.trimStart().length;
    found.push({ start, end: Math.max(start, range.start + match.index + line.trimEnd().length) });
  }
  return found;
}

const boldLabel = /(\*\*|__)([^*_:|\r\n]{2,40}?)(?::\1|\1\s*:)[ \t]*/g;

function fieldsOfLine(text: string, line: TextRange, inList: boolean): Field[] {
  const source = text.slice(line.start, line.end);
  if (!source.includes(':')) return [];
  const bold = [...source.matchAll(boldLabel)];
  const first = bold[0];
  if (first && source.slice(0, first.index).search(/[\p{L}\p{N}]/u) < 0) {
    return bold.flatMap((match, at) => {
      const from = match.index + match[0].length;
      const value = trimMarksEnd(source.slice(from, bold[at + 1]?.index ?? source.length), '|·•,;\\');
      return field(match[2] ?? '', 'bold', value, line.start + match.index, line.start + from);
    });
  }
  return plainField(text, line, 'plain').filter((found) => !inList || found.roles.some((role) => metadata.has(role)));
}

/** What a list item without a bold label may label: "- Testing: …" says nothing of the work item as a whole. */
const metadata: ReadonlySet<Role> = new Set(['id', 'type', 'status', 'owner', 'due', 'planning', 'dependencies']);

function plainField(text: string, line: TextRange, source: FieldSource): Field[] {
  const match = /^([\p{L}][^:|*`[\]\r\n]{0,40}?)[ \t]*:(?:[ \t]+|$)/u.exec(text.slice(line.start, line.end));
  if (!match) return [];
  const from = line.start + match[0].length;
  return field(match[1] ?? '', source, text.slice(from, line.end), line.start, from);
}

function fieldsOfTable(text: string, table: Table): Field[] {
  const cell = (range: TextRange | undefined): string => (range ? text.slice(range.start, range.end) : '');
  const columns = table.rows[0]?.length ?? 0;
  if (columns === 2) {
    return table.rows.flatMap(([label, value]) =>
      label && value ? field(cell(label), 'table', cell(value), label.start, value.start) : [],
    );
  }
  const [header, values] = table.rows;
  if (table.rows.length !== 2 || !header || !values) return [];
  return header.flatMap((label, at) => {
    const value = values[at];
    return value ? field(cell(label), 'table', cell(value), value.start, value.start) : [];
  });
}

function commentField(text: string, range: TextRange): Field[] {
  const match = /^<!--[ \t]*([\p{L}][\p{L} _-]{1,40}?)[ \t]*:[ \t]*([^\r\n]{0,200}?)[ \t]*-->$/u.exec(
    text.slice(range.start, range.end),
  );
  if (!match) return [];
  const value = match[2] ?? '';
  return field(match[1] ?? '', 'comment', value, range.start, range.start + match[0].lastIndexOf(value));
}

function field(label: string, source: FieldSource, value: string, start: number, valueStart: number): Field[] {
  const roles = rolesOfLabel(label);
  if (roles.length === 0 || roles.includes('none')) return [];
  const valueRange = { start: valueStart, end: valueStart + value.length };
  return [{ label: normalizeLabel(label), roles, value, source, range: { start, end: valueRange.end }, valueRange }];
}
