import * as vscode from 'vscode';
import type { Navigation } from '../../app/navigation.ts';
import type { Log } from '../../app/ports.ts';
import { RenameRefused, type Renaming, renamable, renameWorkItem } from '../../app/rename-work-item.ts';
import { cancellable } from '../host/cancellation.ts';
import { checkInput, documentRef, documentSelector } from '../host/documents.ts';
import { toRange } from '../host/positions.ts';
import { tell } from '../host/tell.ts';

/** Renames the id of a work item wherever it stands, with its file, in one step that can be looked at first and undone. */
export function renameIds(navigation: Navigation, log: Log): vscode.Disposable {
  const targetAt = (document: vscode.TextDocument, position: vscode.Position) =>
    navigation.targetAt(documentRef(document.uri), checkInput(document).text, document.offsetAt(position));

  return vscode.languages.registerRenameProvider(documentSelector, {
    async prepareRename(document, position) {
      const key = document.uri.toString();
      const target = await targetAt(document, position);
      // In other documents it is for others to say what can be renamed.
      if (!navigation.graph.get(key)) return undefined;
      const { id, range } = renamable(target, key);
      return { range: toRange(range), placeholder: id };
    },
    async provideRenameEdits(document, position, name, token) {
      try {
        const { item, id } = renamable(await targetAt(document, position), document.uri.toString());
        const renaming = await cancellable(token, (signal) =>
          renameWorkItem(navigation, item, id, name.trim(), signal),
        );
        return renaming && (await editOf(renaming));
      } catch (error) {
        if (!(error instanceof RenameRefused)) throw error;
        // Were it refused by an error, VS Code would rename `[TASK-1]` here alone, as the name of a link.
        tell(error.message, log);
        return new vscode.WorkspaceEdit();
      }
    },
  });
}

/** One edit that can be looked at first and undone. Throws a RenameRefused when the file's new name is taken. */
async function editOf({ edits, move }: Renaming): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const uriOf = (key: string): vscode.Uri => vscode.Uri.parse(key, true);
  const moved = move && vscode.Uri.joinPath(uriOf(move.item.folder), move.path);
  if (move && moved) {
    if (await exists(moved)) throw new RenameRefused(`There is a file ${move.path} already. Choose another id.`);
    // First: VS Code may apply what concerns files before what concerns texts, in whichever order they are given.
    edit.renameFile(uriOf(move.item.key), moved, { overwrite: false });
  }
  for (const { document, range, text } of edits) {
    const uri = moved && document.key === move.item.key ? moved : uriOf(document.key);
    edit.replace(uri, toRange(range), text);
  }
  return edit;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}
