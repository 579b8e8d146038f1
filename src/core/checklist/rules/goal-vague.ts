import { goalAsk } from '../asks/goal.ts';
import { gapRule } from '../gap-rule.ts';

export const goalVague = gapRule(
  {
    id: 'goal-vague',
    title: 'The goal says what is to be achieved.',
    severity: 'warning',
    kind: 'vague',
  },
  goalAsk,
);
