import { statusAsk } from '../asks/status.ts';
import { gapRule } from '../gap-rule.ts';

export const statusPlaceholder = gapRule(
  {
    id: 'status-placeholder',
    title: 'The place for the status is filled in.',
    severity: 'warning',
    kind: 'placeholder',
  },
  statusAsk,
);
