import MarkdownIt from 'markdown-it'; // The only import of the markdown parser.
import { isWhiteSpace, type Lines, positionAt, type TextRange } from '../text.ts';

interface BlockBase {
  /** The block's own text without its marks (`#`, `-`, `[ ]`, `>`), from its first character to its last. */
  readonly range: TextRange;
  /** First line, counted from 0. */
  readonly line: number;
  /** How many lists it stands in. */
  readonly depth: number;
}

export interface Heading extends BlockBase {
  readonly kind: 'heading';
  /** 1 to 6. */
  readonly level: number;
}

/** The first paragraph of a list item; its further paragraphs are blocks of their own. */
export interface ListItem extends BlockBase {
  readonly kind: 'item';
  readonly ordered: boolean;
  /** Whether a task list item's box is ticked; null for an item without a box. */
  readonly checked: boolean | null;
}

export interface Table extends BlockBase {
  readonly kind: 'table';
  /** The cells' ranges row by row; the first row is the header. */
  readonly rows: readonly (readonly TextRange[])[];
}

export interface OtherBlock extends BlockBase {
  /** `html` may be a comment. Link reference definitions are no blocks. */
  readonly kind: 'paragraph' | 'code' | 'html' | 'rule';
}

export type Block = Heading | ListItem | Table | OtherBlock;

let parser: MarkdownIt | undefined;

/** Made when it is first needed: that takes too long for an extension's start. */
function blockParser(): MarkdownIt {
  if (parser === undefined) {
    parser = new MarkdownIt({ html: true });
    // Blocks only: inline content is read from the text where a judgement needs it, which is several times as fast.
    parser.core.ruler.enableOnly(['block']);
  }
  return parser;
}

/** What the parser wants, and its own rule does to every text: `\n` at the end of each line, and no NUL. */
function normalized(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return lines.includes('\0') ? lines.replaceAll('\0', '\ufffd') : lines;
}

type Token = ReturnType<MarkdownIt['parse']>[number];

/**
 * Splits a document into its blocks, in order, nested ones flat.
 * @param bodyStart offset of the first line after the front matter.
 */
export function readBlocks(text: string, lines: Lines, bodyStart: number): Block[] {
  const firstLine = Math.max(0, lines.starts.indexOf(bodyStart));
  const reader: Reader = { text, lines, firstLine, lists: [], item: null, rows: [], blocks: [] };
  const tokens = blockParser().parse(normalized(text.slice(bodyStart)), {});
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    handlers.get(token.type)?.(reader, token, tokens[at + 1]?.content ?? '');
  }
  return reader.blocks;
}

interface Reader {
  readonly text: string;
  readonly lines: Lines;
  /** The document's line on which the parsed text begins. */
  readonly firstLine: number;
  /** The lists that are open, from the outside in: whether each is ordered. */
  readonly lists: boolean[];
  /** The line of the list item whose first paragraph has not come yet. */
  item: number | null;
  rows: TextRange[][];
  readonly blocks: Block[];
}

type Handler = (reader: Reader, token: Token, content: string) => void;

const openList: Handler = (reader, token) => {
  closeItem(reader);
  reader.lists.push(token.type === 'ordered_list_open');
};

const closeList: Handler = (reader) => {
  reader.lists.pop();
};

const other =
  (kind: OtherBlock['kind']): Handler =>
  (reader, token) => {
    closeItem(reader);
    reader.blocks.push({
      kind,
      range: linesRange(reader, token),
      line: firstLineOf(reader, token),
      depth: reader.lists.length,
    });
  };

const handlers: ReadonlyMap<string, Handler> = new Map(
  Object.entries<Handler>({
    bullet_list_open: openList,
    ordered_list_open: openList,
    bullet_list_close: closeList,
    ordered_list_close: closeList,
    list_item_open: (reader, token) => {
      reader.item = firstLineOf(reader, token);
    },
    list_item_close: closeItem,
    heading_open: (reader, token, content) => {
      closeItem(reader);
      const line = firstLineOf(reader, token);
      // A heading that is underlined may have several lines; its token's lines take in the underline.
      const range = inlineRange(reader, content, line, line + content.split('\n').length - 1);
      reader.blocks.push({
        kind: 'heading',
        level: Number(token.tag.slice(1)),
        range,
        line,
        depth: reader.lists.length,
      });
    },
    paragraph_open: (reader, token, content) => {
      const line = firstLineOf(reader, token);
      const range = inlineRange(reader, content, line, lastLineOf(reader, token));
      if (reader.item === null) reader.blocks.push({ kind: 'paragraph', range, line, depth: reader.lists.length });
      else pushItem(reader, range, line, content);
    },
    table_open: (reader) => {
      reader.rows = [];
    },
    tr_open: (reader, token) => {
      reader.rows.push(cellsOf(reader.text, lineSpan(reader, firstLineOf(reader, token))));
    },
    table_close: (reader) => {
      const cells = reader.rows.flat();
      const range = { start: cells[0]?.start ?? 0, end: cells.at(-1)?.end ?? 0 };
      reader.blocks.push({
        kind: 'table',
        rows: reader.rows,
        range,
        line: positionAt(reader.lines, range.start).line,
        depth: reader.lists.length,
      });
    },
    fence: other('code'),
    code_block: other('code'),
    html_block: other('html'),
    hr: other('rule'),
  }),
);

