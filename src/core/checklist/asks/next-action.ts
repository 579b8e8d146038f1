import { sectionsOf } from '../../document/sections.ts';
import type { Ask } from '../gap-rule.ts';
import { groundsForNextAction } from '../grounds/next-action.ts';
import { addSection } from '../mending/add-section.ts';
import { mendGap } from '../mending/mend-gap.ts';

const prompt = `1. \${1:[The first thing to do, concrete enough to start]}`;

export const nextActionAsk: Ask = {
  judgementIn: ({ status }) => status.next,
  reason: 'Write the next step so that a team-mate can take it while you sleep.',
  // Where every criterion is met, the question is whether anything is left.
  unless: 'criteria-met-status-open',
  grounds: groundsForNextAction,
  mend: ({ item, judgements: { status } }) => {
    const { start } = status.next.range;
    // Where every step is ticked.
    const ticked = sectionsOf(item.document, 'next').filter(({ headingRange }) => headingRange.start === start);
    return mendGap(item, status.next, prompt) ?? addSection(item, 'Next Steps', prompt, 'end', ticked);
  },
};
