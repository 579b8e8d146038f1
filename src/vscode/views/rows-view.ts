import * as vscode from 'vscode';
import type { Log } from '../../app/ports.ts';
import { missingPoints } from '../../app/readiness.ts';
import type { Rows } from '../../app/rows.ts';
import { createSlices, type SlicePorts, type Slices, sliceBudget } from '../../app/slices.ts';
import { documentKeyOf } from '../../app/tree-node.ts';
import { workItemTooltip } from '../../app/work-item-tooltip.ts';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import type { WorkItemGraph } from '../../core/graph/graph.ts';
import type { DocumentReport } from '../../core/report.ts';
import type { CurrentReader } from '../host/reader.ts';
import { tooltipMarkdown } from './tooltip-markdown.ts';
import { nearRows, openAt, toTreeItem } from './tree-items.ts';

export interface RowsViewPorts extends SlicePorts {
  readonly index: WorkspaceIndex;
  readonly graph: WorkItemGraph;
  readonly reader: CurrentReader;
  readonly log: Log;
}

/** How long changes are gathered before the rows are made anew, in milliseconds. */
const delay = 150;

const noRows: Rows = { roots: [], nodes: new Map() };

/** Shows rows that follow from all work items: `build` makes them when the view is looked at, and anew, in slices, while it is in sight. */
export function showRows(
  viewId: string,
  ports: RowsViewPorts,
  build: (slices: Slices) => Promise<Rows>,
): vscode.Disposable {
  const { index, graph, reader, log } = ports;
  const didChange = new vscode.EventEmitter<undefined>();
  /** What documents that have changed tell now. */
  const lastTold = new Map<string, string>();
  const near = nearRows();
  let rows = noRows;
  let isLookedAt = false;
  let isOutdated = true;
  let isBuilding = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const provider: vscode.TreeDataProvider<string> = {
    onDidChangeTreeData: didChange.event,
    getChildren(id) {
      if (id !== undefined) return near.below(id, rows.nodes.get(id)?.children);
      if (!isLookedAt) lookFirst();
      return near.below(undefined, rows.roots);
    },
    getParent: (id) => rows.nodes.get(id)?.parent,
    getTreeItem(id) {
      const node = rows.nodes.get(id);
      return node === undefined ? new vscode.TreeItem('') : toTreeItem(node, near.has(id));
    },
    /** What is needed on hover or click only. */
    resolveTreeItem(item, id) {
      const node = rows.nodes.get(id);
      const key = documentKeyOf(id);
      const report = index.documents.get(key)?.report;
      if (node?.target !== undefined) item.command = openAt(node.target);
      if (report) item.tooltip = tooltipMarkdown(workItemTooltip(report, key, graph));
      return item;
    },
  };
  const view = vscode.window.createTreeView(viewId, { treeDataProvider: provider, showCollapseAll: true });

  function lookFirst(): void {
    isLookedAt = true;
    reader.ask();
    const read = vscode.window.withProgress({ location: { viewId } }, () => index.start());
    read.then(undefined, (error: unknown) => log.error('The workspace could not be read.', error)).then(followSoon);
  }

  /** Most of what is typed changes nothing that the rows tell. */
  function isNews(keys: ReadonlySet<string>): boolean {
    if (!index.complete) return true;
    let found = false;
    for (const key of keys) {
      const now = told(index.documents.get(key)?.report);
      if (lastTold.get(key) === now) continue;
      lastTold.set(key, now);
      found = true;
    }
    return found;
  }

  function followSoon(): void {
    isOutdated = true;
    if (view.visible && index.complete && !isBuilding) timer ??= setTimeout(followNow, delay);
  }

  function followNow(): void {
    timer = undefined;
    isBuilding = true;
    follow()
      .catch((error: unknown) => log.error('The view failed.', error))
      .then(() => {
        isBuilding = false;
        if (isOutdated) followSoon();
      });
  }

  async function follow(): Promise<void> {
    isOutdated = false;
    const before = rows;
    rows = await build(createSlices(ports, sliceBudget));
    if (before === noRows || drawing(before) !== drawing(rows)) didChange.fire(undefined);
    // From now on an empty tree says something.
    await vscode.commands.executeCommand('setContext', `${viewId}.known`, true);
  }

  const following = [
    { dispose: index.onDidChange((keys) => isNews(keys) && followSoon()) },
    reader.onDidChange(followSoon),
    view.onDidChangeVisibility(({ visible }) => visible && isOutdated && followSoon()),
  ];
  return {
    dispose() {
      clearTimeout(timer);
      vscode.Disposable.from(...following, view, didChange).dispose();
    },
  };
}

/** All that can be seen of the rows. */
const drawing = ({ nodes }: Rows): string => JSON.stringify([...nodes.values()]);

/** What the rows can tell of a document, with its places. */
const told = (report: DocumentReport | undefined): string => {
  if (!report?.workItem) return '';
  const { title, titleRange, id, status, owner, due, finished, links, dependencies, waits } = report;
  const relations = links.filter(({ relation }) => relation !== null);
  const facts = [title, titleRange, id, status, owner, due, finished, missingPoints(report)];
  return JSON.stringify([facts, relations, dependencies, waits]);
};