function pushItem(reader: Reader, range: TextRange, line: number, content: string): void {
  const box = /^\[([ xX])\](?:\s+|$)/.exec(content);
  const start = Math.min(range.end, range.start + (box?.[0].length ?? 0));
  reader.blocks.push({
    kind: 'item',
    range: { start, end: range.end },
    line,
    depth: reader.lists.length,
    ordered: reader.lists.at(-1) ?? false,
    checked: box ? box[1] !== ' ' : null,
  });
  reader.item = null;
}

/** A list item that ends, or holds another block, before any paragraph has no text of its own. */
function closeItem(reader: Reader): void {
  if (reader.item === null) return;
  const { end } = lineSpan(reader, reader.item);
  pushItem(reader, { start: end, end }, reader.item, '');
}

const firstLineOf = (reader: Reader, token: Token): number => reader.firstLine + (token.map?.[0] ?? 0);
const lastLineOf = (reader: Reader, token: Token): number => reader.firstLine + Math.max(0, (token.map?.[1] ?? 1) - 1);

/** A line without the white space at its end. */
function lineSpan({ text, lines }: Pick<Reader, 'text' | 'lines'>, line: number): TextRange {
  const start = lines.starts[line] ?? lines.length;
  let end = lines.starts[line + 1] ?? lines.length;
  while (end > start && isWhiteSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** From the first character of the token's lines that is no white space to the last. */
function linesRange(reader: Reader, token: Token): TextRange {
  const from = lineSpan(reader, firstLineOf(reader, token)).start;
  const source = reader.text.slice(from, lineSpan(reader, lastLineOf(reader, token)).end);
  return {
    start: from + source.length - source.trimStart().length,
    end: from + Math.max(source.trimEnd().length, source.length - source.trimStart().length),
  };
}

/** Where inline content stands that begins on line `from` and ends on line `to`: the parser gives lines, not columns. */
function inlineRange({ text, lines }: Reader, content: string, from: number, to: number): TextRange {
  const first = lineSpan({ text, lines }, from);
  const lineBreak = content.indexOf('\n');
  if (lineBreak < 0) {
    const start = startOfPart(text, first, content);
    return { start, end: Math.max(start, Math.min(start + content.length, first.end)) };
  }
  const last = lineSpan({ text, lines }, to);
  const lastPart = content.slice(content.lastIndexOf('\n') + 1).trim();
  const start = startOfPart(text, first, content.slice(0, lineBreak).trimEnd());
  const end = startOfPart(text, last, lastPart) + lastPart.length;
  return { start, end: Math.max(start, Math.min(end, last.end)) };
}

/** Where `part` begins in the line at `span`; mostly it is the line's end. */
function startOfPart(text: string, span: TextRange, part: string): number {
  const start = span.end - part.length;
  if (start >= span.start && text.startsWith(part, start)) return start;
  return span.start + Math.max(0, text.slice(span.start, span.end).lastIndexOf(part));
}

/** The cells of a table's line (GFM: `|` outside a backslash escape parts them, a leading and a trailing one may be left out). */
function cellsOf(text: string, line: TextRange): TextRange[] {
  const source = text.slice(line.start, line.end);
  let at = source.match(/^[\s>]*\|?/)?.[0].length ?? 0;
  const cells: TextRange[] = [];
  for (const match of source.slice(at).matchAll(/((?:\\.|[^|\\]|\\$)*)(?:\||$)/g)) {
    const cell = match[1] ?? '';
    if (match[0] === '') break;
    const lead = cell.length - cell.trimStart().length;
    cells.push({ start: line.start + at + lead, end: line.start + at + Math.max(lead, cell.trimEnd().length) });
    at += match[0].length;
  }
  return cells;
}
