import { goalAsk } from '../asks/goal.ts';
import { gapRule } from '../gap-rule.ts';

export const goalPlaceholder = gapRule(
  {
    id: 'goal-placeholder',
    title: 'The place for the goal is filled in.',
    severity: 'warning',
    kind: 'placeholder',
  },
  goalAsk,
);
