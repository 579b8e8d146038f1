import type { Rule } from '../rule.ts';

/** Its findings need git, and are made by what follows handoff notes in VS Code: `driftMessage` words them. */
export const handoffDrift: Pick<Rule, 'id' | 'title' | 'severity' | 'openOnly'> = {
  id: 'handoff-drift',
  title: 'The work that an open handoff note passes on has not moved since.',
  severity: 'information',
  openOnly: false,
};
