import type { GraphItem, WorkItemGraph } from '../core/graph/graph.ts';
import { people } from '../core/people.ts';
import { openWaitsOf } from './open-waits.ts';
import type { WorkspaceFolder } from './ports.ts';
import { isOpen, isReady } from './readiness.ts';
import type { Rows } from './rows.ts';
import type { Slices } from './slices.ts';
import type { TreeNode } from './tree-node.ts';
import { type Reader, sortable } from './work-item-groups.ts';
import { itemNode, plainView } from './work-item-rows.ts';
import type { IndexedDocument } from './workspace-index.ts';

/** An item that could be begun now, and how much it sets free. */
interface Start {
  readonly indexed: IndexedDocument;
  /** How much open work waits on it, by way of other work, too. */
  readonly frees: number;
  readonly isMine: boolean;
}

/** How many work items are looked at behind one: all work of a large workspace may hang together. */
const most = 500;

/**
 * The work items that are ready, not begun by others and wait on nothing that is open: what sets free most comes first, then what is the
 * reader's, then what is due first. Not those in progress: their owners are at them.
 */
export async function readyToStart(
  folders: readonly WorkspaceFolder[],
  documents: Iterable<IndexedDocument>,
  graph: WorkItemGraph,
  reader: Reader,
  slices: Slices,
): Promise<Rows> {
  const starts: Start[] = [];
  for (const indexed of [...documents]) {
    while (slices.isOver()) await slices.pause();
    const start = startOf(indexed, graph, reader);
    if (start) starts.push(start);
  }
  const order = ({ frees, isMine, indexed: { report } }: Start): string =>
    [String(most - frees).padStart(4, '0'), isMine ? 0 : 1, report.due ?? '9', sortable(report.path)].join(' ');
  const sorted = starts.map((start) => ({ start, at: order(start) })).sort((a, b) => (a.at < b.at ? -1 : 1));
  const nodes = new Map(sorted.map(({ start }) => [start.indexed.document.key, rowOf(start, folders, reader)]));
  return { roots: [...nodes.keys()], nodes };
}

function startOf(indexed: IndexedDocument, graph: WorkItemGraph, reader: Reader): Start | null {
  const { document, report } = indexed;
  if (!isOpen(report) || report.inProgress || !isReady(report)) return null;
  if (report.statusKind === 'blocked') return null;
  const owners = people(report.owner ?? '');
  const isMine = owners.some(reader.isMe);
  const item = graph.get(document.key);
  if ((owners.length > 0 && !isMine) || !item) return null;
  if (openWaitsOf(item, graph, []).length > 0) return null;
  return { indexed, frees: freedBy(item, graph), isMine };
}

/** How much open work waits on the item, by way of other work, too. */
function freedBy(item: GraphItem, { dependantsOf }: Pick<WorkItemGraph, 'dependantsOf'>): number {
  const found = new Set([item.key]);
  const queue = [item];
  for (const at of queue) {
    for (const dependant of dependantsOf(at)) {
      if (found.has(dependant.key)) continue;
      found.add(dependant.key);
      queue.push(dependant);
    }
    if (found.size > most) break;
  }
  return Math.min(most, found.size - 1);
}

function rowOf({ indexed, frees, isMine }: Start, folders: readonly WorkspaceFolder[], reader: Reader): TreeNode {
  const { document, report } = indexed;
  const row = itemNode(document.key, indexed, '', { ...plainView, ...reader });
  const folder = folders.length > 1 ? folders.find(({ key }) => key === document.folder)?.name : undefined;
  const freed = frees === 0 ? null : `frees ${frees === most ? `${most} or more` : frees}`;
  const whose = isMine ? 'yours' : null;
  const due = report.due === null ? null : `due ${report.due}`;
  return {
    ...row,
    parent: null,
    children: [],
    description: [freed, whose, due, report.status, folder].filter(Boolean).join(' · '),
    accessibilityLabel: [
      row.accessibilityLabel,
      freed && `${freed} work ${frees === 1 ? 'item' : 'items'}`,
      whose,
      folder,
    ]
      .filter(Boolean)
      .join(', '),
  };
}
