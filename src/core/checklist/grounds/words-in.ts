import type { MarkdownDocument } from '../../document/document.ts';
import type { Block } from '../../document/markdown.ts';
import { passageOf } from '../../document/prose.ts';

/** In UTF-16 code units: nobody wrote a longer paragraph to be read. */
const longest = 5000;

/** A block in its author's own words, each at its offset; empty for what is none, quoted or ticked. */
export function wordsIn(document: MarkdownDocument, block: Block): string {
  const isProse = block.range.end - block.range.start <= longest;
  return (isProse && passageOf(document, block)?.words) || '';
}
