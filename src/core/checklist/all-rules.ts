import type { Rule } from './rule.ts';
import { blockedByNothing } from './rules/blocked-by-nothing.ts';
import { contextMissing } from './rules/context-missing.ts';
import { criteriaMetStatusOpen } from './rules/criteria-met-status-open.ts';
import { dateRelative } from './rules/date-relative.ts';
import { dependenciesEmpty } from './rules/dependencies-empty.ts';
import { dependenciesMissing } from './rules/dependencies-missing.ts';
import { documentUnreadable } from './rules/document-unreadable.ts';
import { doneMissing } from './rules/done-missing.ts';
import { dueDatePassed } from './rules/due-date-passed.ts';
import { finishedOpenCriteria } from './rules/finished-open-criteria.ts';
import { frontMatterInvalid } from './rules/front-matter-invalid.ts';
import { goalMissing } from './rules/goal-missing.ts';
import { nextActionMissing } from './rules/next-action-missing.ts';
import { resourcesMissing } from './rules/resources-missing.ts';
import { statusMissing } from './rules/status-missing.ts';
import { statusesDisagree } from './rules/statuses-disagree.ts';
import { suppressionUnused } from './rules/suppression-unused.ts';
import { timeWithoutZone } from './rules/time-without-zone.ts';

/** Every rule, in the order of the checklist; the last one looks at what the others have found, as some of them do at what stands before. */
export const allRules: readonly Rule[] = [
  documentUnreadable,
  frontMatterInvalid,
  goalMissing,
  resourcesMissing,
  contextMissing,
  statusMissing,
  statusesDisagree,
  criteriaMetStatusOpen,
  finishedOpenCriteria,
  nextActionMissing,
  dueDatePassed,
  timeWithoutZone,
  dateRelative,
  blockedByNothing,
  dependenciesMissing,
  dependenciesEmpty,
  doneMissing,
  suppressionUnused,
];
