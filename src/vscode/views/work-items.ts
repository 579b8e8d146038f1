import * as vscode from 'vscode';
import type { Files, Log } from '../../app/ports.ts';
import { createSlices, type SlicePorts, sliceBudget } from '../../app/slices.ts';
import { changedNodes, type TreeNode, workItemTree } from '../../app/work-item-tree.ts';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import { toRange } from '../host/positions.ts';
import { tooltipMarkdown } from './tooltip-markdown.ts';

/** The id of the view in package.json. */
export const workItemsViewId = 'asyncReady.workItems';

export interface WorkItemsView extends vscode.Disposable {
  /** Reads the workspace anew, with the view's progress; what goes wrong is said in the view. */
  refresh(): Promise<void>;
  /** Opens the view and selects the work item of the document `key`. */
  reveal(key: string): Promise<void>;
}

/** How long changes are gathered before the tree follows, in milliseconds: at rest, and while the workspace is read. */
const refreshDelay = { atRest: 50, reading: 500 };

/** Shows the work items of the index. The workspace is read when the tree is looked at for the first time. */
export function showWorkItems(index: WorkspaceIndex, files: Files, log: Log, slices: SlicePorts): WorkItemsView {
  const rowSlices = createSlices(slices, sliceBudget);
  let tree = workItemTree([], []);
  const changedKeys = new Set<string>();
  let lookedAt = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const didChange = new vscode.EventEmitter<string[] | undefined>();

  const provider: vscode.TreeDataProvider<string> = {
    onDidChangeTreeData: didChange.event,
    getChildren(id) {
      if (id !== undefined) return [...(tree.node(id)?.children ?? [])];
      if (!lookedAt) show(() => index.start()).catch((error: unknown) => log.error('The view failed.', error));
      lookedAt = true;
      return [...tree.roots];
    },
    getParent: (id) => tree.parent(id),
    async getTreeItem(id) {
      // VS Code asks for all rows of a group at once, and there may be thousands.
      while (rowSlices.isOver()) await rowSlices.pause();
      const node = tree.node(id);
      // VS Code may still ask for a row that has just gone; the change that says so is on its way.
      return node === undefined ? new vscode.TreeItem('') : toTreeItem(node);
    },
    /** What is needed on hover or click only. */
    resolveTreeItem(item, id) {
      const target = tree.node(id)?.target;
      if (target !== undefined) item.command = openAt(target);
      const tooltip = tree.tooltip(id);
      if (tooltip !== undefined) item.tooltip = tooltipMarkdown(tooltip);
      return item;
    },
  };
  const view: vscode.TreeView<string> = vscode.window.createTreeView(workItemsViewId, {
    treeDataProvider: provider,
    showCollapseAll: true,
  });

  const following = [
    { dispose: index.onDidChange(changed) },
    vscode.workspace.onDidChangeWorkspaceFolders(() => followSoon()),
    view.onDidChangeVisibility(({ visible }) => visible && changedKeys.size > 0 && followNow()),
  ];

  function changed(keys: ReadonlySet<string>): void {
    for (const key of keys) changedKeys.add(key);
    // Nobody sees the rows, and what is typed seldom changes more than these.
    if (view.visible || ![...keys].every(staysInPlace)) followSoon();
  }

  function staysInPlace(key: string): boolean {
    const indexed = index.documents.get(key);
    return indexed !== undefined && tree.holds(indexed);
  }

  function followSoon(): void {
    timer ??= setTimeout(followNow, index.waiting > 0 ? refreshDelay.reading : refreshDelay.atRest);
  }

  function followNow(): void {
    clearTimeout(timer);
    timer = undefined;
    const before = tree;
    tree = workItemTree(files.folders(), index.documents.values());
    const rows = changedNodes(before, tree, changedKeys);
    changedKeys.clear();
    if (rows === null) didChange.fire(undefined);
    else if (rows.length > 0) didChange.fire(rows);
    showBadge();
  }

  function showBadge(): void {
    const count = tree.notReady;
    const tooltip = count === 1 ? '1 work item is not ready' : `${count} work items are not ready`;
    view.badge = index.complete && count > 0 ? { value: count, tooltip } : undefined;
  }

  async function show(work: () => Promise<void>): Promise<void> {
    try {
      await vscode.window.withProgress({ location: { viewId: workItemsViewId } }, work);
      view.message = '';
    } catch (error) {
      log.error('The workspace could not be read.', error);
      view.message = `The workspace could not be read: ${error instanceof Error ? error.message : String(error)}`;
    }
    followNow();
    // From now on an empty tree says that there are no work items.
    await vscode.commands.executeCommand('setContext', 'asyncReady.indexed', index.complete);
  }

  return {
    refresh: () => show(() => index.refresh()),
    async reveal(key) {
      await index.settled();
      followNow();
      if (tree.node(key) !== undefined) await view.reveal(key, { select: true, focus: true, expand: true });
    },
    dispose() {
      clearTimeout(timer);
      vscode.Disposable.from(...following, view, didChange).dispose();
    },
  };
}

function toTreeItem(node: TreeNode): vscode.TreeItem {
  const { None, Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const state = node.children.length === 0 ? None : node.expanded ? Expanded : Collapsed;
  const item = new vscode.TreeItem(node.label, state);
  item.id = node.id;
  item.contextValue = node.notReady ? 'workItem.notReady' : node.kind;
  item.accessibilityInformation = { label: node.accessibilityLabel };
  if (node.description !== undefined) item.description = node.description;
  if (node.icon !== undefined) {
    const { name, color } = node.icon;
    item.iconPath = new vscode.ThemeIcon(name, color === undefined ? undefined : new vscode.ThemeColor(color));
  }
  return item;
}

function openAt({ key, range }: NonNullable<TreeNode['target']>): vscode.Command {
  const { start } = toRange(range);
  const options: vscode.TextDocumentShowOptions = { selection: new vscode.Range(start, start) };
  return { command: 'vscode.open', title: 'Open', arguments: [vscode.Uri.parse(key, true), options] };
}
