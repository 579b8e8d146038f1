import { sectionsOf } from '../../document/document.ts';
import { substanceOf } from '../../document/substance.ts';
import { addSection } from '../mending/add-section.ts';
import type { Rule } from '../rule.ts';

export const nextActionMissing: Rule = {
  id: 'next-action-missing',
  title: 'The next action of open work is named.',
  severity: 'information',
  openOnly: true,
  adds: true,
  find: ({ judgements: { status } }, { found }) =>
    // Where every criterion is met, the question is whether anything is left.
    status.next.verdict !== 'unmet' || found.some(({ rule }) => rule === 'criteria-met-status-open')
      ? []
      : [
          {
            range: status.next.range,
            message: `${status.next.evidence} Write the next step so that a team-mate can take it while you sleep.`,
          },
        ],
  mend: ({ item }) => {
    const empty = sectionsOf(item.document, 'next').filter(
      (section) => substanceOf(item.document, section).first === null,
    );
    return addSection(item, 'Next Steps', `1. \${1:[The first thing to do, concrete enough to start]}`, 'end', empty);
  },
};
