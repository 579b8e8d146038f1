import { detached, type TextRange } from '../text.ts';
import { bareText, saysNothing } from '../vocabulary/lookup.ts';
import type { MarkdownDocument } from './document.ts';
import type { Block, ListItem } from './markdown.ts';
import type { Section } from './sections.ts';

/** What stands in a section beside headings, comments and template text. */
export interface Substance {
  /** The first block that says something. */
  readonly first: Block | null;
  /** How much is said, in UTF-16 code units. */
  readonly length: number;
  /** The list items that say something. */
  readonly items: readonly ListItem[];
  /** The first block that only holds the place of something. */
  readonly placeholder: Block | null;
}

/** Reads what a section says. */
export function substanceOf(document: MarkdownDocument, section: Pick<Section, 'from' | 'to'>): Substance {
  let first: Block | null = null;
  let placeholder: Block | null = null;
  let length = 0;
  const items: ListItem[] = [];
  for (let at = section.from; at < section.to; at++) {
    const block = document.blocks[at] as Block;
    if (block.kind === 'heading' || block.kind === 'html' || block.kind === 'rule') continue;
    const bare = bareText(textOf(document, block.range));
    if (block.kind !== 'code' && block.kind !== 'table' && saysNothing(bare)) {
      if (bare !== '') placeholder ??= block;
      continue;
    }
    first ??= block;
    length += bare.length;
    if (block.kind === 'item') items.push(block);
  }
  return { first, length, items, placeholder };
}

/** The document's text in `range`. */
export function textOf(document: MarkdownDocument, range: TextRange): string {
  return document.text.slice(range.start, range.end);
}

/** The text as one line of at most `length` UTF-16 code units, without markdown's marks and what a terminal would obey, for people to read; a string of its own. */
export function excerpt(text: string, length = 80): string {
  const bare = bareText(text.slice(0, 1000));
  // What stands after the cut needs no look; a link's `!` may stand right before it.
  const plain = isPlain(bare.slice(0, length + 2));
  const line = plain ? bare : unmarked(bare);
  if (line.length <= length) return detached(line);
  const cut = line.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '');
  return detached(`${cut.trimEnd()}…`);
}

/** Whether `unmarked` would leave the text as it is; true of most. */
const isPlain = (text: string): boolean => !/[^ -)+-Z\\-_a-~\u00a1-\u01ff\u2010-\u2027\u2190-\u22ff]| {2}/.test(text);

function unmarked(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`]/g, '')
    .replace(/[\s\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim();
}
