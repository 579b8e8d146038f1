import MarkdownIt from 'markdown-it'; // The only import of the markdown parser.
import { isWhiteSpace, type Lines, matchesIn, positionAt, type TextRange } from '../text.ts';

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
  /** Its range holds the marks of a list or a quote before it. `html` may be a comment. Link reference definitions are no blocks. */
  readonly kind: 'paragraph' | 'code' | 'html' | 'rule';
}

export type Block = Heading | ListItem | Table | OtherBlock;

let parser: MarkdownIt | undefined;

/** Made when it is first needed: that takes too long for an extension's start. */
function blockParser(): MarkdownIt {
  if (parser === undefined) {
    parser = new MarkdownIt({ html: true });
    // Where links lead is not read here.
    parser.normalizeLink = (url) => url;
    const { ruler } = parser.block;
    // The parser looks for tables first, and so takes "- a | b" above "--- | ---" for one; by GFM it is a list.
    const [table] = ruler.getRules('');
    if (table) ruler.after('list', 'table in place', table, { alt: ['paragraph', 'reference'] });
    ruler.disable('table');
    ruler.before('code', 'line of words', readLineOfWords);
    ruler.before('code', 'heading on a line', readHeading);
  }
  return parser;
}

/**
 * Splits a document into its blocks, in order, nested ones flat.
 * @param bodyStart offset of the first line after the front matter.
 */
export function readBlocks(text: string, lines: Lines, bodyStart: number): Block[] {
  const firstLine = Math.max(0, lines.starts.indexOf(bodyStart));
  const state = stateOf(text, lines, firstLine);
  // Blocks only: inline content is read from the text where a judgement needs it, which is several times as fast.
  blockParser().block.tokenize(state, 0, state.lineMax);
  const open = openFence(state);
  if (open !== null) {
    state.kept.pop();
    blockParser().block.tokenize(state, open + 1, state.lineMax);
  }
  const reader: Reader = { text, lines, firstLine, lists: [], item: null, tableStart: 0, rows: [], blocks: [] };
  for (const token of state.kept) token.read(reader, token);
  return reader.blocks;
}

/**
 * A rule for what most lines are: words that no other line belongs to. Each other rule would look at them for a mark that
 * they do not begin with, and the next line would be looked at twice.
 */
const readLineOfWords: BlockRule = (given, line, endLine) => {
  const state = given as State;
  if ((state.sCount[line] ?? 0) - state.blkIndent >= codeIndent) return false;
  const start = startOfText(state, line);
  if (!isWord(state.src.charCodeAt(start))) return false;
  const next = line + 1;
  if (next < endLine && !state.isEmpty(next) && !isApart(state, next, endLine)) return false;
  state.line = next;
  state.paragraph = { start, end: state.eMarks[line] ?? 0 };
  state.push('paragraph_open', 'p', 1).map = [line, next];
  state.level--;
  return true;
};

/**
 * A rule for a heading that begins with `#`, unless the next line might make the head of a table of it. It reads what the
 * parser's own does (CommonMark 4.2) without a copy of its words, and before all the others have looked for their mark.
 */
const readHeading: BlockRule = (given, line, endLine) => {
  const state = given as State;
  const start = startOfText(state, line);
  if (state.src.charCodeAt(start) !== numberSign || (state.sCount[line] ?? 0) - state.blkIndent >= codeIndent)
    return false;
  let end = start + 1;
  while (state.src.charCodeAt(end) === numberSign) end++;
  const level = end - start;
  const next = line + 1;
  if (level > 6 || (end < (state.eMarks[line] ?? 0) && !isBlank(state.src.charCodeAt(end)))) return false;
  if (next < endLine && '|-:'.includes(state.src.charAt(startOfText(state, next)))) return false;
  state.line = next;
  const token = state.push('heading_open', `h${level}`, 1);
  token.markup = '#'.repeat(level);
  token.map = [line, next];
  state.level--;
  return true;
};

const isBlank = (code: number): boolean => code === space || code === tab;

/** How far a line has to be indented to be code, in columns. */
const codeIndent = 4;

