import { sectionsOf } from '../../document/work-item.ts';
import { addFact, addSection, styleOf } from '../mending.ts';
import type { Rule } from '../rule.ts';

export const dependenciesMissing: Rule = {
  id: 'dependencies-missing',
  title: 'Dependencies on people and other work are listed, or it is said that there are none.',
  severity: 'information',
  openOnly: true,
  find: ({ judgements: { dependencies } }) =>
    dependencies.kind !== 'absent'
      ? []
      : [
          {
            range: dependencies.range,
            message: `${dependencies.evidence} List them, or write "none", so that nobody starts work that cannot go on.`,
          },
        ],
  mend: ({ item }) => {
    const sections = sectionsOf(item.document, 'dependencies');
    if (sections.length === 0 && styleOf(item) !== 'headings') return addFact(item, 'Dependencies', `\${1:TBD}`);
    return addSection(
      item,
      'Dependencies',
      `- \${1:[Who or what this waits on and since when, or None]}`,
      'end',
      sections,
    );
  },
};
