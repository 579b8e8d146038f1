import type { Rule } from './rule.ts';
import { handoffUnfinished } from './rules/handoff-unfinished.ts';

/** Every rule for handoff notes, which no other rule looks at. */
export const allNoteRules: readonly Rule[] = [handoffUnfinished];
