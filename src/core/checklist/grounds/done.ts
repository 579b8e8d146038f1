import type { MarkdownDocument } from '../../document/document.ts';
import { substanceOf, textOf } from '../../document/substance.ts';
import {
  agreedIn,
  expectedHeading,
  noPlanHeading,
  orderedParts,
  outcomeHeading,
  requirement,
  runnableCheck,
  specificationHeading,
} from '../../vocabulary/evident.ts';
import { normalizeLabel } from '../../vocabulary/lookup.ts';
import type { Grounds } from '../gap-rule.ts';
import type { JudgedItem } from '../rule.ts';
import { blocksOutside } from './blocks-outside.ts';
import { boxesToDo } from './boxes-to-do.ts';
import { isEpic } from './holds-others.ts';
import { isDeferred } from './is-put-off.ts';
import { isOneStep } from './is-small.ts';
import { wordsIn } from './words-in.ts';

/** A definition of done is asked for where nothing else tells when the work is over. */
export function groundsForDone({ item }: JudgedItem): Grounds | null {
  const { document } = item;
  const isClear =
    document.text.length - document.bodyStart > longest ||
    boxesToDo(document).length >= fewest ||
    listsOutcomes(document) ||
    isSpecified(document) ||
    isChecked(document) ||
    isOneStep(item) ||
    isAgreed(document) ||
    isEpic(document) ||
    isDeferred(item);
  return isClear ? null : {};
}

const fewest = 2;

/** In UTF-16 code units: a longer text tells the end in more ways than are looked for here. */
const longest = 4000;

/** How much around the beginning of the body tells about a document as a whole, in UTF-16 code units. */
const around = 1000;

/** Whether it is the record of a design: when it is carried out is told where it is tracked. */
const isAgreed = ({ text, bodyStart }: MarkdownDocument): boolean =>
  agreedIn.test(text.slice(Math.max(0, bodyStart - around), bodyStart + around));

/** Whether a list, a table or steps under a fitting heading say what comes out. */
function listsOutcomes(document: MarkdownDocument): boolean {
  const { blocks, sections } = document;
  return sections.some((section) => {
    if (noPlanHeading.test(section.title)) return false;
    if (expectedHeading.test(normalizeLabel(section.title))) return substanceOf(document, section).first !== null;
    const isPlan = section.roles.includes('next') || section.roles.includes('plan');
    if (!isPlan && !outcomeHeading.test(normalizeLabel(section.title))) return false;
    if (blocks.slice(section.from, section.to).some(({ kind }) => kind === 'table')) return true;
    return substanceOf(document, section).items.length >= fewest;
  });
}

/** Below this length, in UTF-16 code units, a design tells an idea. */
const shortestSpecification = 120;

/** Whether it is described what is to be built, in a section for it. */
export function isSpecified(document: MarkdownDocument): boolean {
  return document.sections.some(
    (section) =>
      specificationHeading.test(section.title) &&
      !noPlanHeading.test(section.title) &&
      substanceOf(document, section).length >= shortestSpecification,
  );
}

/** Whether a sentence says what must hold in the end, or a command shows it. */
function isChecked(document: MarkdownDocument): boolean {
  return blocksOutside(document, ['log'], noPlanHeading).some((block) => {
    const text = textOf(document, block.range);
    if (block.kind === 'code') return runnableCheck.test(text);
    if (block.kind === 'table') return requirement.test(text);
    const words = wordsIn(document, block);
    return words !== '' && (requirement.test(words) || orderedParts.test(words) || runnableCheck.test(text));
  });
}
