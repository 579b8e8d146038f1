import { dependenciesAsk } from '../asks/dependencies.ts';
import { gapRule } from '../gap-rule.ts';

export const dependenciesEmpty = gapRule(
  {
    id: 'dependencies-empty',
    title: 'An empty dependencies field is confirmed in words.',
    severity: 'hint',
    kind: 'empty',
    reason: 'Fill it in, or write in the text that nothing has to happen first.',
  },
  dependenciesAsk,
);
