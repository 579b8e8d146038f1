import { goalAsk } from '../asks/goal.ts';
import { gapRule } from '../gap-rule.ts';

export const goalMissing = gapRule(
  {
    id: 'goal-missing',
    title: 'The goal is stated in writing.',
    severity: 'warning',
    kind: 'absent',
  },
  goalAsk,
);
