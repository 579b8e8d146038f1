import type { MarkdownDocument } from '../../document/document.ts';
import { sectionsOf } from '../../document/sections.ts';
import { substanceOf, textOf } from '../../document/substance.ts';
import type { WorkItem } from '../../document/work-item.ts';
import {
  beginning,
  codePlace,
  goAhead,
  goalAsOrder,
  inquiry,
  inReview,
  noPlanHeading,
  order,
  stage,
  undecided,
} from '../../vocabulary/evident.ts';
import type { Grounds } from '../gap-rule.ts';
import type { Judgements } from '../judge.ts';
import type { JudgedItem } from '../rule.ts';
import { blocksOutside } from './blocks-outside.ts';
import { boxesToDo } from './boxes-to-do.ts';
import { groundsForDone, isSpecified } from './done.ts';
import { holdsOthers } from './holds-others.ts';
import { isPutOff } from './is-put-off.ts';
import { isSmall } from './is-small.ts';
import { groundsForStatus } from './status.ts';
import { wordsIn } from './words-in.ts';

/** The next action is asked for where a reader cannot tell what to do first. */
export function groundsForNextAction(judged: JudgedItem): Grounds | null {
  const { item, judgements } = judged;
  const { document, inProgress, statuses } = item;
  // Steps that are all ticked tell of the past.
  if (judgements.status.next.range.start !== item.titleRange.start) return {};
  // What shows the state of the work without stating it shows what is next.
  if (judgements.status.current.gap?.kind === 'absent' && groundsForStatus(judged) === null) return null;
  const [status] = statuses;
  if (isPutOff(item) || (status && inReview.test(status.value))) return null;
  const boxes = boxesToDo(document);
  if (boxes.some(({ checked }) => !checked) || saysHowToBegin(document)) return null;
  if (holdsOthers(document)) return null;
  // How it was to be done does not tell how far it is.
  if (inProgress) return {};
  const isEvident =
    isPlanned(document) ||
    isDecided(item) ||
    isCodeGiven(judgements) ||
    isOrder(judged) ||
    (boxes.length === 0 && isSmall(item));
  return isEvident ? null : {};
}

/** Whether it is decided that what is described is to be built. */
const isDecided = ({ document, statuses: [status] }: WorkItem): boolean =>
  status !== undefined && goAhead.test(status.value) && isSpecified(document);

/** Whether the goal of work that nobody has begun tells what to do, and when that is done, or is to find something out. */
function isOrder(judged: JudgedItem): boolean {
  const { document, title, statuses } = judged.item;
  const { goal, done } = judged.judgements;
  const [status] = statuses;
  if (!status || document.vocabulary.statusKind(status.value) !== 'active') return false;
  if (document.boxes.some(({ checked }) => checked)) return false;
  const goals = goal.verdict === 'met' ? [title, goal.evidence()] : [title];
  if (goals.some((words) => undecided.test(words))) return false;
  if (goals.some((words) => inquiry.test(words))) return true;
  const isCheckable = done.verdict === 'met' ? done.gap === null : groundsForDone(judged) === null;
  return isCheckable && goals.some((words) => goalAsOrder.test(words));
}

function saysHowToBegin(document: MarkdownDocument): boolean {
  return blocksOutside(document, ['done', 'log'], noPlanHeading).some((block) =>
    beginning.test(wordsIn(document, block)),
  );
}

/** Whether an approach is described, or steps are numbered. */
function isPlanned(document: MarkdownDocument): boolean {
  if (sectionsOf(document, 'plan').some((section) => substanceOf(document, section).first !== null)) return true;
  const steps = blocksOutside(document, ['done', 'log', 'none'], noPlanHeading).filter(
    (block) => block.kind === 'item' && block.ordered && !block.checked,
  );
  const items = document.blocks.filter(({ kind }) => kind === 'item');
  const stages = items.filter(({ range }) => stage.test(textOf(document, range)));
  const orders = items.filter(({ range }) => order.test(textOf(document, range)));
  return Math.max(steps.length, stages.length, orders.length) >= fewestSteps;
}

const fewestSteps = 2;

/** Whether the place in the code and the criteria are given. */
function isCodeGiven({ done, resources }: Judgements): boolean {
  return (
    done.verdict === 'met' && done.gap === null && resources.verdict === 'met' && codePlace.test(resources.evidence())
  );
}
