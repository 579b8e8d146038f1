import { doneAsk } from '../asks/done.ts';
import { gapRule } from '../gap-rule.ts';

export const doneVague = gapRule(
  {
    id: 'done-vague',
    title: 'Two people would agree on the definition of done.',
    severity: 'warning',
    kind: 'vague',
  },
  doneAsk,
);
