import { remembered } from '../remembered.ts';
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

type HeadingKind = 'proposal' | 'report' | 'decision' | 'guide';

const headingPatterns: readonly (readonly [HeadingKind, RegExp])[] = [
  ['proposal', proposalHeadings],
  ['report', reportHeadings],
  ['decision', decisionHeadings],
  ['guide', guideHeadings],
];

/** What all of them match; most headings are common in no kind of document. */
const anyHeading = new RegExp(headingPatterns.map(([, { source }]) => source).join('|'), 'i');

/** The kinds of document in which such a heading is common. */
const kindsOfHeading = remembered((heading) =>
  headingPatterns.flatMap(([kind, pattern]) => (pattern.test(heading) ? kind : [])),
);

/** `weight` where the mark is there; a list of marks to sum up takes several times as long. */
const mark = (present: boolean, weight: number): number => (present ? weight : 0);

function rolesIn(parts: readonly { readonly roles: readonly Role[] }[]): ReadonlySet<Role> {
  const found = new Set<Role>();
  for (const { roles } of parts) for (const role of roles) found.add(role);
  return found;
}

function score(item: WorkItem): number {
  const { document } = item;
  const inFields = rolesIn(document.fields);
  const inSections = rolesIn(document.sections);
  const has = (role: Role): boolean => inSections.has(role) || inFields.has(role);
  const headings: Record<HeadingKind, number> = { proposal: 0, report: 0, decision: 0, guide: 0 };
  for (const section of document.sections) {
    const title = section.title.trim();
    if (!anyHeading.test(title)) continue;
    for (const kind of kindsOfHeading(title)) if (section.level <= 2 || kind !== 'guide') headings[kind]++;
  }
  const planned =
    inFields.has('planning') &&
    document.fields.some(({ roles, label }) => roles.includes('planning') && !recordLabels.test(label));
  const heading = item.heading ? textOf(document, item.heading.range) : item.title;
  const status = item.statuses[0];
  const known = status !== undefined && document.vocabulary.statusKind(status.value) !== null;
  return (
    mark(status !== undefined, 1) +
    mark(known, 1) +
    mark(known && !documentStatus.test(status.value), 1) +
    mark(item.id !== null, 1) +
    mark(inFields.has('owner') || inFields.has('due') || planned, 1) +
    mark(has('dependencies'), 1) +
    mark(has('done'), 2) +
    mark(has('next'), 1) +
    mark(has('goal'), 1) +
    mark(document.boxes.length > 0, 1) +
    mark(taskList(document).length > 0, 2) +
    mark(headings.proposal >= 2, 2) +
    mark(headings.proposal >= 4, 2) +
    mark(headings.report >= 2, 3) +
    mark(workTitle.test(item.title), 2) +
    mark(workPath.test(document.path), 1) +
    mark(workFolder.test(document.path), 1) +
    mark(templatePath.test(document.path), -6) +
    mark(otherPath.test(document.path), -3) +
    mark(toolPath.test(document.path), -5) +
    mark(otherTitle.test(item.title), -3) +
    // `<card>` in a code span is no prompt.
    mark(promptTitle.test(item.title) && promptTitle.test(heading.replace(/`[^`]*`/g, '')), -6) +
    mark(headings.decision >= 2 || decisionPath.test(document.path), -6) +
    mark(headings.guide >= 2, -4)
  );
}
