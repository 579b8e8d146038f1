import * as vscode from 'vscode';
import type { TreeNode } from '../../app/tree-node.ts';
import { remembered } from '../../core/remembered.ts';
import { toRange } from '../host/positions.ts';

/** A row as VS Code shows it. What is needed on hover or click only comes with `openAt`. */
export function toTreeItem(node: TreeNode): vscode.TreeItem {
  const { None, Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  const state = node.children.length === 0 ? None : node.expanded ? Expanded : Collapsed;
  const item = new vscode.TreeItem(node.label, state);
  item.id = node.id;
  item.contextValue = node.state ? `${node.kind}.${node.state}` : node.kind;
  item.accessibilityInformation = { label: node.accessibilityLabel };
  if (node.description !== undefined) item.description = node.description;
  if (node.icon !== undefined) {
    const { name, color = '' } = node.icon;
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
export function openAt({ key, range }: NonNullable<TreeNode['target']>): vscode.Command {
  const { start } = toRange(range);
  const options: vscode.TextDocumentShowOptions = { selection: new vscode.Range(start, start) };
  return { command: 'vscode.open', title: 'Open', arguments: [vscode.Uri.parse(key, true), options] };
}
