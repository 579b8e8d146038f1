import { type DocumentReport, metPoints } from '../core/report.ts';
import type { Grouping } from './groupings.ts';
import type { WorkspaceFolder } from './ports.ts';
import { isOpen } from './readiness.ts';
import { furtherRow, type TreeNode } from './tree-node.ts';
import { passing } from './work-item-facets.ts';
import { type Group, groupsOf, type Move, sortable } from './work-item-groups.ts';
import {
  folderNode,
  groupNode,
  isNotReady,
  itemNode,
  opensUp,
  plainView,
  pointNode,
  type TreeView,
} from './work-item-rows.ts';
import type { IndexedDocument } from './workspace-index.ts';

/** The tree of work items; rows are made when they are asked for. */
export interface WorkItemTree {
  readonly roots: readonly string[];
  /** The row with this id; undefined when there is none (any more). */
  node(id: string): TreeNode | undefined;
  /** Id of the row above; null for a root, undefined where there is no such row. */
  parent(id: string): string | null | undefined;
  /** Ids of the rows of a document, the first one its key; none where it is not shown. */
  rowsOf(key: string): readonly string[];
  /** What work items get that are moved to the row `id`; undefined where they cannot be. */
  moveTo(id: string): Move | undefined;
  /** How many work items are open and not ready, shown or not; how many there are, and how many of them are shown. */
  readonly counts: Readonly<Counts>;
  /** Whether the tree is as it should be with the document as it is `now` (undefined: gone). */
  isCurrent(key: string, now: IndexedDocument | undefined): boolean;
  /**
   * Follows documents that have changed, come or gone (undefined), without a look at the others.
   * @returns ids of rows to be shown anew with everything below them; null for the whole tree.
   */
  follow(changes: Iterable<readonly [key: string, now: IndexedDocument | undefined]>): readonly string[] | null;
}

interface Counts {
  notReady: number;
  all: number;
  shown: number;
}

interface Branch {
  readonly id: string;
  readonly folder: string;
  readonly group: Group;
  /** In order, but for while the tree is made. */
  readonly rows: Row[];
  /** Whether it stands in the tree. */
  isArranged: boolean;
  /** Whether there are too many rows for it to be unfolded. */
  isTooMany: boolean;
  node: TreeNode | null;
}

interface Row {
  readonly id: string;
  /** Rows sort by it. */
  readonly order: string;
  readonly branch: Branch;
  indexed: IndexedDocument;
}

/** Rows that are shown anew one by one; for more, VS Code is faster with the whole tree. */
const mostRows = 100;

/** Rows that groups after the first one may unfold: VS Code asks for all that is not folded away, and nobody looks at so many. */
const mostUnfolded = 2000;

