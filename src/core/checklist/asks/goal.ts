import type { Ask } from '../gap-rule.ts';
import { groundsForGoal } from '../grounds/goal.ts';
import { addSection } from '../mending/add-section.ts';
import { mendGap } from '../mending/mend-gap.ts';

const prompt = `\${1:[What should be true when this is done, for whom, and why]}`;

export const goalAsk: Ask = {
  judgementIn: ({ goal }) => goal,
  reason: 'A team-mate who cannot ask you needs a sentence or two: what should be true afterwards, and why.',
  grounds: groundsForGoal,
  mend: ({ item, judgements: { goal } }) => mendGap(item, goal, prompt) ?? addSection(item, 'Goal', prompt, 'start'),
};
