import * as vscode from 'vscode';
import { documentKeyOf } from '../../app/tree-node.ts';
import type { WorkItemTree } from '../../app/work-item-tree.ts';
import type { Dropped } from '../commands/move-work-items.ts';

/** As VS Code calls what is dragged in the view `asyncReady.workItems`. */
const rowsType = 'application/vnd.code.tree.asyncready.workitems';

/** Lets work items be dragged to another group, and into editors. */
export function movingBetweenGroups(tree: () => WorkItemTree | undefined): vscode.TreeDragAndDropController<string> {
  return {
    dragMimeTypes: ['text/uri-list'],
    dropMimeTypes: [rowsType],
    handleDrag(rows, data) {
      const keys = rows.filter((id) => tree()?.node(id)?.kind === 'workItem').map(documentKeyOf);
      if (keys.length === 0) return;
      data.set(rowsType, new vscode.DataTransferItem(keys));
      data.set('text/uri-list', new vscode.DataTransferItem(keys.join('\r\n')));
    },
    async handleDrop(target, data) {
      const keys: unknown = data.get(rowsType)?.value;
      const shown = tree();
      if (target === undefined || shown === undefined || !Array.isArray(keys)) return;
      const moved = keys.filter((key) => !shown.rowsOf(key).some((id) => sameGroup(shown, id, target)));
      if (moved.length === 0) return;
      const dropped: Dropped = { keys: moved, to: shown.moveTo(target) };
      await vscode.commands.executeCommand('asyncReady.moveWorkItems', dropped);
    },
  };
}

/** Whether both rows stand in the same group. */
function sameGroup(tree: WorkItemTree, id: string, other: string): boolean {
  const groupOf = (row: string | null | undefined): string | null | undefined =>
    row && tree.node(row)?.kind !== 'group' ? groupOf(tree.parent(row)) : row;
  return groupOf(id) === groupOf(other);
}
