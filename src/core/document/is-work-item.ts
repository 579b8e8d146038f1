import {
  decisionHeadings,
  decisionPath,
  documentStatus,
  guideHeadings,
  otherPath,
  otherTitle,
  otherTypes,
  promptTitle,
  proposalHeadings,
  recordLabels,
  reportHeadings,
  templatePath,
  toolPath,
  workFolder,
  workPath,
  workTitle,
  workTypes,
} from '../vocabulary/document-kinds.ts';
import type { Role } from '../vocabulary/labels.ts';
import { sectionsOf } from './document.ts';
import { textOf } from './substance.ts';
import { taskList } from './task-list.ts';
import type { WorkItem } from './work-item.ts';

/** How likely a document with these marks is to describe one unit of work; a work item has `enough`. */
const enough = 4;

/**
 * Whether a document describes one unit of work that somebody is to do, is doing or did.
 * Its content decides first, `type:` in the front matter overrules; the path is a weak hint.
 */
export function isWorkItem(item: WorkItem): boolean {
  const type = item.document.fields.find(
    (field) => field.source === 'front-matter' && field.roles.includes('type'),
  )?.value;
  if (type && otherTypes.test(type)) return false;
  if (type && workTypes.test(type)) return true;
  return score(item) >= enough;
}

function score(item: WorkItem): number {
  const { document } = item;
  const has = (...roles: Role[]): boolean => roles.some((role) => sectionsOf(document, role).length > 0);
  const fields = (role: Role): boolean => document.fields.some((field) => field.roles.includes(role));
  const count = (pattern: RegExp, deepest = 6): number =>
    document.sections.filter(({ level, title }) => level <= deepest && pattern.test(title.trim())).length;
  const planned = document.fields.some(({ roles, label }) => roles.includes('planning') && !recordLabels.test(label));
  const heading = item.heading ? textOf(document, item.heading.range) : item.title;
  const status = item.statuses[0];
  const known = status !== undefined && document.vocabulary.statusKind(status.value) !== null;
  const marks: readonly (readonly [boolean, number])[] = [
    [status !== undefined, 1],
    [known, 1],
    [known && !documentStatus.test(status.value), 1],
    [item.id !== null, 1],
    [fields('owner') || fields('due') || planned, 1],
    [has('dependencies') || fields('dependencies'), 1],
    [has('done') || fields('done'), 2],
    [has('next') || fields('next'), 1],
    [has('goal') || fields('goal'), 1],
    [document.blocks.some((block) => block.kind === 'item' && block.checked !== null), 1],
    [taskList(document).length > 0, 2],
    [count(proposalHeadings) >= 2, 2],
    [count(proposalHeadings) >= 4, 2],
    [count(reportHeadings) >= 2, 3],
    [workTitle.test(item.title), 2],
    [workPath.test(document.path), 1],
    [workFolder.test(document.path), 1],
    [templatePath.test(document.path), -6],
    [otherPath.test(document.path), -3],
    [toolPath.test(document.path), -5],
    [otherTitle.test(item.title), -3],
    // `<card>` in a code span is no prompt.
    [promptTitle.test(item.title) && promptTitle.test(heading.replace(/`[^`]*`/g, '')), -6],
    [count(decisionHeadings) >= 2 || decisionPath.test(document.path), -6],
    [count(guideHeadings, 2) >= 2, -4],
  ];
  return marks.reduce((sum, [present, weight]) => sum + (present ? weight : 0), 0);
}