/** A letter, or what is beyond ASCII: no mark of a block. */
const isWord = (code: number): boolean => code > 127 || ((code | 32) >= 97 && (code | 32) <= 122);

/** Whether a line that is less indented than the paragraph before it begins another block, such as the next list item. */
function isApart(state: State, line: number, endLine: number): boolean {
  const indent = state.sCount[line] ?? 0;
  // What is indented as far may underline a heading; what a quote has left is less than nothing.
  if (indent >= state.blkIndent || indent < 0) return false;
  const { parentType } = state;
  state.parentType = 'paragraph';
  let begins = false;
  for (const rule of blockParser().block.ruler.getRules('paragraph')) begins ||= rule(state, line, endLine, true);
  state.parentType = parentType;
  return begins;
}

/**
 * The line of a fence that nobody closes and that has swallowed sections, as an outline in a fence does that holds fences itself;
 * its writer did not mean the rest of the document to be code. Only the first such fence, since every line could open another.
 */
function openFence({ kept, src, bMarks, eMarks }: State): number | null {
  const fence = kept.at(-1);
  if (fence?.type !== 'fence' || fence.level > 0 || !fence.map) return null;
  const [first, end] = fence.map;
  const last = src.slice(bMarks[end - 1], eMarks[end - 1]).trim();
  const marks = fence.markup.charAt(0).repeat(last.length);
  const closed = end - 1 > first && last.length >= fence.markup.length && last === marks;
  return closed || !/^#{2,6} /m.test(src.slice(eMarks[first])) ? null : first;
}

type StateBlock = InstanceType<MarkdownIt['block']['State']>;
type Token = ReturnType<StateBlock['push']>;
type BlockRule = Parameters<MarkdownIt['block']['ruler']['before']>[2];

/**
 * The parser's state, without what takes most of its time: it is given the lines, reads no content, and keeps only the
 * tokens that are read here. In exchange it notes where paragraphs stand, since tokens tell lines, but not columns.
 */
interface State extends StateBlock {
  kept: KeptToken[];
  /** Takes what the rules write to tokens that are not kept. */
  unread: Token;
  paragraph: TextRange;
}

/** Where there has been no paragraph yet: with a field that comes later, V8 has two layouts to tell apart in every rule. */
const nowhere: TextRange = { start: 0, end: 0 };

function stateOf(text: string, { starts }: Lines, firstLine: number): State {
  const md = blockParser();
  const state = new md.block.State('', md, {}, []) as State;
  state.src = normalized(text);
  state.kept = [];
  state.unread = new state.Token('', '', 0);
  state.paragraph = nowhere;
  state.push = push;
  state.getLines = noteParagraph;
  state.lineMax = starts.length - firstLine - (starts.at(-1) === text.length ? 1 : 0);
  measureLines(state, starts, firstLine);
  return state;
}

/** What the parser wants: `\n` at the end of each line, and no NUL. Every character keeps its offset. */
function normalized(text: string): string {
  const lines = text.includes('\r') ? text.replaceAll('\r\n', ' \n').replaceAll('\r', '\n') : text;
  return lines.includes('\0') ? lines.replaceAll('\0', '\ufffd') : lines;
}

const lineFeed = 10;
const space = 32;
const tab = 9;
const numberSign = 35;

/** Fills in where each line ends and how far it is indented: in characters, and in columns with tabs up to the next fourth. */
function measureLines(state: State, starts: readonly number[], firstLine: number): void {
  const { src, lineMax } = state;
  // The parser looks at one line more than there is.
  const count = lineMax + 1;
  const bMarks = new Array<number>(count);
  const eMarks = new Array<number>(count);
  const tShift = new Array<number>(count);
  const sCount = new Array<number>(count);
  const bsCount = new Array<number>(count);
  for (let line = 0; line < count; line++) {
    const start = starts[firstLine + line] ?? src.length;
    const next = starts[firstLine + line + 1] ?? src.length;
    const end = next > start && src.charCodeAt(next - 1) === lineFeed ? next - 1 : next;
    let at = start;
    let column = 0;
    for (; at < end; at++) {
      const code = src.charCodeAt(at);
      if (code === space) column++;
      else if (code === tab) column += 4 - (column % 4);
      else break;
    }
    bMarks[line] = start;
    eMarks[line] = end;
    tShift[line] = at - start;
    sCount[line] = column;
    bsCount[line] = 0;
  }
  state.bMarks = bMarks;
  state.eMarks = eMarks;
  state.tShift = tShift;
  state.sCount = sCount;
  state.bsCount = bsCount;
}

