import { dependenciesAsk } from '../asks/dependencies.ts';
import { gapRule } from '../gap-rule.ts';

export const dependenciesMissing = gapRule(
  {
    id: 'dependencies-missing',
    title: 'Dependencies on people and other work are listed, or it is said that there are none.',
    severity: 'information',
    kind: 'absent',
  },
  dependenciesAsk,
);
