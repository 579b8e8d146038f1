import { matchesIn, type TextRange } from '../text.ts';
import { codeSpans } from './code-spans.ts';
import type { MarkdownDocument } from './document.ts';
import type { Block } from './markdown.ts';

/** A link to something that could be in the workspace. */
export interface Link {
  /** Where it leads, as it stands in the text. */
  readonly target: string;
  /** Of the target. */
  readonly range: TextRange;
  /** A wiki link (`[[page]]`) names a page, not a path. */
  readonly wiki: boolean;
}

/**
 * An inline link or image (CommonMark 6.3), a link reference definition (4.7; not of a footnote) or a wiki link;
 * the groups are their targets. A target in `<…>` may hold spaces; after one comes a title or nothing.
 */
const link =
  /\]\([ \t]*(?:<([^<>\r\n]{1,1000})>|([^\s<>()]{1,1000}(?:\([^\s()]{0,200}\)[^\s<>()]{0,200})?))(?=[ \t]*\)|[ \t]+["'(])|^ {0,3}\[(?!\^)[^\]\r\n]{1,200}\]:[ \t]+(?:<([^<>\r\n]{1,1000})>|(\S{1,1000}))(?=[ \t]*$|[ \t]+["'(])|\[\[([^[\]|#\r\n]{1,200})(?:#[^[\]|\r\n]{0,200})?(?:\|[^[\]\r\n]{0,200})?\]\]/my;

/** What each of them holds; rare, and quick to find. */
const mark = /\]\(|\]:|\[\[/g;

/** In UTF-16 code units: what may stand before the `]:` of a definition. */
const longestLabel = 205;

/** `https:`, `mailto:`, a Windows drive, `//host`. */
const elsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** The use of a definition: `[text][label]`, `[label][]`, `[label]`; the group is its label. */
const use = /\[([^[\]]{1,200})\]/g;

/**
 * The links of a document that lead to its workspace or within itself, in order; those in code and comments are none, and
 * neither is a definition that no link uses: nobody can follow it.
 */
export function linksOf(document: MarkdownDocument): Link[] {
  const { text, bodyStart } = document;
  const isHidden = hiddenIn(document);
  const links: Link[] = [];
  const definitions = new Map<Link, Definition>();
  mark.lastIndex = bodyStart;
  for (let marked = mark.exec(text); marked; marked = mark.exec(text)) {
    link.lastIndex = marked[0] === ']:' ? startOfLine(text, marked.index) : marked.index;
    const match = link.exec(text);
    // What ends before the mark stands elsewhere in its line, and has been read.
    if (!match || link.lastIndex < mark.lastIndex) continue;
    mark.lastIndex = link.lastIndex;
    const target = match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5] ?? '';
    if (elsewhere.test(target) || /[{}$*]/.test(target)) continue;
    if (isHidden(match.index)) continue;
    const wiki = match[5] !== undefined;
    const start = match.index + (wiki ? '[['.length : match[0].lastIndexOf(target));
    const found: Link = { target, range: { start, end: start + target.length }, wiki };
    links.push(found);
    if (match[3] ?? match[4]) {
      const at = text.indexOf('[', match.index);
      definitions.set(found, { at, label: labelOf(text.slice(at + 1, text.indexOf(']:', at))) });
    }
  }
  if (definitions.size === 0) return links;
  const used = usedLabels(text, new Set([...definitions.values()].map(({ at }) => at)));
  return links.filter((found) => used.has(definitions.get(found)?.label ?? null));
}

interface Definition {
  /** Where its label begins, with the bracket. */
  readonly at: number;
  readonly label: string;
}

/** Labels match without regard to case and white space (CommonMark 4.7). */
const labelOf = (label: string): string => label.trim().replace(/\s+/g, ' ').toLowerCase();

/** The labels in brackets but for those of the definitions that begin at `definitions`; null is for links without one. */
function usedLabels(text: string, definitions: ReadonlySet<number>): Set<string | null> {
  const used = new Set<string | null>([null]);
  for (const { 1: label = '', index } of text.matchAll(use)) if (!definitions.has(index)) used.add(labelOf(label));
  return used;
}

/** Where the line of a definition begins whose `]:` stands at `offset`; no further back than that could be. */
function startOfLine(text: string, offset: number): number {
  let start = offset;
  const from = Math.max(0, offset - longestLabel);
  while (start > from && text.charCodeAt(start - 1) !== 10 && text.charCodeAt(start - 1) !== 13) start--;
  return start;
}

/** Whether an offset stands in code or in a comment; asked in the order of the text. */
function hiddenIn({ text, blocks }: MarkdownDocument): (offset: number) => boolean {
  let last: Block | undefined;
  let hidden: TextRange[] = [];
  return (offset) => {
    const block = blockAt(blocks, offset);
    if (!block) return false;
    if (block !== last) {
      last = block;
      hidden = block.kind === 'code' || block.kind === 'html' ? [block.range] : hiddenWithin(text, block.range);
    }
    while ((hidden[0]?.end ?? Number.POSITIVE_INFINITY) <= offset) hidden.shift();
    return (hidden[0]?.start ?? Number.POSITIVE_INFINITY) <= offset;
  };
}

const comment = /<!--[\s\S]*?(?:-->|$)/g;

function hiddenWithin(text: string, { start, end }: TextRange): TextRange[] {
  const source = text.slice(start, end);
  const spans = codeSpans(text, { start, end });
  if (!source.includes('<!--')) return spans;
  const comments = matchesIn(source, comment).map(({ 0: { length }, index }) => ({
    start: start + index,
    end: start + index + length,
  }));
  return [...comments, ...spans].sort((a, b) => a.start - b.start);
}

/** The block that holds `offset`; blocks stand in order. */
function blockAt(blocks: readonly Block[], offset: number): Block | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { range } = blocks[middle] as Block;
    if (offset < range.start) high = middle - 1;
    else if (offset >= range.end) low = middle + 1;
    else return blocks[middle];
  }
  return undefined;
}
