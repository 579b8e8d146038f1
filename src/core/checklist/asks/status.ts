import type { Ask } from '../gap-rule.ts';
import { groundsForStatus } from '../grounds/status.ts';
import { addFact } from '../mending/add-fact.ts';
import { mendGap } from '../mending/mend-gap.ts';

const choice = `\${1|To Do,In Progress,In Review,Blocked,Done|}`;

export const statusAsk: Ask = {
  judgementIn: ({ status }) => status.current,
  reason: 'Say where the work stands, so that nobody starts it twice or waits for it in vain.',
  grounds: groundsForStatus,
  mend: ({ item, judgements: { status } }) =>
    mendGap(item, status.current, choice) ?? addFact(item, 'Status', 'status', choice),
};
