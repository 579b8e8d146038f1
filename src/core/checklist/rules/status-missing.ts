import { statusAsk } from '../asks/status.ts';
import { gapRule } from '../gap-rule.ts';

export const statusMissing = gapRule(
  {
    id: 'status-missing',
    title: 'The current status is stated.',
    severity: 'warning',
    kind: 'absent',
  },
  statusAsk,
);
