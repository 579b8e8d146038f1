import { allRules } from './all-rules.ts';
import { allWorkspaceRules } from './all-workspace-rules.ts';
import type { Rule } from './rule.ts';

/** What a person can know of every rule, those on the document first. */
export const everyRule: readonly Pick<Rule, 'id' | 'title' | 'severity' | 'openOnly'>[] = [
  ...allRules,
  ...allWorkspaceRules,
];
