import { sectionsOf } from '../../document/sections.ts';
import { substanceOf, textOf } from '../../document/substance.ts';
import type { WorkItem } from '../../document/work-item.ts';
import { leftHeading } from '../../vocabulary/left-to-do.ts';
import { isPlaceholder, isStatedNone } from '../../vocabulary/lookup.ts';
import type { StatusKind } from '../../vocabulary/status-words.ts';
import { boxesOf } from '../boxes.ts';
import type { Rule } from '../rule.ts';
import { statusesDisagree } from './statuses-disagree.ts';

/** Fewer criteria may be there by chance. */
const fewest = 2;

/** Open statuses that met criteria fit: somebody has still to look at the work, or the criteria are those of the text itself. */
const fitting =
  /\b(?:review|test(?:ing|ed)?|qa|verif\w+|validat\w+|approv\w+|accepted|merg\w+|deploy\w*|releas\w+|ready for|draft|propos\w+|provisional|implementable|experimental|living|ongoing|active|last call|reopened|partial\w*|deferred|paused|on hold)\b/i;

export const criteriaMetStatusOpen: Rule = {
  id: 'criteria-met-status-open',
  title: 'Work whose criteria are all met is not called open.',
  severity: 'information',
  openOnly: true,
  find: ({ item, judgements: { status } }, { found }) => {
    const { document } = item;
    const [stated] = item.statuses;
    if (!stated || !isOpen(document.vocabulary.statusKind(stated.value)) || fitting.test(stated.value)) return [];
    if (found.some(({ rule }) => rule === statusesDisagree.id)) return [];
    if (document.boxes.some(({ checked }) => !checked)) return [];
    const { criteria } = boxesOf(document);
    if (criteria.length < fewest || hasNextSteps(item)) return [];
    return [
      {
        range: status.current.range,
        message: `All ${criteria.length} criteria are ticked, but the status is "${stated.value}". Set it to what is true, or write what is left to do, so that nobody starts what is finished.`,
      },
    ];
  },
  // Only its author knows which of the two is true.
  mend: () => null,
};

const isOpen = (kind: StatusKind | null): boolean => kind === 'active' || kind === 'in-progress';

/** Whether it says outside of boxes what is left to do. */
function hasNextSteps({ document }: WorkItem): boolean {
  const says = (text: string): boolean => !isPlaceholder(text) && !isStatedNone(text);
  if (document.fields.some(({ roles, value }) => roles.includes('next') && says(value))) return true;
  return sectionsOf(document, 'next').some((section) => {
    const { first } = substanceOf(document, section);
    if (!first || !leftHeading.test(section.title) || !says(textOf(document, first.range))) return false;
    return first.kind !== 'item' || first.checked === null;
  });
}
