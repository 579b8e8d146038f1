import type { MarkdownDocument } from '../../document/document.ts';
import { textOf } from '../../document/substance.ts';
import type { WorkItem } from '../../document/work-item.ts';
import {
  codePlace,
  noPlanHeading,
  openEnded,
  orderSentence,
  orderTitle,
  requirement,
  undecided,
} from '../../vocabulary/evident.ts';
import { isPlaceholder } from '../../vocabulary/lookup.ts';
import { blocksOutside } from './blocks-outside.ts';
import { wordsIn } from './words-in.ts';

/** In UTF-16 code units. */
const longestSmall = 1500;
const longestTiny = 600;

/** Whether little is said. */
export const isShort = ({ text, bodyStart }: MarkdownDocument): boolean => text.length - bodyStart < longestSmall;

/** Whether some words of the text match. */
const says = (document: MarkdownDocument, words: RegExp): boolean =>
  document.blocks.some((block) => words.test(wordsIn(document, block)));

/** Whether little is said, and no vague words among it. */
const isBrief = (document: MarkdownDocument): boolean => isShort(document) && !says(document, openEnded);

/** Whether a sentence of the text tells more of what the title says. */
const tellsMore = (document: MarkdownDocument): boolean =>
  blocksOutside(document, ['log'], noPlanHeading).some(
    (block) => block.kind === 'paragraph' && !isPlaceholder(wordsIn(document, block)),
  );

/** Whether a sentence of the text tells somebody what to do. */
export const tellsToDo = (document: MarkdownDocument): boolean =>
  document.blocks.some((block) => block.kind === 'paragraph' && orderSentence.test(wordsIn(document, block)));

/** Whether a place in the code is named, or what must hold in a few sentences. */
function isDefinite(document: MarkdownDocument): boolean {
  const isTiny = document.text.length - document.bodyStart < longestTiny;
  const said = document.blocks.map(({ range }) => textOf(document, range)).filter((words) => !isPlaceholder(words));
  return said.some((words) => codePlace.test(words) || (isTiny && requirement.test(words)));
}

/** Whether the first step is to do what little is said; what else is to be considered comes with it. */
export function isSmall({ document, title }: Pick<WorkItem, 'document' | 'title'>): boolean {
  if (!isShort(document)) return false;
  if (tellsToDo(document) || (orderTitle.test(title) && tellsMore(document))) return !says(document, undecided);
  return isBrief(document) && isDefinite(document);
}

/** Whether the work is done when the one thing is done that is said to be. */
export function isOneStep({ document, title }: Pick<WorkItem, 'document' | 'title'>): boolean {
  // What is to be considered on the way does not change where a title leads that names it exactly.
  if (orderTitle.test(title) && codePlace.test(title)) return isShort(document) && !says(document, undecided);
  return isBrief(document) && tellsToDo(document) && isDefinite(document);
}
