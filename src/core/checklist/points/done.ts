import { type MarkdownDocument, sectionsOf } from '../../document/document.ts';
import type { Block } from '../../document/markdown.ts';
import { substanceOf, textOf } from '../../document/substance.ts';
import type { WorkItem } from '../../document/work-item.ts';
import { isPlaceholder } from '../../vocabulary/lookup.ts';
import { type Judgement, metBy, metBySection, unmet } from '../judgement.ts';

/** Shorter texts without a list define nothing that two people would agree on. In UTF-16 code units. */
const shortestDefinition = 15;

/** A sentence that tells what has been checked, rather than what is to hold in the end. */
const reported = /^[^.\r\n]{0,80}\b(?:was|were|has been|have been) (?:validated|verified|tested|checked)\b/i;

/** The end of a sentence that introduces what the work has to bring: "The new feature must:" */
const introduction =
  /\b(?:feature|implementation|solution|result|change|design|system|tool|work|project|goal)s?\b[^.\r\n]{0,60}? (?:should|must|shall|is (?:done|finished|complete) (?:when|once|if)):$/i;

/** Point 5: a clear definition of "done" is provided. */
export function judgeDone(item: WorkItem): Judgement {
  const { document } = item;
  const sections = sectionsOf(document, 'done');
  for (const section of sections) {
    const { first, items, length } = substanceOf(document, section);
    if (first && items.length === 0 && !item.finished && reported.test(textOf(document, first.range))) continue;
    if (first && (items.length > 0 || length >= shortestDefinition))
      return metBySection(item, section, items[0] ?? first);
  }
  const field = document.fields.find(
    ({ roles, value }) => roles.includes('done') && !isPlaceholder(value) && value.length >= shortestDefinition,
  );
  if (field) return metBy(item, field.valueRange);
  const outcome = introducedOutcome(document);
  if (outcome) return metBy(item, outcome.range);
  return unmet(item, sections, 'No definition of done is given.');
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
