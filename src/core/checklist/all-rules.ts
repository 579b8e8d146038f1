import type { Rule } from './rule.ts';
import { blockedByNothing } from './rules/blocked-by-nothing.ts';
import { contextMissing } from './rules/context-missing.ts';
import { criteriaMetStatusOpen } from './rules/criteria-met-status-open.ts';
import { dateRelative } from './rules/date-relative.ts';
import { dependenciesEmpty } from './rules/dependencies-empty.ts';
import { dependenciesMissing } from './rules/dependencies-missing.ts';
import { dependenciesPlaceholder } from './rules/dependencies-placeholder.ts';
import { dependencyVague } from './rules/dependency-vague.ts';
import { documentUnreadable } from './rules/document-unreadable.ts';
import { doneMissing } from './rules/done-missing.ts';
import { donePlaceholder } from './rules/done-placeholder.ts';
import { doneVague } from './rules/done-vague.ts';
import { dueDatePassed } from './rules/due-date-passed.ts';
import { finishedNextAction } from './rules/finished-next-action.ts';
import { finishedOpenCriteria } from './rules/finished-open-criteria.ts';
import { frontMatterInvalid } from './rules/front-matter-invalid.ts';
import { goalMissing } from './rules/goal-missing.ts';
import { goalPlaceholder } from './rules/goal-placeholder.ts';
import { goalVague } from './rules/goal-vague.ts';
import { nextActionMissing } from './rules/next-action-missing.ts';
import { nextActionPlaceholder } from './rules/next-action-placeholder.ts';
import { nextActionVague } from './rules/next-action-vague.ts';
import { questionUnaddressed } from './rules/question-unaddressed.ts';
import { resourcesMissing } from './rules/resources-missing.ts';
import { resourcesPlaceholder } from './rules/resources-placeholder.ts';
import { resourcesVague } from './rules/resources-vague.ts';
import { statusMissing } from './rules/status-missing.ts';
import { statusPlaceholder } from './rules/status-placeholder.ts';
import { statusVague } from './rules/status-vague.ts';
import { statusesDisagree } from './rules/statuses-disagree.ts';
import { suppressionUnused } from './rules/suppression-unused.ts';
import { timeWithoutZone } from './rules/time-without-zone.ts';

/** Every rule, in the order of the checklist; the last one looks at what the others have found, as some of them do at what stands before. */
export const allRules: readonly Rule[] = [
  documentUnreadable,
  frontMatterInvalid,
  goalMissing,
  goalPlaceholder,
  goalVague,
  resourcesMissing,
  resourcesPlaceholder,
  resourcesVague,
  contextMissing,
  statusMissing,
  statusPlaceholder,
  statusVague,
  statusesDisagree,
  criteriaMetStatusOpen,
  finishedOpenCriteria,
  finishedNextAction,
  nextActionMissing,
  nextActionPlaceholder,
  nextActionVague,
  dueDatePassed,
  timeWithoutZone,
  dateRelative,
  blockedByNothing,
  dependenciesMissing,
  dependenciesPlaceholder,
  dependenciesEmpty,
  dependencyVague,
  questionUnaddressed,
  doneMissing,
  donePlaceholder,
  doneVague,
  suppressionUnused,
];
