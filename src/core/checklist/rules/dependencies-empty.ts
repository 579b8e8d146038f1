import { fillField } from '../mending/add-fact.ts';
import { addSection } from '../mending/add-section.ts';
import { emptyDependencySections } from '../points/dependencies.ts';
import type { Rule } from '../rule.ts';

export const dependenciesEmpty: Rule = {
  id: 'dependencies-empty',
  title: 'An empty dependencies field is confirmed in words.',
  severity: 'hint',
  openOnly: true,
  adds: true,
  find: ({ judgements: { dependencies } }, { found }) =>
    // Of blocked work it is asked more loudly.
    dependencies.kind !== 'empty-default' || found.some(({ rule }) => rule === 'blocked-by-nothing')
      ? []
      : [
          {
            range: dependencies.range,
            message: `${dependencies.evidence} Fill it in, or write in the text that nothing has to happen first.`,
          },
        ],
  mend: ({ item: { document }, item }) => {
    const prompt = `\${1:[Who or what this waits on and since when, or None]}`;
    const field = document.fields.find((found) => found.roles.includes('dependencies'));
    // Front matter stays as it is: the tool that wrote it may want a list of ids there.
    return field && field.source !== 'front-matter'
      ? fillField(document, field, prompt)
      : addSection(item, 'Dependencies', `- ${prompt}`, 'end', emptyDependencySections(item));
  },
};
