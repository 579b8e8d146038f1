import * as vscode from 'vscode';
import { type HandoffFilter, type HandoffRow, handoffFilters, handoffTree } from '../../app/handoff-tree.ts';
import type { HandoffTooltip } from '../../app/handoff-words.ts';
import type { Clock, Files } from '../../app/ports.ts';
import { readerTime } from '../../app/reader-time.ts';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import { memberCalled } from '../../core/team.ts';
import type { Settings } from '../host/settings.ts';
import { appendWords } from '../views/tooltip-markdown.ts';
import { openAt, rowItem } from '../views/tree-items.ts';
import type { KnownHandoffs } from './known-handoffs.ts';

export interface HandoffRowsPorts {
  readonly known: KnownHandoffs;
  readonly index: WorkspaceIndex;
  readonly files: Files;
  readonly settings: Pick<Settings, 'team'>;
  readonly clock: Clock;
  /** Kept for the workspace. */
  readonly state: vscode.Memento;
  readonly view: vscode.TreeView<string>;
  /** Has the view ask for all rows anew. */
  changed(): void;
}

/** The rows of the Handoffs view. */
export interface HandoffRows extends vscode.Disposable, Required<Pick<vscode.TreeDataProvider<string>, 'getParent'>> {
  getChildren(id: string | undefined): string[];
  getTreeItem(id: string): vscode.TreeItem;
  resolveTreeItem(item: vscode.TreeItem, id: string): vscode.TreeItem;
  /** Keys of the open handoffs that are shown. */
  readonly open: readonly string[];
  /** Asks whose handoffs are to be shown. */
  chooseFilter(): Promise<void>;
}

const filterKey = 'handoffs.filter';
const filterNames: Readonly<Record<HandoffFilter, string>> = { all: 'All', 'for-me': 'For me', 'from-me': 'From me' };

/** How often the ages of what is seen are told anew, in milliseconds. */
const aging = 60_000;

export function createHandoffRows({
  known,
  index,
  files,
  settings,
  clock,
  state,
  view,
  changed,
}: HandoffRowsPorts): HandoffRows {
  let filter = handoffFilters.find((one) => one === state.get(filterKey)) ?? 'all';
  let tree = build();

  function build(): ReturnType<typeof handoffTree> {
    const names = new Map(files.folders().map(({ key, name }) => [key, name]));
    return handoffTree({
      ...known.list,
      filter,
      time: readerTime(clock),
      folderName: (folder) => (names.size > 1 ? (names.get(folder) ?? null) : null),
      driftOf: known.driftOf,
      timezoneOf: (folder, name) => memberCalled(settings.team(folder), name)?.timezone,
      workItem(folder, path) {
        const key = files.keyOf(folder, path);
        const title = index.documents.get(key)?.report.title;
        return { key, ...(title !== undefined && { title }) };
      },
    });
  }

  function show(): void {
    tree = build();
    changed();
    const { waiting } = tree;
    const tooltip = waiting === 1 ? '1 handoff waits for you' : `${waiting} handoffs wait for you`;
    view.badge = waiting > 0 ? { value: waiting, tooltip } : undefined;
    view.description = filter === 'all' ? '' : filterNames[filter].toLowerCase();
    const hidden = tree.roots.length === 0 && known.list.handoffs.length > 0;
    vscode.commands.executeCommand('setContext', 'asyncReady.handoffsHidden', hidden);
  }

  const timer = setInterval(() => {
    if (view.visible && tree.roots.length > 0) show();
  }, aging);
  const following = [
    known.onDidChange(show),
    view.onDidChangeVisibility(({ visible }) => {
      if (!visible) return;
      show();
      known.lookAgain();
    }),
  ];
  return {
    getChildren: (id) => [...(id === undefined ? tree.roots : (tree.row(id)?.children ?? []))],
    getParent: (id) => tree.parent(id),
    getTreeItem(id) {
      const row = tree.row(id);
      // VS Code may still ask for a row that has just gone; the change that says so is on its way.
      return row === undefined ? new vscode.TreeItem('') : toTreeItem(row);
    },
    resolveTreeItem(item, id) {
      const tooltip = tree.tooltip(id);
      if (tooltip !== undefined) item.tooltip = tooltipMarkdown(tooltip);
      return item;
    },
    get open() {
      return tree.open;
    },
    async chooseFilter() {
      const picked = await vscode.window.showQuickPick(
        handoffFilters.map((one) => ({
          label: filterNames[one],
          ...(one === filter && { description: 'shown now' }),
          one,
        })),
        { title: 'Filter Handoffs', placeHolder: 'Whose handoffs are to be shown?' },
      );
      if (picked === undefined) return;
      filter = picked.one;
      await state.update(filterKey, filter);
      show();
    },
    dispose() {
      clearInterval(timer);
      vscode.Disposable.from(...following).dispose();
    },
  };
}

function toTreeItem(row: HandoffRow): vscode.TreeItem {
  const item = rowItem(row);
  item.contextValue = `handoffs.${row.kind}${row.mine ? '.mine' : ''}`;
  if (row.target !== undefined) item.command = openAt(row.target);
  return item;
}

/** The tooltip as it is shown. Everything in it is a document's text: escaped, never trusted. */
function tooltipMarkdown({ title, summary, facts }: HandoffTooltip): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.appendMarkdown('**');
  appendWords(text, title);
  text.appendMarkdown('**\n\n');
  if (summary !== '') {
    appendWords(text, summary);
    text.appendMarkdown('\n\n');
  }
  for (const [label, value] of facts) {
    text.appendMarkdown('- **');
    appendWords(text, label);
    text.appendMarkdown('**: ');
    appendWords(text, value);
    text.appendMarkdown('\n');
  }
  return text;
}
