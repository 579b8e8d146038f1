import { readinessWord } from '../core/readiness/readiness-word.ts';
import { type DocumentReport, pointIds, pointNames } from '../core/report.ts';
import type { Grouping } from './groupings.ts';
import type { WorkspaceFolder } from './ports.ts';
import { isOpen, isReady, isSetAside, missingPoints } from './readiness.ts';
import type { TreeNode } from './tree-node.ts';
import { type Filter, isFiltering, noFilter } from './work-item-filter.ts';
import type { Group, Reader } from './work-item-groups.ts';
import type { IndexedDocument } from './workspace-index.ts';

/** How the work items are shown, and to whom. */
export interface TreeView extends Reader {
  readonly grouping: Grouping;
  readonly filter: Filter;
}

/** As the tree is before anybody has chosen anything. */
export const plainView: TreeView = { grouping: 'readiness', filter: noFilter, today: '', isMe: () => false };

/** For work that is open and lacks something. */
export const isNotReady = (report: DocumentReport): boolean => isOpen(report) && !isReady(report);

export function folderNode(folder: WorkspaceFolder, children: readonly string[]): TreeNode {
  const label = folder.name;
  return {
    id: folder.key,
    parent: null,
    kind: 'folder',
    label,
    icon: { name: 'root-folder' },
    accessibilityLabel: `${label}, workspace folder`,
    expanded: true,
    children,
  };
}

/** Whether a group is unfolded before anybody has folded it. */
export const opensUp = (members: readonly DocumentReport[], { filter }: TreeView): boolean =>
  isFiltering(filter) || members.some(isOpen);

export function groupNode(
  id: string,
  parent: string | null,
  group: Group,
  members: readonly DocumentReport[],
  children: readonly string[],
  view: TreeView,
  tooMany: boolean,
): TreeNode {
  const { grouping } = view;
  const { name, icon } = group;
  const count = members.length;
  const unready = grouping === 'readiness' ? 0 : members.filter(isNotReady).length;
  const note = unready > 0 ? `${unready} not ready` : undefined;
  return {
    id,
    parent,
    kind: 'group',
    label: `${name} (${count})`,
    ...(note !== undefined && { description: note }),
    // Readiness shows in the icon of every row below it.
    ...(grouping !== 'readiness' && icon && { icon }),
    accessibilityLabel: [name, `${count} work ${count === 1 ? 'item' : 'items'}`, note].filter(Boolean).join(', '),
    expanded: !tooMany && opensUp(members, view),
    ...(tooMany && { tooMany }),
    children,
  };
}

export const itemIcons = {
  notReady: { name: 'circle-large-outline', color: 'list.warningForeground' },
  ready: { name: 'pass', color: 'testing.iconPassed' },
  finished: { name: 'check-all', color: 'descriptionForeground' },
  setAside: { name: 'archive', color: 'descriptionForeground' },
};

export function itemNode(id: string, { document, report }: IndexedDocument, parent: string, view: TreeView): TreeNode {
  const setAside = isSetAside(report);
  const state = report.finished ? 'finished' : isNotReady(report) ? 'notReady' : undefined;
  const readiness = readinessWord(report);
  const due = report.due !== null && isOpen(report) ? dueWords(report.due, view.today) : null;
  const spoken = [
    report.title,
    state === 'notReady' ? `not ready, ${readiness} points met, missing: ${missingPoints(report)}` : readiness,
    report.status && `status: ${report.status}`,
    report.owner && `owner: ${report.owner}`,
    due,
  ];
  // The readiness first: a narrow side bar cuts off the end. What the icon or the group says is left out.
  const seen = [
    state === 'notReady' && readiness,
    due,
    view.grouping !== 'status' && report.status,
    view.grouping !== 'readiness' && view.grouping !== 'owner' && report.owner,
  ];
  return {
    id,
    parent,
    kind: 'workItem',
    ...(state && { state }),
    label: report.title,
    description: seen.filter(Boolean).join(' · '),
    icon: itemIcons[state ?? (setAside ? 'setAside' : 'ready')],
    accessibilityLabel: spoken.filter(Boolean).join(', '),
    expanded: false,
    children: pointIds.map((point) => `${id}#${point}`),
    target: { key: document.key, range: report.titleRange },
  };
}

const dueWords = (due: string, today: string): string => (due < today ? `overdue since ${due}` : `due ${due}`);

export function pointNode(owner: string, { document, report }: IndexedDocument, point: string): TreeNode | undefined {
  const id = pointIds.find((known) => known === point);
  if (id === undefined) return undefined;
  const { verdict, evidence, range } = report.points[id];
  const met = verdict === 'met';
  return {
    id: `${owner}#${id}`,
    parent: owner,
    kind: 'point',
    label: pointNames[id],
    description: evidence,
    icon: met ? { name: 'check', color: 'testing.iconPassed' } : { name: 'warning', color: 'list.warningForeground' },
    accessibilityLabel: `${pointNames[id]}, ${met ? 'met' : 'missing'}: ${evidence}`,
    expanded: false,
    children: [],
    target: { key: document.key, range },
  };
}
