import { allNoteRules } from './all-note-rules.ts';
import { allRules } from './all-rules.ts';
import { allWorkspaceRules } from './all-workspace-rules.ts';
import type { Rule } from './rule.ts';
import { handoffDrift } from './rules/handoff-drift.ts';

/** What a person can know of every rule: those on the work item first, those on handoff notes last. */
export const everyRule: readonly Pick<Rule, 'id' | 'title' | 'severity' | 'openOnly'>[] = [
  ...allRules,
  ...allWorkspaceRules,
  ...allNoteRules,
  handoffDrift,
];
