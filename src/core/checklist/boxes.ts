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
  /** How many of both kinds are open and need not be ticked. */
  readonly waived: number;
}

/** Headings over what is left for other work. */
const later =
  /\b(?:follow[- ]?ups?|next|future|later|remaining|roadmap|optional|nice[- ]to[- ]haves?|stretch|deferred|post-?(?:release|launch|merge)|out of scope|non-?goals?|backlog|known issues|open questions|metrics|improvements?|recommendations?|suggestions?)\b/i;

/** A box that says itself that it need not be ticked. */
const waived =
  /~~|\b(?:optional(?:ly)?|deferred|postponed|skipped|moved to|n\/a|not applicable|not needed|no longer|out of scope|won['’]t|follow[- ]?ups?|future|post-?(?:mvp|release|launch)|(?:if|when|where) (?:applicable|needed|necessary|required|relevant|possible)|(?:if|when) \S+ (?:is |are )?(?:touched|changed|affected))\b|(?:[–—(:]|\s-) ?(?:not (?:available|tested|used|encountered|possible|run|required|in scope)|n\/a|no longer)\b/i;

const numbered = String.raw`^[*_]*((?:task|subtask|step|criterion|AC) ?#?\d+(?:\.\d+)*)\b`;

/** How a box begins that has a name. */
const boxName = new RegExp(numbered, 'i');

/** An item without a box that says of one with such a name that it is left: "Task 6 (load test): deferred to story 12". */
const waivedByName = new RegExp(
  String.raw`${numbered}.*\b(?:optional|deferred|postponed|skipped|moved to|not needed|out of scope|follow[- ]?up)\b`,
  'i',
);

const part = String.raw`(\d+(?:\.\d+)*)`;

/** A sentence that says so of several: "Tasks 4.16-4.17 deferred", "phase 6 tasks (8, 9) were moved to story 12". */
const waivedTogether = new RegExp(
  String.raw`\b(?:(?:sub)?tasks?|steps?|criteria|ACs?) ?\(?#?${part}\)?(?: ?(-|–|—|to|through|and|&|,) ?#?${part}\)?)?:? (?:(?:is|are|was|were|has been|have been) )?(?:optional|deferred|postponed|skipped|moved to|not needed|out of scope)\b`,
  'gi',
);

/** Boxes of criteria and tasks, without those for other work, open ones that need not be ticked and those that hold a place. */
export function boxesOf(document: MarkdownDocument): Boxes {
  const { blocks, boxes, sections } = document;
  if (boxes.length === 0) return { criteria: [], tasks: [], waived: 0 };
  const within = (ranges: readonly { from: number; to: number }[]): Set<Block> =>
    new Set(ranges.flatMap(({ from, to }) => blocks.slice(from, to)));
  const others = within(sections.filter(({ title, roles }) => later.test(title) || roles.includes('none')));
  const inCriteria = within(sectionsOf(document, 'done'));
  const inTasks = within(sectionsOf(document, 'next'));
  for (const task of taskList(document)) inTasks.add(task);
  const left = waivedIn(document);
  const own = boxes.filter((box) => !others.has(box) && !isPlaceholder(textOf(document, box.range)));
  const criteria = own.filter((box) => inCriteria.has(box));
  const tasks = own.filter((box) => inTasks.has(box) && !inCriteria.has(box));
  const counts = (box: ListItem): boolean => box.checked === true || !left.has(box);
  const counted = { criteria: criteria.filter(counts), tasks: tasks.filter(counts) };
  const waived = criteria.length + tasks.length - counted.criteria.length - counted.tasks.length;
  return { ...counted, waived };
}

/** The boxes that need not be ticked, as they or another place says, with those nested below them. */
function waivedIn(document: MarkdownDocument): ReadonlySet<Block> {
  const left = new Set<Block>();
  if (document.boxes.every(({ checked }) => checked)) return left;
  let isWaivedElsewhere: ((name: string) => boolean) | undefined;
  const isWaived = (text: string): boolean => {
    if (waived.test(text)) return true;
    const name = boxName.exec(text)?.[1]?.toLowerCase();
    if (name === undefined) return false;
    // Most boxes have no name, and it takes a look at all of the text.
    isWaivedElsewhere ??= waivedElsewhere(document);
    return isWaivedElsewhere(name);
  };
  /** The depth of the waived box that holds what follows. */
  let above = Number.POSITIVE_INFINITY;
  for (const block of document.blocks) {
    if (block.depth < above || (block.depth === above && block.kind === 'item')) above = Number.POSITIVE_INFINITY;
    if (block.kind !== 'item' || block.checked === null) continue;
    if (above === Number.POSITIVE_INFINITY && isWaived(textOf(document, block.range))) above = block.depth;
    if (block.depth >= above) left.add(block);
  }
  return left;
}

/** Whether another place of the document says of the box with such a name, in lower case, that it need not be ticked. */
function waivedElsewhere(document: MarkdownDocument): (name: string) => boolean {
  const elsewhere = new Set<string>();
  for (const block of document.blocks) {
    const name =
      block.kind === 'item' && block.checked === null && waivedByName.exec(textOf(document, block.range))?.[1];
    if (name) elsewhere.add(name.toLowerCase());
  }
  const together = [...document.text.matchAll(waivedTogether)].map(([, first = '', joint, last = first]) => {
    return { first, last, isSpan: joint !== undefined && !/^(?:and|&|,)$/i.test(joint) };
  });
  const isAmong = (name: string): boolean => {
    const number = /[\d.]+$/.exec(name)?.[0] ?? '';
    return together.some(({ first, last, isSpan }) =>
      isSpan ? isBetween(number, first, last) : number === first || number === last,
    );
  };
  return (name) => elsewhere.has(name) || isAmong(name);
}

/** Whether a number such as "4.17" stands from `first` to `last`: all of them in one part, "4". */
function isBetween(number: string, first: string, last: string): boolean {
  const [within, at] = lastPart(number);
  const [from, to] = [lastPart(first), lastPart(last)];
  return within === from[0] && within === to[0] && from[1] <= at && at <= to[1];
}

/** What stands before the last number, and that number. */
function lastPart(number: string): readonly [string, number] {
  const at = number.lastIndexOf('.') + 1;
  return [number.slice(0, at), Number(number.slice(at))];
}
