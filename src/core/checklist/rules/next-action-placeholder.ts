import { nextActionAsk } from '../asks/next-action.ts';
import { gapRule } from '../gap-rule.ts';

export const nextActionPlaceholder = gapRule(
  {
    id: 'next-action-placeholder',
    title: 'The place for the next action is filled in.',
    severity: 'information',
    kind: 'placeholder',
  },
  nextActionAsk,
);
