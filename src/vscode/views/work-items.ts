import * as vscode from 'vscode';
import { type Grouping, groupingNames, groupings } from '../../app/groupings.ts';
import type { Files, Log } from '../../app/ports.ts';
import type { sidebar } from '../../app/sidebar.ts';
import { createSlices, type SlicePorts, sliceBudget } from '../../app/slices.ts';
import { documentKeyOf } from '../../app/tree-node.ts';
import { type Filter, filterName, isFiltering, noFilter } from '../../app/work-item-filter.ts';
import { workItemTooltip } from '../../app/work-item-tooltip.ts';
import type { WorkItemTree } from '../../app/work-item-tree.ts';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import type { WorkItemGraph } from '../../core/graph/graph.ts';
import type { CurrentReader } from '../host/reader.ts';
import { movingBetweenGroups } from './moving.ts';
import { tooltipMarkdown } from './tooltip-markdown.ts';
import { nearRows, openAt, toTreeItem } from './tree-items.ts';

/** The id of the view in package.json. */
export const workItemsViewId = 'asyncReady.workItems';

export interface WorkItemsView extends vscode.Disposable {
  /** Reads the workspace anew, with the view's progress; what goes wrong is said in the view. */
  refresh(): Promise<void>;
  /** Opens the view and selects the work item of the document `key`; a filter that hides it is taken away. */
  reveal(key: string): Promise<void>;
  readonly grouping: Grouping;
  /** Groups the work items so, from now on in this workspace. */
  groupBy(grouping: Grouping): Promise<void>;
  readonly filter: Filter;
  /** Shows these work items only. */
  show(filter: Filter): void;
}

export interface WorkItemsPorts extends SlicePorts {
  readonly index: WorkspaceIndex;
  readonly files: Files;
  readonly graph: WorkItemGraph;
  readonly log: Log;
  readonly reader: CurrentReader;
  /** Where the grouping is kept. */
  readonly memory: vscode.Memento;
}

/**
 * How long changes are gathered at first, in milliseconds, before the tree follows while the workspace is read. It is twice as
 * long each time: VS Code takes all the rows anew, and these become more and more.
 */
const readingDelay = 500;

/** Changes that are followed one by one; for more, building the tree anew is faster. */
const mostFollowed = 500;

const groupingMemory = 'workItems.grouping';

