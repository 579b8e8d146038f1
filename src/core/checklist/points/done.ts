import type { MarkdownDocument } from '../../document/document.ts';
import type { Block } from '../../document/markdown.ts';
import { type Section, sectionsOf } from '../../document/sections.ts';
import { type Substance, substanceOf, textOf } from '../../document/substance.ts';
import type { WorkItem } from '../../document/work-item.ts';
import { isPlaceholder, isStatedNone } from '../../vocabulary/lookup.ts';
import { isAttempt, isVague } from '../../vocabulary/vague.ts';
import {
  isLabelled,
  type Judgement,
  type LesserWords,
  metBy,
  metBySection,
  metVaguely,
  onlyBlock,
  unmet,
  unmetVaguely,
  wordsOf,
} from '../judgement.ts';

/** Shorter texts without a list define nothing that two people would agree on. In UTF-16 code units. */
const shortestDefinition = 15;

/** A sentence that tells what has been checked, rather than what is to hold in the end. */
const reported = /^[^.\r\n]{0,80}\b(?:was|were|has been|have been) (?:validated|verified|tested|checked)\b/i;

/** The end of a sentence that introduces what the work has to bring: "The new feature must:" */
const introduction =
  /\b(?:feature|implementation|solution|result|change|design|system|tool|work|project|goal)s?\b[^.\r\n]{0,60}? (?:should|must|shall|is (?:done|finished|complete) (?:when|once|if)):$/i;

const lack = 'means something else to everybody who reads it';

/** Point 5: a clear definition of "done" is provided. */
export function judgeDone(item: WorkItem): Judgement {
  const { document } = item;
  const sections = sectionsOf(document, 'done');
  const lesser: LesserWords = { vague: null, short: null };
  const said = bySection(item, sections, lesser) ?? byField(item, lesser);
  if (said) return said;
  const outcome = introducedOutcome(document);
  if (outcome) return metBy(item, outcome.range);
  if (lesser.vague) return metVaguely(item, lesser.vague, lack);
  if (lesser.short) return unmetVaguely(item, lesser.short, lack);
  return unmet(item, 'done', sections, 'No definition of done is given.');
}

function bySection(item: WorkItem, sections: readonly Section[], lesser: LesserWords): Judgement | null {
  const { document } = item;
  for (const section of sections) {
    const substance = substanceOf(document, section);
    const { first, items, length } = substance;
    if (!first) continue;
    if (items.length === 0 && !item.finished && reported.test(textOf(document, first.range))) continue;
    if (items.length === 0 && isStatedNone(textOf(document, first.range))) continue;
    if (items.length === 0 && length < shortestDefinition) lesser.short ??= wordsOf(section, first);
    else if (isLabelled(document, section) && saysOnlyThatItWorks(document, substance)) lesser.vague ??= first.range;
    else return metBySection(item, section, items[0] ?? first);
  }
  return null;
}

function byField(item: WorkItem, lesser: LesserWords): Judgement | null {
  for (const { roles, value, valueRange } of item.document.fields) {
    if (!roles.includes('done') || isPlaceholder(value)) continue;
    if (value.length < shortestDefinition) lesser.short ??= isAttempt(value) ? valueRange : null;
    else if (isVague('done', value)) lesser.vague ??= valueRange;
    else return metBy(item, valueRange);
  }
  return null;
}

function saysOnlyThatItWorks(document: MarkdownDocument, substance: Substance): boolean {
  const { first, items } = substance;
  if (items.length === 0 || first !== items[0]) {
    const only = onlyBlock(document, substance);
    return only !== null && isVague('done', textOf(document, only.range));
  }
  return items.every(({ range }) => isVague('done', textOf(document, range)));
}

/** The first of several outcomes that a sentence introduces. */
function introducedOutcome({ blocks, text }: MarkdownDocument): Block | null {
  for (const [at, { kind, range }] of blocks.entries()) {
    if (kind !== 'paragraph' || text.charAt(range.end - 1) !== ':') continue;
    const [first, second] = blocks.slice(at + 1, at + 3);
    if (first?.kind === 'item' && second?.kind === 'item' && introduction.test(text.slice(range.start, range.end)))
      return first;
  }
  return null;
}
