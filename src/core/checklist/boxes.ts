import type { MarkdownDocument } from '../document/document.ts';
import type { Block, ListItem } from '../document/markdown.ts';
import { sectionsOf } from '../document/sections.ts';
import { textOf } from '../document/substance.ts';
import { taskList } from '../document/task-list.ts';
import { isPlaceholder } from '../vocabulary/lookup.ts';

/** The boxes by which a document measures whether its work is done, in order. */
export interface Boxes {
  readonly criteria: readonly ListItem[];
  /** The other ones. */
  readonly tasks: readonly ListItem[];
}

/** Headings over what is left for other work. */
const later =
  /\b(?:follow[- ]?ups?|next|future|later|remaining|roadmap|optional|nice[- ]to[- ]haves?|stretch|deferred|post-?(?:release|launch|merge)|out of scope|non-?goals?|backlog|known issues|open questions|metrics)\b/i;

/** A box that says itself that it need not be ticked. */
const waived =
  /~~|\b(?:optional(?:ly)?|deferred|postponed|skipped|moved to|n\/a|not applicable|not needed|no longer|out of scope|won['’]t|follow[- ]?up|future|(?:if|when|where) (?:applicable|needed|necessary|required|relevant|possible)|(?:if|when) \S+ (?:is |are )?(?:touched|changed|affected))\b/i;

/** Boxes of criteria and tasks, without those for other work, those that need not be ticked and those that hold a place. */
export function boxesOf(document: MarkdownDocument): Boxes {
  const { blocks, boxes, sections } = document;
  if (boxes.length === 0) return { criteria: [], tasks: [] };
  const within = (ranges: readonly { from: number; to: number }[]): Set<Block> =>
    new Set(ranges.flatMap(({ from, to }) => blocks.slice(from, to)));
  const others = within(sections.filter(({ title, roles }) => later.test(title) || roles.includes('none')));
  const inCriteria = within(sectionsOf(document, 'done'));
  const inTasks = within(sectionsOf(document, 'next'));
  for (const task of taskList(document)) inTasks.add(task);
  const counted = boxes.filter((box) => !others.has(box) && counts(textOf(document, box.range)));
  return {
    criteria: counted.filter((box) => inCriteria.has(box)),
    tasks: counted.filter((box) => inTasks.has(box) && !inCriteria.has(box)),
  };
}

const counts = (text: string): boolean => !waived.test(text) && !isPlaceholder(text);
