import type { MarkdownDocument } from '../../document/document.ts';
import { refersWithin } from '../../document/references.ts';
import { sectionsOf } from '../../document/sections.ts';
import { excerpt, substanceOf, textOf } from '../../document/substance.ts';
import type { TextRange } from '../../text.ts';
import { namesWork } from '../../vocabulary/dependencies.ts';
import { nextLabel } from '../../vocabulary/left-to-do.ts';
import { isPlaceholder, normalizeLabel } from '../../vocabulary/lookup.ts';
import { givenUp } from '../../vocabulary/status-words.ts';
import type { Rule } from '../rule.ts';
import { saysFinished, wholeStatuses } from '../whole-statuses.ts';
import { finishedOpenCriteria } from './finished-open-criteria.ts';
import { statusesDisagree } from './statuses-disagree.ts';

export const finishedNextAction: Rule = {
  id: 'finished-next-action',
  title: 'Finished work has no next action.',
  severity: 'information',
  openOnly: false,
  find: ({ item }, { found }) => {
    if (!item.finished) return [];
    const next = nextAction(item.document);
    const [stated] = next ? wholeStatuses(item) : [];
    if (!next || !stated || !saysFinished(item, stated) || givenUp.test(stated.value)) return [];
    // One contradiction is told once.
    if (found.some(({ rule }) => rule === statusesDisagree.id || rule === finishedOpenCriteria.id)) return [];
    return [
      {
        range: next.range,
        message: `The status is "${stated.value}", but the next action is "${next.words}". Remove it, move it to a work item of its own, or reopen the work, so that nobody wonders what is left.`,
      },
    ];
  },
  // Only its author knows which of these is true.
  mend: () => null,
};

interface NextAction {
  readonly words: string;
  readonly range: TextRange;
}

/** Headings over records of what was to be done at some time in the past. */
const record = /\b(?:qa|reviews?|log|history)\b/i;

/** The first next action that is still to be taken, as far as its words tell. */
function nextAction(document: MarkdownDocument): NextAction | null {
  for (const { roles, label, value, valueRange, source } of document.fields) {
    if (!roles.includes('next') || source === 'comment' || !nextLabel.test(normalizeLabel(label))) continue;
    if (isLeft(document, valueRange) && !isRecorded(document, valueRange) && !isOvertaken(document, valueRange))
      return { words: excerpt(value), range: valueRange };
  }
  for (const section of sectionsOf(document, 'next')) {
    if (!nextLabel.test(normalizeLabel(section.title)) || isRecorded(document, section.headingRange)) continue;
    const { first } = substanceOf(document, section);
    const blocks = document.blocks.slice(section.from, section.to);
    // Boxes are the business of finished-open-criteria.
    if (!first || blocks.some((block) => block.kind === 'item' && block.checked !== null)) continue;
    const end = (blocks.at(-1) ?? first).range.end;
    if (isLeft(document, first.range) && !hasGoneElsewhere(document, { start: first.range.start, end }))
      return { words: excerpt(textOf(document, first.range)), range: section.headingRange };
  }
  return null;
}

/** Headings over what was done in the end. */
const outcome =
  /^(?:(?:final )?(?:summary|outcome|results?|resolution)(?: of (?:the )?(?:changes|work))?|(?:completion|implementation) (?:summary|notes|report)|what (?:was|has been) done)$|\b(?:complete[d]?|done|written|delivered|landed|shipped)\b/i;

/** Whether a heading below tells what came of the work after these words were written. */
const isOvertaken = ({ sections }: MarkdownDocument, { end }: TextRange): boolean =>
  sections.some(({ title, headingRange }) => headingRange.start > end && outcome.test(title.trim()));

/** Whether it stands in a record. */
function isRecorded({ sections, blocks, text }: MarkdownDocument, { start }: TextRange): boolean {
  return sections.some(({ title, roles, headingRange, to }) => {
    const holds = headingRange.start <= start && start < (blocks[to]?.range.start ?? text.length);
    return holds && (roles.includes('log') || record.test(title));
  });
}

/** What says that nothing is left, or that it need not be done. */
const notLeft =
  /~~|✅|\b(?:none|nothing|n\/a|not applicable|done|completed?|finished|shipped|merged|closed|archived?|optional(?:ly)?|future|later|no (?:further|more|next|remaining))\b/i;

function isLeft(document: MarkdownDocument, range: TextRange): boolean {
  const text = textOf(document, range);
  return !isPlaceholder(text) && !notLeft.test(text) && !hasGoneElsewhere(document, range);
}

/** Whether it names the work items, or the documents, that it has become. */
const hasGoneElsewhere = (document: MarkdownDocument, range: TextRange): boolean =>
  namesWork.test(textOf(document, range)) || refersWithin(document.text, range);
