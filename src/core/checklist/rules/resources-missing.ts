import { resourcesAsk } from '../asks/resources.ts';
import { gapRule } from '../gap-rule.ts';

export const resourcesMissing = gapRule(
  {
    id: 'resources-missing',
    title: 'The files, links and other resources that the work needs are named.',
    severity: 'information',
    kind: 'absent',
  },
  resourcesAsk,
);
