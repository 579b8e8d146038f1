import { resourcesAsk } from '../asks/resources.ts';
import { gapRule } from '../gap-rule.ts';

export const resourcesVague = gapRule(
  {
    id: 'resources-vague',
    title: 'Somebody who was not there can find the resources.',
    severity: 'warning',
    kind: 'vague',
  },
  resourcesAsk,
);
