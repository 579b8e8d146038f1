import type { Ask } from '../gap-rule.ts';
import { groundsForDone } from '../grounds/done.ts';
import { addSection } from '../mending/add-section.ts';
import { mendGap } from '../mending/mend-gap.ts';

const prompt = `- [ ] \${1:[What a team-mate can check to see that it is done]}`;

export const doneAsk: Ask = {
  judgementIn: ({ done }) => done,
  reason: 'Write criteria that two people would agree on, so that the work can be finished without asking you.',
  grounds: groundsForDone,
  mend: ({ item, judgements: { done } }) =>
    mendGap(item, done, prompt) ?? addSection(item, 'Definition of Done', prompt, 'end'),
};
