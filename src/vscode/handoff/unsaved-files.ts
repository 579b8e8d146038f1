import * as vscode from 'vscode';
import { documentRef } from '../host/documents.ts';

/**
 * Offers to save what git would not see.
 * @param without what goes on without saving.
 * @returns paths, relative to the folder, of the files that stay unsaved. Throws a CancellationError when the user gives up.
 */
export async function unsavedFiles(folder: string, without: string): Promise<string[]> {
  const unsaved = () =>
    vscode.workspace.textDocuments.filter(
      ({ isDirty, isUntitled, uri }) => isDirty && !isUntitled && documentRef(uri).folder === folder,
    );
  const count = unsaved().length;
  if (count === 0) return [];
  const save = 'Save All';
  const message = count === 1 ? '1 file is not saved.' : `${count} files are not saved.`;
  const detail = 'Git sees only what is saved. The note names the files that are not.';
  const answer = await vscode.window.showWarningMessage(message, { modal: true, detail }, save, without);
  if (answer === undefined) throw new vscode.CancellationError();
  if (answer === save) await Promise.all(unsaved().map((document) => document.save()));
  return unsaved().map(({ uri }) => documentRef(uri).path);
}
