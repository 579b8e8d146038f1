import type { TextRange } from '../text.ts';
import type { Role } from '../vocabulary/labels.ts';
import { questionHint } from '../vocabulary/questions.ts';
import { relativeDayHint } from '../vocabulary/relative-days.ts';
import { rememberedHint } from '../vocabulary/resources.ts';
import { timeHint } from '../vocabulary/times.ts';
import type { MarkdownDocument } from './document.ts';
import type { Block } from './markdown.ts';
import { sectionsOf } from './sections.ts';
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

/** What rules look for in prose, each by what all of it holds from the start of a word on. */
const hints = { memory: rememberedHint, day: relativeDayHint, time: timeHint, question: questionHint };

export type ProseHint = keyof typeof hints;

/** All of them at once, looked for where words begin: it takes longer than what is then done with most texts. */
const anyHint = new RegExp(
  String.raw`\b(?:${Object.entries(hints)
    .map(([name, { source }]) => `(?<${name}>${source})`)
    .join('|')})`,
  'gi',
);

type Places = Readonly<Record<ProseHint, readonly number[]>>;

/** Of the document that was looked through last: its rules run one after the other. */
let last: { readonly document: MarkdownDocument; readonly places: Places } | undefined;

/** Where the hints stand in a document's body, in order; looked for once. */
function hintsIn(document: MarkdownDocument): Places {
  if (last?.document === document) return last.places;
  const places: Record<ProseHint, number[]> = { memory: [], day: [], time: [], question: [] };
  anyHint.lastIndex = document.bodyStart;
  for (let match = anyHint.exec(document.text); match; match = anyHint.exec(document.text)) {
    const { memory, day, time } = match.groups ?? {};
    const name = memory !== undefined ? 'memory' : day !== undefined ? 'day' : time !== undefined ? 'time' : 'question';
    places[name].push(match.index);
  }
  last = { document, places };
  return places;
}

/**
 * The passages in which a hint stands; most documents hold none.
 * Left out are quoted blocks, ticked items, and sections that play one of `without`.
 */
export function passagesWith(document: MarkdownDocument, hint: ProseHint, without: readonly Role[] = []): Passage[] {
  const places = hintsIn(document)[hint];
  if (places.length === 0) return [];
  const left = without.flatMap((role) => sectionsOf(document, role));
  const passages: Passage[] = [];
  let next = 0;
  for (const [at, block] of document.blocks.entries()) {
    const { start, end } = block.range;
    while ((places[next] ?? Number.POSITIVE_INFINITY) < start) next++;
    if ((places[next] ?? Number.POSITIVE_INFINITY) >= end) continue;
    if (left.some(({ from, to }) => from <= at && at < to)) continue;
    const passage = passageOf(document, block);
    if (passage) passages.push(passage);
  }
  return passages;
}

/** The block as a passage; null for what is quoted, ticked, or neither a paragraph nor a list item. */
export function passageOf(document: MarkdownDocument, block: Block): Passage | null {
  if (!isSaid(document, block)) return null;
  const words = textOf(document, block.range).replace(notSaid, ({ length }) => ' '.repeat(length));
  return { range: block.range, words };
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
