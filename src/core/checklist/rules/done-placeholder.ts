import { doneAsk } from '../asks/done.ts';
import { gapRule } from '../gap-rule.ts';

export const donePlaceholder = gapRule(
  {
    id: 'done-placeholder',
    title: 'The place for the definition of done is filled in.',
    severity: 'warning',
    kind: 'placeholder',
  },
  doneAsk,
);
