import { addFact } from '../mending/add-fact.ts';
import { addSection } from '../mending/add-section.ts';
import { styleOf } from '../mending/style.ts';
import { emptyDependencySections } from '../points/dependencies.ts';
import type { Rule } from '../rule.ts';

export const dependenciesMissing: Rule = {
  id: 'dependencies-missing',
  title: 'Dependencies on people and other work are listed, or it is said that there are none.',
  severity: 'information',
  openOnly: true,
  adds: true,
  find: ({ judgements: { dependencies } }, { found }) =>
    // Of blocked work it is asked more loudly.
    dependencies.kind !== 'absent' || found.some(({ rule }) => rule === 'blocked-by-nothing')
      ? []
      : [
          {
            range: dependencies.range,
            message: `${dependencies.evidence} List them, or write "none", so that nobody starts work that cannot go on.`,
          },
        ],
  mend: ({ item }) => {
    const prompt = `\${1:[Who or what this waits on and since when, or None]}`;
    const sections = emptyDependencySections(item);
    const style = styleOf(item);
    // Not into front matter: the tool that reads it may want a list of ids there.
    return sections.length === 0 && (style === 'table' || style === 'labels')
      ? addFact(item, 'Dependencies', 'dependencies', prompt)
      : addSection(item, 'Dependencies', `- ${prompt}`, 'end', sections);
  },
};