/** StateBlock.push for tokens of which only some are read. */
function push(this: State, type: string, tag: string, nesting: -1 | 0 | 1): Token {
  if (nesting < 0) this.level--;
  const level = this.level;
  if (nesting > 0) this.level++;
  // Two thirds of all, and quicker to tell by this than to look up.
  if (type === 'inline' || type === 'paragraph_close') return this.unread;
  const read = readers.get(type);
  if (!read) return this.unread;
  const meta = type === 'table_open' ? startOfText(this, this.line) : this.paragraph;
  // Without the fields that are not read.
  const token = { type, tag, level, map: null, markup: '', meta, read } as KeptToken;
  this.kept.push(token);
  return token;
}

/** Stands for StateBlock.getLines, which a rule calls for the content of a paragraph just before it pushes its token. */
function noteParagraph(this: State, begin: number, end: number): string {
  this.paragraph = { start: startOfText(this, begin), end: this.eMarks[end - 1] ?? 0 };
  return '';
}

/** Where a line begins after the marks of the lists and quotes that are open. */
const startOfText = ({ bMarks, tShift }: State, line: number): number => (bMarks[line] ?? 0) + (tShift[line] ?? 0);

interface Reader {
  readonly text: string;
  readonly lines: Lines;
  /** The document's line on which the parsed text begins. */
  readonly firstLine: number;
  /** The lists that are open, from the outside in: whether each is ordered. */
  readonly lists: boolean[];
  /** The line of the list item whose first paragraph has not come yet. */
  item: number | null;
  /** The table that is open: where it begins, and its cells so far. */
  tableStart: number;
  rows: TextRange[][];
  readonly blocks: Block[];
}

type TokenReader = (reader: Reader, token: Token) => void;

/** A token with what reads it. */
type KeptToken = Token & { readonly read: TokenReader };

const openList: TokenReader = (reader, token) => {
  closeItem(reader);
  reader.lists.push(token.type === 'ordered_list_open');
};

const closeList: TokenReader = (reader) => {
  reader.lists.pop();
};

const other =
  (kind: OtherBlock['kind']): TokenReader =>
  (reader, token) => {
    closeItem(reader);
    const line = firstLineOf(reader, token);
    const end = reader.lines.starts[reader.firstLine + (token.map?.[1] ?? 0)] ?? reader.lines.length;
    const range = trimmed(reader.text, reader.lines.starts[line] ?? end, end);
    reader.blocks.push({ kind, range, line, depth: reader.lists.length });
  };

