import type { Rule } from './rule.ts';
import { dependenciesEmpty } from './rules/dependencies-empty.ts';
import { dependenciesMissing } from './rules/dependencies-missing.ts';
import { documentUnreadable } from './rules/document-unreadable.ts';
import { doneMissing } from './rules/done-missing.ts';
import { frontMatterInvalid } from './rules/front-matter-invalid.ts';
import { goalMissing } from './rules/goal-missing.ts';
import { nextActionMissing } from './rules/next-action-missing.ts';
import { resourcesMissing } from './rules/resources-missing.ts';
import { statusMissing } from './rules/status-missing.ts';

/** Every rule, in the order of the checklist. */
export const allRules: readonly Rule[] = [
  documentUnreadable,
  frontMatterInvalid,
  goalMissing,
  resourcesMissing,
  statusMissing,
  nextActionMissing,
  dependenciesMissing,
  dependenciesEmpty,
  doneMissing,
];
