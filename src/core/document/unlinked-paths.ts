import type { TextRange } from '../text.ts';
import type { MarkdownDocument } from './document.ts';
import type { Block } from './markdown.ts';
import { type Section, sectionsOf } from './sections.ts';

/** A path among the resources of a document, in code or plain words, that no link leads to. */
export interface UnlinkedPath {
  /** As it stands, without the marks of code: `src/a.ts`, `docs/`, `src/a.ts:42`. */
  readonly path: string;
  /** With the marks of code. */
  readonly range: TextRange;
  readonly code: boolean;
}

/** What is a link already, or shown to nobody. */
const taken =
  /!?\[[^[\]\r\n]*\](?:\([^()\r\n]*(?:\([^()\r\n]*\)[^()\r\n]*)?\)|\[[^[\]\r\n]*\]|:.*)|\[\[[^[\]\r\n]*\]\]|<!--[\s\S]*?(?:-->|$)|<[^<>\r\n]*>|\b[a-z][a-z\d+.-]{1,20}:\/\/\S+/gi;

/** With a folder before it or an extension behind it, and the lines of the file, as `:42` or `:10-20`. */
const path = String.raw`(?:\.{1,2}\/)*(?:[\w@.-]{1,100}\/)*(?:[\w@-][\w@.-]{0,100}\.[A-Za-z]\w{0,9}|[\w@.-]{1,100}\/)(?::\d{1,6}(?:-\d{1,6})?)?`;

const mention = new RegExp(String.raw`\`(${path})\`|(?<![\w./\\@#:~$%*{}\`-])(${path})(?![\w/\\@#:$%*{}(\`-])`, 'g');

/** Headings over what was changed, and over parts that are finished: a record, which nobody opens to begin. */
const record =
  /\b(?:modified|changed|created|added|deleted|touched|new|updated) (?:files|directories|folders)\b|\bfiles? (?:list|modified|changed|created|added|deleted|touched|updated)\b|\bchange ?log\b|\brevision history\b|\b(?:agent|dev|development|completion|implementation) (?:record|log|summary)\b|^(?:done|completed|finished)(?: (?:work|tasks|steps|items|parts))?:?$|[([—–-] ?(?:done|completed?|finished)[)\]]?:?$|✅/iu;

const nothing: readonly UnlinkedPath[] = [];

/** More than these would be a listing, not something to read. */
const mostPaths = 20;

/** The paths in the sections and fields on resources, in order; whether something is there, others have to say. */
export function unlinkedPaths(document: MarkdownDocument): readonly UnlinkedPath[] {
  const { text, fields } = document;
  const ranges: TextRange[] = [];
  for (const { range } of readIn(document, sectionsOf(document, 'resources'))) ranges.push(range);
  for (const { roles, source, valueRange } of fields)
    if (roles.includes('resources') && source !== 'front-matter' && source !== 'comment') ranges.push(valueRange);
  if (ranges.length === 0) return nothing;
  const found = new Map<number, UnlinkedPath>();
  for (const { start, end } of ranges) {
    const words = text.slice(start, end).replace(taken, (link) => ' '.repeat(link.length));
    for (const { 0: whole, 1: code, 2: plain = '', index } of words.matchAll(mention)) {
      const at = start + index;
      if (isElsewhere(text.slice(text.lastIndexOf('\n', at) + 1, at), code ?? plain)) continue;
      const range = { start: at, end: at + whole.length };
      found.set(at, { path: code ?? plain, range, code: code !== undefined });
    }
  }
  return [...found.values()].sort((a, b) => a.range.start - b.range.start).slice(0, mostPaths);
}

/** Whether a file is named without its folder behind an address in the same line: it is one of those there. */
const isElsewhere = (before: string, named: string): boolean => !named.includes('/') && /https?:\/\//.test(before);

/** The blocks of the sections that are read for what to open, without those that stand in a record. */
function readIn({ blocks, sections }: MarkdownDocument, resources: readonly Section[]): Block[] {
  // Many documents have none, and to look for records takes longer than all the rest.
  if (resources.length === 0) return [];
  const records = new Set(
    sections
      .filter(({ title, roles }) => roles.includes('log') || record.test(title))
      .flatMap(({ from, to }) => blocks.slice(from, to)),
  );
  return resources.flatMap(({ from, to }) =>
    blocks.slice(from, to).filter((block) => isRead(block) && !records.has(block)),
  );
}

/** Neither code nor a comment, and not ticked. */
const isRead = (block: Block): boolean =>
  block.kind === 'paragraph' || block.kind === 'table' || (block.kind === 'item' && !block.checked);