const readers: ReadonlyMap<string, TokenReader> = new Map(
  Object.entries<TokenReader>({
    bullet_list_open: openList,
    ordered_list_open: openList,
    bullet_list_close: closeList,
    ordered_list_close: closeList,
    list_item_open: (reader, token) => {
      reader.item = firstLineOf(reader, token);
    },
    list_item_close: closeItem,
    heading_open: (reader, token) => {
      closeItem(reader);
      const line = firstLineOf(reader, token);
      const range = token.markup.startsWith('#') ? afterMarks(reader, line, token.markup) : textRange(reader, token);
      reader.blocks.push({
        kind: 'heading',
        level: Number(token.tag.slice(1)),
        range,
        line,
        depth: reader.lists.length,
      });
    },
    paragraph_open: (reader, token) => {
      const line = firstLineOf(reader, token);
      const range = textRange(reader, token);
      if (reader.item === null) reader.blocks.push({ kind: 'paragraph', range, line, depth: reader.lists.length });
      else pushItem(reader, range, line);
    },
    table_open: (reader, token) => {
      closeItem(reader);
      reader.rows = [];
      reader.tableStart = token.meta;
    },
    tr_open: (reader, token) => {
      const line = firstLineOf(reader, token);
      const { starts, length } = reader.lines;
      // Marks of a list can only stand before the first row.
      const start = reader.rows.length === 0 ? reader.tableStart : (starts[line] ?? length);
      reader.rows.push(cellsOf(reader.text, trimmed(reader.text, start, starts[line + 1] ?? length)));
    },
    table_close: (reader) => {
      const lastRow = reader.rows.findLast((row) => row.length > 0);
      const range = {
        start: reader.rows.find((row) => row.length > 0)?.[0]?.start ?? 0,
        end: lastRow?.at(-1)?.end ?? 0,
      };
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

function pushItem(reader: Reader, range: TextRange, line: number): void {
  const { text } = reader;
  const { end } = range;
  const mark = text.charAt(range.start + 1);
  let start = range.start + '[ ]'.length;
  const isBox =
    ' xX'.includes(mark) &&
    text.charAt(range.start) === '[' &&
    text.charAt(start - 1) === ']' &&
    start <= end &&
    (start === end || isWhiteSpace(text.charCodeAt(start)));
  while (start < end && isWhiteSpace(text.charCodeAt(start))) start++;
  reader.blocks.push({
    kind: 'item',
    range: isBox ? { start, end } : range,
    line,
    depth: reader.lists.length,
    ordered: reader.lists.at(-1) ?? false,
    checked: isBox ? mark !== ' ' : null,
  });
  reader.item = null;
}

/** A list item that ends, or holds another block, before any paragraph has no text of its own. */
function closeItem(reader: Reader): void {
  if (reader.item === null) return;
  const { starts, length } = reader.lines;
  const { end } = trimmed(reader.text, starts[reader.item] ?? length, starts[reader.item + 1] ?? length);
  pushItem(reader, { start: end, end }, reader.item);
}

const firstLineOf = (reader: Reader, token: Token): number => reader.firstLine + (token.map?.[0] ?? 0);

/** The stretch without the white space at both ends; of white space alone, its start. */
function trimmed(text: string, start: number, end: number): TextRange {
  let from = start;
  let to = end;
  while (to > start && isWhiteSpace(text.charCodeAt(to - 1))) to--;
  while (from < to && isWhiteSpace(text.charCodeAt(from))) from++;
  return { start: from, end: to };
}

/** The text of a paragraph, or of a heading that is underlined, as it was noted when its token was pushed. */
const textRange = ({ text }: Reader, { meta }: Token): TextRange => trimmed(text, meta.start, meta.end);

/** The text of a heading on one line, after its `#`s and before those that may close it. */
function afterMarks({ text, lines }: Reader, line: number, marks: string): TextRange {
  const start = text.indexOf('#', lines.starts[line]) + marks.length;
  const range = trimmed(text, start, lines.starts[line + 1] ?? lines.length);
  let end = range.end;
  while (end > start && text.charAt(end - 1) === '#') end--;
  return end === start || isWhiteSpace(text.charCodeAt(end - 1)) ? trimmed(text, start, end) : range;
}

const tableCell = /((?:\\.|[^|\\]|\\$)*)(?:\||$)/g;

/** The cells of a table's line (GFM: `|` outside a backslash escape parts them, a leading and a trailing one may be left out). */
function cellsOf(text: string, line: TextRange): TextRange[] {
  const source = text.slice(line.start, line.end);
  let at = source.match(/^[\s>]*\|?/)?.[0].length ?? 0;
  const cells: TextRange[] = [];
  for (const match of matchesIn(source.slice(at), tableCell)) {
    const cell = match[1] ?? '';
    if (match[0] === '') break;
    const lead = cell.length - cell.trimStart().length;
    cells.push({ start: line.start + at + lead, end: line.start + at + Math.max(lead, cell.trimEnd().length) });
    at += match[0].length;
  }
  return cells;
}
