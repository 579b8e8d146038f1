import { nextActionAsk } from '../asks/next-action.ts';
import { gapRule } from '../gap-rule.ts';

export const nextActionMissing = gapRule(
  {
    id: 'next-action-missing',
    title: 'The next action of open work is named.',
    severity: 'information',
    kind: 'absent',
  },
  nextActionAsk,
);
