import { sectionsOf } from '../../document/document.ts';
import { addSection } from '../mending/add-section.ts';
import type { Rule } from '../rule.ts';

export const doneMissing: Rule = {
  id: 'done-missing',
  title: 'There is a definition of done.',
  severity: 'warning',
  openOnly: true,
  adds: true,
  find: ({ judgements: { done } }) =>
    done.verdict === 'met'
      ? []
      : [
          {
            range: done.range,
            message: `${done.evidence} Write criteria that two people would agree on, so that the work can be finished without asking you.`,
          },
        ],
  mend: ({ item }) =>
    addSection(
      item,
      'Definition of Done',
      `- [ ] \${1:[What a team-mate can check to see that it is done]}`,
      'end',
      sectionsOf(item.document, 'done'),
    ),
};