/** Builds the tree of the work items among `documents`; a workspace of several folders has these above its groups. */
export function workItemTree(
  folders: readonly WorkspaceFolder[],
  documents: Iterable<IndexedDocument>,
  view: TreeView = plainView,
): WorkItemTree {
  const passes = passing(view.filter, view);
  const isNested = folders.length > 1;
  const counts: Counts = { notReady: 0, all: 0, shown: 0 };
  /** Every work item, shown or not. */
  const known = new Map<string, IndexedDocument>();
  const rows = new Map<string, Row>();
  /** All rows of the documents that have several. */
  const several = new Map<string, readonly Row[]>();
  const branches = new Map<string, Branch>();
  const folderNodes = new Map<string, TreeNode>();
  let roots: readonly string[] = [];

  function branchOf(folder: string, group: Group): Branch {
    const id = `${folder}|${group.key}`;
    let branch = branches.get(id);
    if (branch === undefined) {
      branch = { id, folder, group, rows: [], isArranged: false, isTooMany: false, node: null };
      branches.set(id, branch);
    }
    return branch;
  }

  /** Makes the rows of a work item; they still have to be put into their branches. */
  function enter(indexed: IndexedDocument): readonly Row[] {
    const { document, report } = indexed;
    known.set(document.key, indexed);
    counts.all++;
    if (isNotReady(report)) counts.notReady++;
    if (!passes(report)) return [];
    counts.shown++;
    const order = orderOf(report, view.grouping);
    const entered = groupsOf(report, view.grouping, view).map((group, at): Row => {
      const id = at === 0 ? document.key : furtherRow(document.key, group.key);
      return { id, order, branch: branchOf(document.folder, group), indexed };
    });
    for (const row of entered) rows.set(row.id, row);
    if (entered.length > 1) several.set(document.key, entered);
    return entered;
  }

  const allRowsOf = (key: string): readonly Row[] => {
    const row = rows.get(key);
    return several.get(key) ?? (row ? [row] : []);
  };

  /** @returns the rows that the document had. */
  function leave(key: string): readonly Row[] {
    const before = known.get(key);
    if (before === undefined) return [];
    known.delete(key);
    counts.all--;
    if (isNotReady(before.report)) counts.notReady--;
    const left = allRowsOf(key);
    if (left.length > 0) counts.shown--;
    for (const { id } of left) rows.delete(id);
    several.delete(key);
    return left;
  }

  /** Has branches folded that would show more than `most` rows with those before them. */
  function foldBeyond(most: number, sorted: readonly Branch[]): void {
    let unfolded = 0;
    for (const branch of sorted) {
      const members = branch.rows.map(({ indexed }) => indexed.report);
      const shown = opensUp(members, view) ? members.length : 0;
      const isTooMany = shown > 0 && unfolded > 0 && unfolded + shown > most;
      if (isTooMany !== branch.isTooMany) branch.node = null;
      branch.isTooMany = isTooMany;
      if (!isTooMany) unfolded += shown;
    }
  }

  /** Puts the branches that are left into their order. */
  function arrange(): void {
    for (const [id, branch] of branches) {
      branch.isArranged = branch.rows.length > 0;
      if (!branch.isArranged) branches.delete(id);
    }
    const sorted = [...branches.values()].sort((a, b) => byOrder(a.group, b.group));
    foldBeyond(mostUnfolded, sorted);
    folderNodes.clear();
    roots = folders.flatMap((folder) => {
      const ids = sorted.filter((branch) => branch.folder === folder.key).map(({ id }) => id);
      if (!isNested || ids.length === 0) return ids;
      folderNodes.set(folder.key, folderNode(folder, ids));
      return [folder.key];
    });
  }

  const isHere = ({ document, report }: IndexedDocument): boolean =>
    report.workItem && folders.some(({ key }) => key === document.folder);

  const isInPlace = (before: readonly Row[], { report }: IndexedDocument): boolean => {
    if (before[0]?.order !== orderOf(report, view.grouping) || !passes(report)) return false;
    const groups = groupsOf(report, view.grouping, view);
    return groups.length === before.length && groups.every(({ key }, at) => key === before[at]?.branch.group.key);
  };

  /** Takes a document as it is now. @returns the branches whose rows have come, gone or moved. */
  function replace(key: string, now: IndexedDocument | undefined): readonly Branch[] {
    const left = leave(key);
    for (const row of left) row.branch.rows.splice(placeOf(row), 1);
    const entered = now && isHere(now) ? enter(now) : [];
    for (const row of entered) row.branch.rows.splice(placeOf(row), 0, row);
    return [...left, ...entered].map(({ branch }) => branch);
  }

  /** Takes a document as it is now where its rows stay in place. */
  function keep(key: string, now: IndexedDocument | undefined): boolean {
    const before = allRowsOf(key);
    if (!now || !isHere(now) || !isInPlace(before, now)) return false;
    known.set(key, now);
    for (const row of before) row.indexed = now;
    return true;
  }

  const isCurrent = (key: string, now: IndexedDocument | undefined): boolean =>
    known.get(key) === (now && isHere(now) ? now : undefined);

  function follow(changes: Iterable<readonly [string, IndexedDocument | undefined]>): readonly string[] | null {
    const shownAnew = new Set<Branch>();
    const kept: string[] = [];
    for (const [key, now] of changes) {
      if (keep(key, now)) kept.push(key);
      else for (const branch of replace(key, now)) shownAnew.add(branch);
    }
    for (const branch of shownAnew) branch.node = null;
    const comeOrGone = [...shownAnew].some(({ rows, isArranged }) => rows.length > 0 !== isArranged);
    const before = roots;
    if (comeOrGone) arrange();
    if (comeOrGone && (!isNested || !sameIds(before, roots))) return null;
    const alone = kept.flatMap(allRowsOf).filter(({ branch }) => !shownAnew.has(branch));
    const ids = [...[...shownAnew].map(({ id, folder }) => (comeOrGone ? folder : id)), ...alone.map(({ id }) => id)];
    return ids.length > mostRows ? null : [...new Set(ids)];
  }

  function branchNode(branch: Branch): TreeNode {
    branch.node ??= groupNode(
      branch.id,
      isNested ? branch.folder : null,
      branch.group,
      branch.rows.map(({ indexed }) => indexed.report),
      branch.rows.map(({ id }) => id),
      view,
      branch.isTooMany,
    );
    return branch.node;
  }

  function node(id: string): TreeNode | undefined {
    const row = rows.get(id);
    if (row !== undefined) return itemNode(id, row.indexed, row.branch.id, view);
    const branch = branches.get(id);
    if (branch !== undefined) return branchNode(branch);
    const folder = folderNodes.get(id);
    if (folder !== undefined) return folder;
    const end = id.lastIndexOf('#');
    const of = rows.get(id.slice(0, Math.max(0, end)));
    return of && pointNode(of.id, of.indexed, id.slice(end + 1));
  }

  const parent = (id: string): string | null | undefined => rows.get(id)?.branch.id ?? node(id)?.parent;

  function moveTo(id: string): Move | undefined {
    for (let at: string | null | undefined = id; at; at = parent(at)) {
      const branch = branches.get(at);
      if (branch) return branch.group.move;
    }
    return undefined;
  }

  for (const indexed of documents) if (isHere(indexed)) for (const row of enter(indexed)) row.branch.rows.push(row);
  for (const branch of branches.values()) branch.rows.sort(byOrder);
  arrange();
  return {
    get roots() {
      return roots;
    },
    node,
    parent,
    rowsOf: (key) => allRowsOf(key).map(({ id }) => id),
    moveTo,
    counts,
    isCurrent,
    follow,
  };
}

/** Where the row stands, or belongs, among those of its branch. */
function placeOf(row: Row): number {
  const { rows } = row.branch;
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.order ?? '') < row.order) low = middle + 1;
    else high = middle;
  }
  return low;
}

const sameIds = (before: readonly string[], after: readonly string[]): boolean =>
  before.length === after.length && before.every((id, index) => id === after[index]);

const orders = new WeakMap<DocumentReport, string>();

/** What lacks most comes first, then by path, with numbers in their order; by due date, what is due first. */
function orderOf(report: DocumentReport, grouping: Grouping): string {
  let order = orders.get(report);
  if (order === undefined) {
    // Some paths sort alike without their letter case.
    order = `${isOpen(report) ? metPoints(report.points) : 0} ${sortable(report.path)} ${report.path}`;
    orders.set(report, order);
  }
  return grouping === 'due' ? `${report.due} ${order}` : order;
}

const byOrder = (a: { readonly order: string }, b: { readonly order: string }): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : 0;
