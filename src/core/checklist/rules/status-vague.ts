import { statusAsk } from '../asks/status.ts';
import { gapRule } from '../gap-rule.ts';

export const statusVague = gapRule(
  {
    id: 'status-vague',
    title: 'The status says where the work stands.',
    severity: 'information',
    kind: 'vague',
  },
  statusAsk,
);