/** Shows the work items of the index. The workspace is read when the tree is looked at for the first time. */
export function showWorkItems(ports: WorkItemsPorts): WorkItemsView {
  const { index, files, graph, log, reader, memory } = ports;
  const rowSlices = createSlices(ports, sliceBudget);
  /** Both from when the tree is first needed. */
  let parts: typeof sidebar | undefined;
  let tree: WorkItemTree | undefined;
  let filter = noFilter;
  let grouping = groupings.find((known) => known === memory.get(groupingMemory)) ?? 'readiness';
  const changedKeys = new Set<string>();
  let lookedAt = false;
  let isOutdated = false;
  /** Why the workspace could not be read. */
  let failure = '';
  let loading: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pace = readingDelay;
  const didChange = new vscode.EventEmitter<string[] | undefined>();
  const near = nearRows();

  const provider: vscode.TreeDataProvider<string> = {
    onDidChangeTreeData: didChange.event,
    getChildren(id) {
      if (id !== undefined) return near.below(id, tree?.node(id)?.children);
      if (!lookedAt) lookFirst();
      return near.below(undefined, tree?.roots);
    },
    getParent: (id) => tree?.parent(id),
    async getTreeItem(id) {
      // VS Code asks for all rows of a group at once, and there may be thousands.
      while (rowSlices.isOver()) await rowSlices.pause();
      const node = tree?.node(id);
      // VS Code may still ask for a row that has just gone; the change that says so is on its way.
      return node === undefined ? new vscode.TreeItem('') : toTreeItem(node, near.has(id));
    },
    /** What is needed on hover or click only. */
    resolveTreeItem(item, id) {
      const node = tree?.node(id);
      const key = documentKeyOf(id);
      const report = index.documents.get(key)?.report;
      if (node?.target !== undefined) item.command = openAt(node.target);
      if (node?.kind === 'workItem' && report) item.tooltip = tooltipMarkdown(workItemTooltip(report, key, graph));
      return item;
    },
  };
  const view: vscode.TreeView<string> = vscode.window.createTreeView(workItemsViewId, {
    treeDataProvider: provider,
    showCollapseAll: true,
    canSelectMany: true,
    dragAndDropController: movingBetweenGroups(() => tree),
  });

  const following = [
    { dispose: index.onDidChange(changed) },
    vscode.workspace.onDidChangeWorkspaceFolders(showAnew),
    // Who the reader is matters where owners tell work items apart.
    reader.onDidChange(() => (grouping === 'owner' || isFiltering(filter)) && showAnew()),
    view.onDidChangeVisibility(({ visible }) => visible && isOutdated && fire(null)),
  ];

  function lookFirst(): void {
    lookedAt = true;
    read(() => index.start()).catch((error: unknown) => log.error('The view failed.', error));
    reader.ask();
  }

  function changed(keys: ReadonlySet<string>): void {
    for (const key of keys) if (!tree?.isCurrent(key, index.documents.get(key))) changedKeys.add(key);
    if (changedKeys.size > 0) followSoon();
  }

  function followSoon(): void {
    const isReading = index.waiting > 0;
    if (!isReading && pace > readingDelay) {
      // All is read: nothing more is to be waited for.
      clearTimeout(timer);
      timer = undefined;
      pace = readingDelay;
    }
    timer ??= setTimeout(followNow, nextDelay(isReading));
  }

  function nextDelay(isReading: boolean): number {
    // What is there when all is read, or the first few of a large workspace are, is seen at once.
    if (!isReading) return 0;
    pace *= 2;
    return pace / 2;
  }

  function followNow(): void {
    clearTimeout(timer);
    timer = undefined;
    if (tree === undefined || changedKeys.size > mostFollowed) showAnew();
    else {
      const rows = tree.follow(Array.from(changedKeys, (key) => [key, index.documents.get(key)] as const));
      changedKeys.clear();
      if (rows === null || rows.length > 0) fire(rows);
      sayWhatIsShown(tree);
    }
  }

  /** Has these rows shown anew, all where there is null; while nobody sees them, later. */
  function fire(rows: readonly string[] | null): void {
    isOutdated = !view.visible;
    if (!isOutdated) didChange.fire(rows === null ? undefined : [...rows]);
  }

  /** Builds the tree, and shows all of it. */
  function showAnew(): void {
    if (parts === undefined) {
      load();
      return;
    }
    changedKeys.clear();
    const before = tree;
    tree = parts.workItemTree(files.folders(), index.documents.values(), { grouping, filter, ...reader.now() });
    // VS Code takes the next rows later where it has been told of none.
    if (before?.roots.length || tree.roots.length) fire(null);
    sayWhatIsShown(tree);
  }

  function load(): void {
    loading ??= import('../../app/sidebar.ts').then(
      (loaded) => {
        parts = loaded.sidebar;
        followSoon();
      },
      (error: unknown) => log.error('The view could not be loaded.', error),
    );
  }

  function sayWhatIsShown({ counts: { notReady: count, shown, all } }: WorkItemTree): void {
    const tooltip = count === 1 ? '1 work item is not ready' : `${count} work items are not ready`;
    view.badge = index.complete && count > 0 ? { value: count, tooltip } : undefined;
    // VS Code does not look whether they have changed.
    const description = grouping === 'readiness' ? '' : `by ${groupingNames[grouping].toLowerCase()}`;
    if (view.description !== description) view.description = description;
    const narrowed = isFiltering(filter) && shown > 0 ? `${shown} of ${all}: ${filterName(filter)}` : '';
    const message = failure || narrowed;
    if (view.message !== message) view.message = message;
  }

  function show(wanted: Filter): void {
    filter = wanted;
    vscode.commands
      .executeCommand('setContext', 'asyncReady.filtered', isFiltering(filter))
      .then(undefined, (error: unknown) => log.error('The filter could not be told.', error));
    showAnew();
  }

  async function read(work: () => Promise<void>): Promise<void> {
    load();
    await loading;
    try {
      await vscode.window.withProgress({ location: { viewId: workItemsViewId } }, work);
      failure = '';
    } catch (error) {
      log.error('The workspace could not be read.', error);
      failure = `The workspace could not be read: ${error instanceof Error ? error.message : String(error)}`;
    }
    followNow();
    // From now on an empty tree says that there are no work items.
    await vscode.commands.executeCommand('setContext', 'asyncReady.indexed', index.complete);
  }

  return {
    refresh: () => read(() => index.refresh()),
    async reveal(key) {
      await index.settled();
      load();
      await loading;
      followNow();
      if (tree?.node(key) === undefined && isFiltering(filter)) show(noFilter);
      if (tree?.node(key) !== undefined) await view.reveal(key, { select: true, focus: true, expand: true });
    },
    get grouping() {
      return grouping;
    },
    async groupBy(wanted) {
      grouping = wanted;
      showAnew();
      await memory.update(groupingMemory, wanted);
    },
    get filter() {
      return filter;
    },
    show,
    dispose() {
      clearTimeout(timer);
      vscode.Disposable.from(...following, view, didChange).dispose();
    },
  };
}
