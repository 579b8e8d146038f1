import { resourcesAsk } from '../asks/resources.ts';
import { gapRule } from '../gap-rule.ts';

export const resourcesPlaceholder = gapRule(
  {
    id: 'resources-placeholder',
    title: 'The place for resources is filled in.',
    severity: 'information',
    kind: 'placeholder',
  },
  resourcesAsk,
);
