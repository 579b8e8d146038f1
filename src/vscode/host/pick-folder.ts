import * as vscode from 'vscode';
import type { Files } from '../../app/ports.ts';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';

/**
 * The key of the workspace folder to work in: that of the tree's row `argument`, else that of the active editor,
 * else the only one, else the one that the user picks.
 * Throws a CancellationError when the user picks none, and an Error when no folder is open.
 */
export async function pickFolder(
  files: Files,
  index: WorkspaceIndex,
  argument: unknown,
  placeHolder: string,
): Promise<string> {
  const folders = files.folders();
  if (folders.length === 0) throw new Error('Open a folder first: this needs a place to write to.');
  const row = typeof argument === 'string' ? index.documents.get(argument)?.document.folder : undefined;
  if (row !== undefined) return row;
  const active = vscode.window.activeTextEditor?.document.uri;
  const activeFolder = active && vscode.workspace.getWorkspaceFolder(active)?.uri.toString();
  const [first] = folders;
  const known = activeFolder ?? (folders.length === 1 ? first?.key : undefined);
  if (known !== undefined) return known;
  const picked = await vscode.window.showQuickPick(
    folders.map(({ key, name }) => ({ label: name, key })),
    { placeHolder },
  );
  if (picked === undefined) throw new vscode.CancellationError();
  return picked.key;
}
