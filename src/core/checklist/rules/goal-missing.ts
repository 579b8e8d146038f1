import { sectionsOf } from '../../document/document.ts';
import { addSection } from '../mending/add-section.ts';
import type { Rule } from '../rule.ts';

export const goalMissing: Rule = {
  id: 'goal-missing',
  title: 'The goal is stated in writing.',
  severity: 'warning',
  openOnly: true,
  adds: true,
  find: ({ judgements: { goal } }) =>
    goal.verdict === 'met'
      ? []
      : [
          {
            range: goal.range,
            message: `${goal.evidence} A team-mate who cannot ask you needs a sentence or two: what should be true afterwards, and why.`,
          },
        ],
  mend: ({ item }) =>
    addSection(
      item,
      'Goal',
      `\${1:[What should be true when this is done, for whom, and why]}`,
      'start',
      sectionsOf(item.document, 'goal'),
    ),
};
