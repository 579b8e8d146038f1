import { addSection } from '../mending.ts';
import type { Rule } from '../rule.ts';

export const dependenciesEmpty: Rule = {
  id: 'dependencies-empty',
  title: 'An empty dependencies field is confirmed in words.',
  severity: 'hint',
  openOnly: true,
  find: ({ judgements: { dependencies } }) =>
    dependencies.kind !== 'empty-default'
      ? []
      : [
          {
            range: dependencies.range,
            message: `${dependencies.evidence} Fill it in, or write in the text that nothing has to happen first.`,
          },
        ],
  // The field stays as it is: the tool that wrote it may want a list there.
  mend: ({ item }) =>
    addSection(item, 'Dependencies', `\${1:[Who or what this waits on and since when, or None]}`, 'end'),
};
