import { statusSections } from '../../document/statuses.ts';
import { addFact } from '../mending/add-fact.ts';
import { addSection } from '../mending/add-section.ts';
import type { Rule } from '../rule.ts';

const choice = `\${1|To Do,In Progress,In Review,Blocked,Done|}`;

export const statusMissing: Rule = {
  id: 'status-missing',
  title: 'The current status is stated.',
  severity: 'warning',
  openOnly: true,
  adds: true,
  find: ({ judgements: { status } }) =>
    status.current.verdict === 'met'
      ? []
      : [
          {
            range: status.current.range,
            message: `${status.current.evidence} Say where the work stands, so that nobody starts it twice or waits for it in vain.`,
          },
        ],
  mend: ({ item }) => {
    const sections = statusSections(item.document).filter((section) => section.roles.length === 1);
    return sections.length > 0
      ? addSection(item, 'Status', choice, 'start', sections)
      : addFact(item, 'Status', 'status', choice);
  },
};
