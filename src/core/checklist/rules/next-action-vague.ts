import { nextActionAsk } from '../asks/next-action.ts';
import { gapRule } from '../gap-rule.ts';

export const nextActionVague = gapRule(
  {
    id: 'next-action-vague',
    title: 'Somebody else could take the next action.',
    severity: 'information',
    kind: 'vague',
  },
  nextActionAsk,
);
