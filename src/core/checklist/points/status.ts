import { sectionsOf } from '../../document/document.ts';
import type { ListItem } from '../../document/markdown.ts';
import { statusSections } from '../../document/statuses.ts';
import { substanceOf, textOf } from '../../document/substance.ts';
import { taskList } from '../../document/task-list.ts';
import type { WorkItem } from '../../document/work-item.ts';
import type { Verdict } from '../../report.ts';
import { isPlaceholder } from '../../vocabulary/lookup.ts';
import { firstLineOf, type Judgement, metBy, metBySection, unmet } from '../judgement.ts';

/** The two halves of the status point, and both together. */
export interface StatusJudgement extends Judgement {
  readonly current: Judgement;
  readonly next: Omit<Judgement, 'verdict'> & { readonly verdict: Verdict };
}

/** Point 3: the current status and next action are explicitly defined. Finished work needs no next action. */
export function judgeStatus(item: WorkItem): StatusJudgement {
  const current = judgeCurrentStatus(item);
  const next = item.finished
    ? { verdict: 'not-applicable' as const, range: current.range, evidence: 'The work is over.' }
    : judgeNextAction(item);
  if (current.verdict === 'unmet') {
    const evidence = next.verdict === 'unmet' ? `${current.evidence} ${next.evidence}` : current.evidence;
    return { verdict: 'unmet', range: current.range, evidence, current, next };
  }
  if (next.verdict === 'unmet') return { verdict: 'unmet', range: next.range, evidence: next.evidence, current, next };
  const evidence = next.verdict === 'met' ? `${current.evidence}; next: ${next.evidence}` : current.evidence;
  return { verdict: 'met', range: current.range, evidence, current, next };
}

function judgeCurrentStatus(item: WorkItem): Judgement {
  const [status] = item.statuses;
  if (status) return { verdict: 'met', range: firstLineOf(item, status.range), evidence: status.value };
  const sections = statusSections(item.document).filter(
    (section) => item.document.vocabulary.rolesOfHeading(section.title).length === 1,
  );
  for (const section of sections) {
    const { first } = substanceOf(item.document, section);
    if (first) return metBySection(item, section, first);
  }
  return unmet(item, sections, 'No current status is stated.');
}

/** The first open box of a list of tasks; criteria that are not met yet are no tasks. */
function openTask({ document }: WorkItem): ListItem | undefined {
  const criteria = sectionsOf(document, 'done').map(({ from, to }) => document.blocks.slice(from, to));
  const known = new Set(criteria.flat());
  return taskList(document).find(
    (task) => !task.checked && !known.has(task) && !isPlaceholder(textOf(document, task.range)),
  );
}

/** A next action is a step that is written down as one and not ticked; acceptance criteria are none. */
function judgeNextAction(item: WorkItem): Judgement {
  const { document } = item;
  const field = document.fields.find((found) => found.roles.includes('next') && !isPlaceholder(found.value));
  if (field) return metBy(item, field.valueRange);
  const criteria = sectionsOf(document, 'done');
  // "Phase 1: alpha" below "Graduation criteria" tells when a phase is over.
  const sections = sectionsOf(document, 'next').filter(
    (section) => !criteria.some(({ from, to }) => section.from > from && section.from <= to),
  );
  let allTicked = null;
  for (const section of sections) {
    const { first, items } = substanceOf(document, section);
    const boxes = items.filter((found) => found.checked !== null);
    const open = boxes.find((found) => !found.checked);
    if (open) return metBySection(item, section, open);
    if (boxes.length > 0) allTicked ??= section;
    else if (first) return metBySection(item, section, items[0] ?? first);
  }
  for (const section of sectionsOf(document, 'plan')) {
    const { items } = substanceOf(document, section);
    // What is recommended as a list is a list of steps; an approach may be a list of thoughts.
    const recommended = items.length > 1 && /^recommend/i.test(section.title);
    const step = items.find((found) => recommended || found.ordered || found.checked === false);
    if (step) return metBySection(item, section, step);
  }
  const task = openTask(item);
  if (task) return metBy(item, task.range);
  if (allTicked)
    return {
      verdict: 'unmet',
      range: allTicked.headingRange,
      evidence: 'Every step is ticked, and no next action is named.',
    };
  return unmet(item, sections, 'No next action is named.');
}
