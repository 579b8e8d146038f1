import type { TextRange } from '../text.ts';
import type { Role } from '../vocabulary/labels.ts';
import { type MarkdownDocument, sectionsOf } from './document.ts';
import type { Block } from './markdown.ts';
import { textOf } from './substance.ts';

/** A paragraph or list item in its author's own words. */
export interface Passage {
  readonly range: TextRange;
  /** Its text with blanks for code, quotations, addresses, comments, struck text and line ends: every word keeps its offset. */
  readonly words: string;
}

/** What stands in a text without being said by its author now. Each kind ends soon or takes all that follows, so that no text takes long. */
const notSaid =
  /`[^`]*(?:`|$)|"[^"]{1,300}"|“[^”]{1,300}”|<!--[\s\S]*?(?:-->|$)|~~[^~]*(?:~~|$)|\]\([^)\s]{0,500}\)|https?:\/\/\S+|[\r\n]/g;

/**
 * The passages in which `hint` (global) is found: most documents hold none, and are looked through once.
 * Left out are quoted blocks, ticked items, and sections that play one of `without`.
 */
export function passagesWith(document: MarkdownDocument, hint: RegExp, without: readonly Role[] = []): Passage[] {
  const { text, blocks, bodyStart } = document;
  hint.lastIndex = bodyStart;
  let found = hint.exec(text);
  if (!found) return [];
  const left = without.flatMap((role) => sectionsOf(document, role));
  const passages: Passage[] = [];
  for (const [at, block] of blocks.entries()) {
    const { start, end } = block.range;
    if (found && found.index < start) {
      hint.lastIndex = start;
      found = hint.exec(text);
    }
    if (!found) break;
    if (found.index >= end || !isSaid(document, block)) continue;
    if (left.some(({ from, to }) => from <= at && at < to)) continue;
    passages.push({
      range: block.range,
      words: textOf(document, block.range).replace(notSaid, ({ length }) => ' '.repeat(length)),
    });
  }
  return passages;
}

function isSaid({ text, lines }: MarkdownDocument, block: Block): boolean {
  if (block.kind !== 'paragraph' && (block.kind !== 'item' || block.checked)) return false;
  return !text.slice(lines.starts[block.line], block.range.start).includes('>');
}

/** The sentence around `at`, and where it begins in `words`. */
export function sentenceAt(words: string, at: number): { readonly sentence: string; readonly start: number } {
  let start = 0;
  for (const { index, 0: end } of words.slice(0, at).matchAll(/[.!?;](?=\s)/g)) start = index + end.length;
  const rest = words.slice(at).search(/[.!?;](?=\s|$)/);
  return { sentence: words.slice(start, rest < 0 ? words.length : at + rest), start };
}

/** A place in a passage as one in its document. */
export function placeIn({ range }: Passage, index: number, length: number): TextRange {
  const start = range.start + index;
  return { start, end: start + length };
}
