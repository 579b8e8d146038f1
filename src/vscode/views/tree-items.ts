import * as vscode from 'vscode';
import type { TreeNode, TreeRow } from '../../app/tree-node.ts';
import { remembered } from '../../core/remembered.ts';
import { toRange } from '../host/positions.ts';

/** Rows of each list that know from the beginning what a click on them does. */
const mostNear = 200;

/** The rows at the beginning of each list. */
export interface NearRows {
  /** Notes the first of the rows below `id`, or at the top. @returns a copy of `rows` */
  below(id: string | undefined, rows?: readonly string[]): string[];
  has(id: string): boolean;
}

/**
 * Keeps which rows somebody may click right away. While VS Code takes rows anew, it has forgotten them, and a click on one
 * of which it would first have to ask what that does is lost; to tell it of all of thousands takes too much memory.
 */
export function nearRows(): NearRows {
  const near = new Set<string>();
  return {
    below(id, rows = []) {
      if (id === undefined) near.clear();
      for (const row of rows.slice(0, mostNear)) near.add(row);
      return [...rows];
    },
    has: (id) => near.has(id),
  };
}

/** A row as VS Code shows it. What is needed on hover only comes later, as what a click does where it is not `near`. */
export function toTreeItem(node: TreeNode, near: boolean): vscode.TreeItem {
  const item = rowItem(node);
  item.contextValue = node.state ? `${node.kind}.${node.state}` : node.kind;
  if (near && node.target !== undefined) item.command = openAt(node.target);
  return item;
}

/** What VS Code shows of any row. */
export function rowItem(row: TreeRow): vscode.TreeItem {
  const { None, Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const state = row.children.length === 0 ? None : row.expanded ? Expanded : Collapsed;
  const item = new vscode.TreeItem(row.label, state);
  // VS Code keeps unfolded what it knows by its id.
  item.id = row.tooMany ? `${row.id} folded` : row.id;
  item.accessibilityInformation = { label: row.accessibilityLabel };
  if (row.description !== undefined) item.description = row.description;
  if (row.icon !== undefined) {
    const { name, color = '' } = row.icon;
    item.iconPath = themeIcon(`${name} ${color}`);
  }
  return item;
}

/** One for all rows of which there may be thousands. */
const themeIcon = remembered((nameAndColor) => {
  const [name = '', color = ''] = nameAndColor.split(' ');
  return new vscode.ThemeIcon(name, color === '' ? undefined : new vscode.ThemeColor(color));
});

/** What a click on a row does. */
export function openAt({ key, range }: NonNullable<TreeRow['target']>): vscode.Command {
  const start = range && toRange(range).start;
  const options: vscode.TextDocumentShowOptions = start ? { selection: new vscode.Range(start, start) } : {};
  return { command: 'vscode.open', title: 'Open', arguments: [vscode.Uri.parse(key, true), options] };
}
