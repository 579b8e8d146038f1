import type { MarkdownDocument } from '../../document/document.ts';
import { textOf } from '../../document/substance.ts';
import { codePlace, openEnded, orderSentence, requirement } from '../../vocabulary/evident.ts';
import { isPlaceholder } from '../../vocabulary/lookup.ts';
import { wordsIn } from './words-in.ts';

/** In UTF-16 code units. */
const longestSmall = 1500;
const longestTiny = 600;

/** Whether little is said, and no vague words among it. */
const isBrief = (document: MarkdownDocument): boolean =>
  document.text.length - document.bodyStart < longestSmall &&
  !document.blocks.some((block) => openEnded.test(wordsIn(document, block)));

/** Whether a sentence of the text tells somebody what to do. */
const tellsToDo = (document: MarkdownDocument): boolean =>
  document.blocks.some((block) => block.kind === 'paragraph' && orderSentence.test(wordsIn(document, block)));

/** Whether a place in the code is named, or what must hold in a few sentences. */
function isDefinite(document: MarkdownDocument): boolean {
  const isTiny = document.text.length - document.bodyStart < longestTiny;
  const said = document.blocks.map(({ range }) => textOf(document, range)).filter((words) => !isPlaceholder(words));
  return said.some((words) => codePlace.test(words) || (isTiny && requirement.test(words)));
}

/** Whether the first step is to do what little is said. */
export function isSmall(document: MarkdownDocument): boolean {
  return isBrief(document) && (tellsToDo(document) || isDefinite(document));
}

/** Whether the work is done when the one thing is done that is said to be. */
export function isOneStep(document: MarkdownDocument): boolean {
  return isBrief(document) && tellsToDo(document) && isDefinite(document);
}
