import type { Block } from '../../document/markdown.ts';
import { type Section, sectionsOf } from '../../document/sections.ts';
import { type Fact, statusSections } from '../../document/statuses.ts';
import { type Substance, substanceOf, textOf } from '../../document/substance.ts';
import { taskList } from '../../document/task-list.ts';
import type { WorkItem } from '../../document/work-item.ts';
import type { Verdict } from '../../report.ts';
import type { TextRange } from '../../text.ts';
import { isPlaceholder } from '../../vocabulary/lookup.ts';
import { isVague } from '../../vocabulary/vague.ts';
import {
  firstLineOf,
  isLabelled,
  type Judgement,
  metBy,
  metBySection,
  metVaguely,
  onlyBlock,
  unmet,
  unmetAt,
} from '../judgement.ts';

/** The two halves of the status point, and both together. */
export interface StatusJudgement extends Omit<Judgement, 'gap'> {
  readonly current: Judgement;
  readonly next: Omit<Judgement, 'verdict'> & { readonly verdict: Verdict };
}

/** Point 3: the current status and next action are explicitly defined. Finished work needs no next action. */
export function judgeStatus(item: WorkItem): StatusJudgement {
  const current = judgeCurrentStatus(item);
  const next = item.finished
    ? { verdict: 'not-applicable' as const, range: current.range, evidence: () => 'The work is over.', gap: null }
    : judgeNextAction(item);
  if (current.verdict === 'unmet') {
    const evidence = next.verdict === 'unmet' ? () => `${current.evidence()} ${next.evidence()}` : current.evidence;
    return { verdict: 'unmet', range: current.range, evidence, current, next };
  }
  if (next.verdict === 'unmet') return { verdict: 'unmet', range: next.range, evidence: next.evidence, current, next };
  const evidence = next.verdict === 'met' ? () => `${current.evidence()}; next: ${next.evidence()}` : current.evidence;
  return { verdict: 'met', range: current.range, evidence, current, next };
}

function judgeCurrentStatus(item: WorkItem): Judgement {
  const [status] = item.statuses;
  if (status) {
    if (isVagueStatus(item, status)) return metVaguely(item, status.range, 'tells only its author how far the work is');
    return { verdict: 'met', range: firstLineOf(item, status.range), evidence: () => status.value, gap: null };
  }
  const sections = statusSections(item.document).filter(
    (section) => item.document.vocabulary.rolesOfHeading(section.title).length === 1,
  );
  for (const section of sections) {
    const { first } = substanceOf(item.document, section);
    if (first) return metBySection(item, section, first);
  }
  return unmet(item, 'status', sections, 'No current status is stated.');
}

/** Whether the status is no status word and tells nothing, and nothing stands below it that does. */
function isVagueStatus({ document }: WorkItem, { value, range, source }: Fact): boolean {
  if (!isVague('status', value) || document.vocabulary.statusKind(value) !== null) return false;
  if (source !== 'section') return true;
  return statusSections(document).some(
    (section) => onlyBlock(document, substanceOf(document, section))?.range.start === range.start,
  );
}

const vagueStep = 'is a step for its author alone';

/** The first open box of a list of tasks that names a step; criteria that are not met yet are no tasks. */
function openTask(item: WorkItem): Judgement | null {
  const { document } = item;
  const tasks = taskList(document);
  if (tasks.length === 0) return null;
  const known = new Set<Block>();
  for (const { from, to } of sectionsOf(document, 'done'))
    for (const block of document.blocks.slice(from, to)) known.add(block);
  const open = tasks.filter(
    (task) => !task.checked && !known.has(task) && !isPlaceholder(textOf(document, task.range)),
  );
  const step = open.find(({ range }) => !isVague('next', textOf(document, range)));
  if (step) return metBy(item, step.range);
  return open[0] ? metVaguely(item, open[0].range, vagueStep) : null;
}

/** The first step of an approach or a recommendation. */
function inPlan(item: WorkItem): Judgement | null {
  for (const section of sectionsOf(item.document, 'plan')) {
    const { items } = substanceOf(item.document, section);
    // What is recommended as a list is a list of steps; an approach may be a list of thoughts.
    const recommended = items.length > 1 && /^recommend/i.test(section.title);
    const step = items.find((found) => recommended || found.ordered || found.checked === false);
    if (step) return metBySection(item, section, step);
  }
  return null;
}

/** A next action is a step that is written down as one and not ticked; acceptance criteria are none. */
function judgeNextAction(item: WorkItem): Judgement {
  const { document } = item;
  let vague: TextRange | null = null;
  for (const { roles, value, valueRange } of document.fields) {
    if (!roles.includes('next') || isPlaceholder(value)) continue;
    if (!isVague('next', value)) return metBy(item, valueRange);
    vague ??= valueRange;
  }
  const criteria = sectionsOf(document, 'done');
  // "Phase 1: alpha" below "Graduation criteria" tells when a phase is over.
  const sections = sectionsOf(document, 'next').filter(
    (section) => !criteria.some(({ from, to }) => section.from > from && section.from <= to),
  );
  let allTicked = null;
  for (const section of sections) {
    const substance = substanceOf(document, section);
    const [step] = stepsLeft(substance);
    if (!step) allTicked ??= substance.first && section;
    else if (isVagueStep(item, section, substance)) vague ??= step.range;
    else return metBySection(item, section, step);
  }
  const planned = inPlan(item) ?? openTask(item);
  if (planned) return planned;
  if (vague) return metVaguely(item, vague, vagueStep);
  if (allTicked) return unmetAt('absent', allTicked.headingRange, 'Every step is ticked, and no next action is named.');
  return unmet(item, 'next', sections, 'No next action is named.');
}

/** What is left to do of what a section says: the boxes that are not ticked, where it has boxes. */
function stepsLeft({ first, items }: Substance): readonly Block[] {
  const boxes = items.filter(({ checked }) => checked !== null);
  if (boxes.length > 0) return boxes.filter(({ checked }) => !checked);
  return items.length > 0 || !first ? items : [first];
}

/** Whether all that a section names as left to do leaves open what that is. */
function isVagueStep({ document }: WorkItem, section: Section, substance: Substance): boolean {
  if (!isLabelled(document, section)) return false;
  const steps = substance.first === substance.items[0] ? stepsLeft(substance) : [onlyBlock(document, substance)];
  return steps.every((step) => step !== null && isVague('next', textOf(document, step.range)));
}
