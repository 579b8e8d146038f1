import { type DocumentReport, metPoints, type PointId, pointIds, readinessLabel } from '../core/report.ts';
import type { PositionRange } from '../core/text.ts';
import type { WorkspaceFolder } from './ports.ts';
import type { IndexedDocument } from './workspace-index.ts';

/** A row of the tree, without anything of VS Code's. */
export interface TreeNode {
  /** The same for as long as the row means the same. */
  readonly id: string;
  readonly parent: string | null;
  readonly kind: 'folder' | 'group' | 'workItem' | 'point';
  /** For a work item that is open and not ready. */
  readonly notReady?: true;
  readonly label: string;
  readonly description?: string;
  /** A product icon's name and a theme colour's. */
  readonly icon?: { readonly name: string; readonly color?: string };
  /** Says all that the row says by its looks. */
  readonly accessibilityLabel: string;
  readonly expanded: boolean;
  /** Ids; empty for a row that does not open. */
  readonly children: readonly string[];
  /** What the row stands for in a document: its DocumentRef.key and where to look. */
  readonly target?: { readonly key: string; readonly range: PositionRange };
}

/** What the tooltip of a work item says. The texts are the document's own: to be escaped where they are shown. */
export interface WorkItemTooltip {
  readonly title: string;
  readonly path: string;
  readonly status: string | null;
  readonly points: readonly { readonly name: string; readonly met: boolean; readonly evidence: string }[];
}

/** The whole tree; rows are made when they are asked for, all but those of groups and folders. */
export interface WorkItemTree {
  readonly roots: readonly string[];
  /** The row with this id; undefined when there is none (any more). */
  node(id: string): TreeNode | undefined;
  /** Id of the row above; null for a root, undefined where there is no such row. */
  parent(id: string): string | null | undefined;
  /** The tooltip of the work item in the document `key`. */
  tooltip(key: string): WorkItemTooltip | undefined;
  /** Whether the document stands, or is missing, where its report puts it. */
  holds(indexed: IndexedDocument): boolean;
  /** How many work items are open and not ready. */
  readonly notReady: number;
}

/** What the points are called wherever they are shown. */
export const pointNames: Readonly<Record<PointId, string>> = {
  goal: 'Goal',
  resources: 'Resources',
  status: 'Status and next action',
  dependencies: 'Dependencies',
  done: 'Definition of done',
};

const groups = ['not-ready', 'ready', 'finished'] as const;
type Group = (typeof groups)[number];
const groupNames: Readonly<Record<Group, string>> = { 'not-ready': 'Not ready', ready: 'Ready', finished: 'Finished' };
const groupIcons: Readonly<Record<Group, { name: string; color?: string }>> = {
  'not-ready': { name: 'circle-large-outline', color: 'list.warningForeground' },
  ready: { name: 'pass', color: 'testing.iconPassed' },
  finished: { name: 'check-all', color: 'descriptionForeground' },
};

/** Builds the tree of the work items among `documents`; a workspace of several folders has these above its groups. */
export function workItemTree(folders: readonly WorkspaceFolder[], documents: Iterable<IndexedDocument>): WorkItemTree {
  const items = new Map<string, { indexed: IndexedDocument; parent: string }>();
  const branches = new Map<string, TreeNode>();
  const sorted = groupByFolder(documents);
  const roots: string[] = [];
  let notReady = 0;
  for (const folder of folders) {
    const groupIds: string[] = [];
    const folderId = folders.length > 1 ? folder.key : null;
    for (const group of groups) {
      const members = sorted.get(groupId(folder.key, group)) ?? [];
      if (members.length === 0) continue;
      const node = groupNode(folder.key, group, members, folderId);
      branches.set(node.id, node);
      groupIds.push(node.id);
      for (const indexed of members) items.set(indexed.document.key, { indexed, parent: node.id });
      if (group === 'not-ready') notReady += members.length;
    }
    if (folderId === null) roots.push(...groupIds);
    else if (groupIds.length > 0) {
      branches.set(folderId, folderNode(folder, groupIds));
      roots.push(folderId);
    }
  }
  const node = (id: string): TreeNode | undefined => {
    const branch = branches.get(id);
    if (branch !== undefined) return branch;
    const item = items.get(id);
    if (item !== undefined) return itemNode(item.indexed, item.parent);
    const end = id.lastIndexOf('#');
    const owner = items.get(id.slice(0, Math.max(0, end)));
    return owner && pointNode(owner.indexed, id.slice(end + 1));
  };
  return {
    roots,
    holds: ({ document: { key, folder }, report }) =>
      items.get(key)?.parent === (report.workItem ? groupId(folder, groupOf(report)) : undefined),
    notReady,
    node,
    parent: (id) => (items.get(id) ?? node(id))?.parent,
    tooltip(key) {
      const report = items.get(key)?.indexed.report;
      return report && workItemTooltip(report);
    },
  };
}

/** Rows that are shown anew one by one; for more, VS Code is faster with the whole tree. */
const mostRows = 100;

/**
 * What to show anew when `after` takes the place of `before` and the documents `keys` have changed.
 * @returns ids of rows to be shown anew with everything below them; null for the whole tree.
 */
