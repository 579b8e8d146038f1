import { sectionsOf } from '../../document/document.ts';
import { addSection } from '../mending/add-section.ts';
import type { Rule } from '../rule.ts';

export const resourcesMissing: Rule = {
  id: 'resources-missing',
  title: 'The files, links and other resources that the work needs are named.',
  severity: 'information',
  openOnly: true,
  adds: true,
  find: ({ judgements: { resources } }) =>
    resources.verdict === 'met'
      ? []
      : [
          {
            range: resources.range,
            message: `${resources.evidence} Link what the work needs, or say that it needs nothing, so that nobody has to wait for you to find it.`,
          },
        ],
  mend: ({ item }) =>
    addSection(
      item,
      'Resources',
      `- \${1:[Link or path, and what it is for]}`,
      'end',
      sectionsOf(item.document, 'resources'),
    ),
};
