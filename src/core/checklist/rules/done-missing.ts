import { doneAsk } from '../asks/done.ts';
import { gapRule } from '../gap-rule.ts';

export const doneMissing = gapRule(
  {
    id: 'done-missing',
    title: 'There is a definition of done.',
    severity: 'warning',
    kind: 'absent',
  },
  doneAsk,
);