export function changedNodes(before: WorkItemTree, after: WorkItemTree, keys: Iterable<string>): string[] | null {
  const changed: string[] = [];
  const compare = (id: string): boolean => {
    const [old, now] = [before.node(id), after.node(id)];
    if (old === undefined || now === undefined) return false;
    if (sameIds(old.children, now.children)) return now.kind === 'group' || now.children.every(compare);
    changed.push(id);
    return true;
  };
  if (!sameIds(before.roots, after.roots) || !after.roots.every(compare)) return null;
  const branches = new Set(changed);
  for (const key of keys) {
    if (after.parent(key) !== undefined && !isBelow(after, key, branches)) changed.push(key);
  }
  return changed.length > mostRows ? null : changed;
}

/** Whether one of the rows above the row `id` is in `shownAnew`. */
function isBelow(tree: WorkItemTree, id: string, shownAnew: ReadonlySet<string>): boolean {
  for (let at = tree.parent(id); at; at = tree.parent(at)) if (shownAnew.has(at)) return true;
  return false;
}

function sameIds(before: readonly string[], after: readonly string[]): boolean {
  return before.length === after.length && before.every((id, index) => id === after[index]);
}

function groupId(folder: string, group: Group): string {
  return `${folder}|${group}`;
}

/** Whether all five points are met. */
export function isReady({ points }: DocumentReport): boolean {
  return metPoints(points) === pointIds.length;
}

function groupOf(report: DocumentReport): Group {
  if (report.finished) return 'finished';
  return isReady(report) ? 'ready' : 'not-ready';
}

/** The names of the points that are not met, of the status only the half that is not, in one line. */
export function missingPoints({ points }: DocumentReport): string {
  const { currentStatus, nextAction } = points.status;
  const status = currentStatus === 'met' ? 'Next action' : nextAction === 'unmet' ? pointNames.status : 'Status';
  return pointIds
    .filter((id) => points[id].verdict === 'unmet')
    .map((id) => (id === 'status' ? status : pointNames[id]))
    .join(', ');
}

/** Work items by group id: what lacks most comes first, then by path, with numbers in their order. */
function groupByFolder(documents: Iterable<IndexedDocument>): Map<string, IndexedDocument[]> {
  const groups = new Map<string, { readonly key: string; readonly indexed: IndexedDocument }[]>();
  for (const indexed of documents) {
    const { document, report } = indexed;
    if (!report.workItem) continue;
    const id = groupId(document.folder, groupOf(report));
    const entry = { key: sortKey(report), indexed };
    const members = groups.get(id);
    if (members === undefined) groups.set(id, [entry]);
    else members.push(entry);
  }
  const sorted = new Map<string, IndexedDocument[]>();
  for (const [id, members] of groups) {
    members.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    sorted.set(
      id,
      members.map(({ indexed }) => indexed),
    );
  }
  return sorted;
}

const sortKeys = new WeakMap<DocumentReport, string>();

/** A string that sorts as people would: without regard to case and accents, `task-2` before `task-10`. */
function sortKey(report: DocumentReport): string {
  let key = sortKeys.get(report);
  if (key === undefined) {
    // Intl.Collator says the same but takes ten times as long on a workspace of 10,000 documents.
    const path = report.path
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/\d+/g, (digits) => digits.padStart(12, '0'))
      .replaceAll('/', '\u0001');
    key = `${report.finished ? 0 : metPoints(report.points)} ${path}`;
    sortKeys.set(report, key);
  }
  return key;
}

function folderNode(folder: WorkspaceFolder, children: readonly string[]): TreeNode {
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

function groupNode(folder: string, group: Group, members: readonly IndexedDocument[], parent: string | null): TreeNode {
  const count = members.length;
  return {
    id: groupId(folder, group),
    parent,
    kind: 'group',
    label: `${groupNames[group]} (${count})`,
    accessibilityLabel: `${groupNames[group]}, ${count} ${count === 1 ? 'work item' : 'work items'}`,
    expanded: group !== 'finished',
    children: members.map(({ document }) => document.key),
  };
}

function itemNode({ document, report }: IndexedDocument, parent: string): TreeNode {
  const group = groupOf(report);
  const readiness = report.finished ? 'finished' : readinessLabel(report.points);
  const spoken = [
    report.title,
    group === 'not-ready' ? `not ready, ${readiness} points met, missing: ${missingPoints(report)}` : readiness,
    ...(report.status === null ? [] : [`status: ${report.status}`]),
  ];
  return {
    id: document.key,
    parent,
    kind: 'workItem',
    ...(group === 'not-ready' && { notReady: true }),
    label: report.title,
    // The readiness first: a narrow side bar cuts off the end. In the other groups, the group says it.
    description: [group === 'not-ready' && readiness, report.status].filter(Boolean).join(' · '),
    icon: groupIcons[group],
    accessibilityLabel: spoken.join(', '),
    expanded: false,
    children: pointIds.map((id) => `${document.key}#${id}`),
    target: { key: document.key, range: report.titleRange },
  };
}

function pointNode({ document, report }: IndexedDocument, point: string): TreeNode | undefined {
  const id = pointIds.find((known) => known === point);
  if (id === undefined) return undefined;
  const { verdict, evidence, range } = report.points[id];
  const met = verdict === 'met';
  return {
    id: `${document.key}#${id}`,
    parent: document.key,
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

/** What is to be seen of a work item where there is room for all of it. */
export function workItemTooltip(report: DocumentReport): WorkItemTooltip {
  const points = pointIds.map((id) => {
    const { verdict, evidence } = report.points[id];
    return { name: pointNames[id], met: verdict === 'met', evidence };
  });
  return { title: report.title, path: report.path, status: report.status, points };
}
