import { dependenciesAsk } from '../asks/dependencies.ts';
import { gapRule } from '../gap-rule.ts';

export const dependenciesPlaceholder = gapRule(
  {
    id: 'dependencies-placeholder',
    title: 'The place for dependencies is filled in.',
    severity: 'information',
    kind: 'placeholder',
  },
  dependenciesAsk,
);
