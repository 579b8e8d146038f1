import { endOfLine, type MarkdownDocument } from '../../document/document.ts';
import { type Field, isFact } from '../../document/fields.ts';
import { type FrontMatter, topOfToml } from '../../document/front-matter.ts';
import type { Block } from '../../document/markdown.ts';
import { endOfItem } from '../../document/sections.ts';
import { textOf } from '../../document/substance.ts';
import type { WorkItem } from '../../document/work-item.ts';
import { positionAt } from '../../text.ts';
import type { Role } from '../../vocabulary/labels.ts';
import { isPlaceholder } from '../../vocabulary/lookup.ts';
import type { Mend } from '../rule.ts';
import { addSection } from './add-section.ts';
import { headerFields, tableOf } from './style.ts';

/** Writes a value where the document keeps such values: into an empty field, a new one beside the others, or a section where it keeps none. */
export function addFact(item: WorkItem, label: string, role: Role, snippet: string): Mend | null {
  const { document } = item;
  const empty = document.fields.find((field) => field.roles.includes(role) && isPlaceholder(field.value));
  if (empty) return fillField(document, empty, snippet);
  const title = `Add ${label.toLowerCase()}`;
  if (document.frontMatter && document.frontMatter.entries.length > 0)
    return { title, edits: [addKey(document, document.frontMatter, label, snippet)] };
  const fields = headerFields(item);
  const last = fields.findLast(isFact) ?? fields.at(-1);
  if (!last) return addSection(item, label, snippet, 'start');
  return {
    title,
    edits: [last.source === 'table' ? addRow(document, last, label, snippet) : addLine(document, last, label, snippet)],
  };
}

/** Replaces the value of a field that has none but a placeholder. */
export function fillField({ text, frontMatter }: MarkdownDocument, field: Field, snippet: string): Mend {
  const { label, valueRange: range, source } = field;
  const gap = /\s/.test(text.charAt(range.start - 1)) ? '' : ' ';
  const isToml = source === 'front-matter' && frontMatter?.language === 'toml';
  return { title: `Fill in ${label}`, edits: [{ range, snippet: gap + (isToml ? tomlString(snippet) : snippet) }] };
}

/** A snippet as a string of TOML, which no text is without quotes. */
const tomlString = (snippet: string): string => (/^(["']).*\1$/.test(snippet) ? snippet : `"${snippet}"`);

type Edit = Mend['edits'][number];

function addKey(
  { text, lines, eol }: MarkdownDocument,
  { language, range, entries }: FrontMatter,
  label: string,
  snippet: string,
): Edit {
  const closing = lines.starts[positionAt(lines, range.end).line] ?? 0;
  const key = entries.every((entry) => /^\p{Lu}/u.test(entry.key)) ? label : label.toLowerCase();
  const isToml = language === 'toml';
  const at = isToml ? topOfToml(text.slice(0, closing)) : closing;
  const line = isToml ? `${key.replaceAll(' ', '-')} = ${tomlString(snippet)}` : `${key}: ${snippet}`;
  return { range: { start: at, end: at }, snippet: line + eol };
}

function addRow(document: MarkdownDocument, field: Field, label: string, snippet: string): Edit {
  const { text, lines, eol } = document;
  const rows = tableOf(document, field)?.rows ?? [];
  const cell = rows.at(-1)?.[0] ?? field.range;
  const line = positionAt(lines, cell.start).line;
  const lead = text.slice(lines.starts[line], cell.start).trimEnd();
  const bold = text.startsWith('**', field.range.start) ? '**' : '';
  // The header's next line is the table's ruler.
  const at = endOfLine(text, lines.starts[rows.length > 1 ? line : line + 1] ?? text.length);
  const row = `${lead === '' ? '' : `${lead} `}${bold}${label}${bold} | ${snippet}${lead.endsWith('|') ? ' |' : ''}`;
  return { range: { start: at, end: at }, snippet: eol + row };
}

/** A line as that of `field`, below the block that holds it. */
function addLine(document: MarkdownDocument, field: Field, label: string, snippet: string): Edit {
  const { text, lines, blocks, eol } = document;
  const index = blocks.findLastIndex((block) => block.range.start <= field.range.start);
  const block = blocks[index] as Block;
  const source = textOf(document, block.range);
  const fieldLine = positionAt(lines, field.range.start).line;
  const tail = hardBreak(document, fieldLine) || hardBreak(document, fieldLine - 1);
  // A list item's own lists and paragraphs stand between it and the next item.
  const last = block.kind === 'item' ? (blocks[endOfItem(blocks, index) - 1] ?? block) : block;
  const at = endOfLine(text, last.range.end);
  const alone = block.kind === 'paragraph' && !/[\r\n]/.test(source);
  const lead = text.slice(lines.starts[block.line], block.range.start);
  const before = alone
    ? eol + lead.trimEnd() + eol
    : (hardBreak(document, positionAt(lines, at).line) ? '' : tail) + eol;
  return {
    range: { start: at, end: at },
    snippet: before + lead + labelled(document, field, label, snippet) + (alone ? '' : tail),
  };
}

function labelled(
  { text }: MarkdownDocument,
  { source, range, valueRange }: Field,
  label: string,
  snippet: string,
): string {
  if (source === 'plain') return `${label}: ${snippet}`;
  const mark = text.startsWith('__', range.start) ? '__' : '**';
  const colonInside = text.slice(range.start, valueRange.start).includes(`:${mark}`);
  return `${mark}${label}${colonInside ? `:${mark}` : `${mark}:`} ${snippet}`;
}

/** What at its end breaks the line hard: two spaces or a backslash. */
function hardBreak({ text, lines }: MarkdownDocument, line: number): string {
  const start = lines.starts[line] ?? text.length;
  const source = text.slice(start, endOfLine(text, start));
  if (source.endsWith('\\')) return '\\';
  return source.endsWith('  ') ? '  ' : '';
}
