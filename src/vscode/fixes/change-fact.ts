import * as vscode from 'vscode';
import { type SettableFact, setFact } from '../../core/checklist/set-fact.ts';
import type { Services } from '../commands/command.ts';
import { toRange } from '../host/positions.ts';

/**
 * Gives the work items of these documents another status or owner by one edit, from their texts as they are now, and shows
 * what has changed: it is not saved, and one undo takes it back.
 * Rejects, with words for the user, where a document cannot be read or no such edit is found; then nothing is changed.
 */
export async function changeFact(
  { factTools }: Pick<Services, 'factTools'>,
  keys: readonly string[],
  fact: SettableFact,
  value: string,
): Promise<void> {
  const whole = new vscode.WorkspaceEdit();
  const documents: vscode.TextDocument[] = [];
  for (const key of keys) {
    const uri = vscode.Uri.parse(key, true);
    const document = await vscode.workspace.openTextDocument(uri);
    const edits = setFact(factTools(uri), document.getText(), fact, value);
    if (edits === null) {
      const path = vscode.workspace.asRelativePath(uri);
      throw new Error(`The ${fact} of ${path} stands in a way that cannot be changed from here. Open it to do so.`);
    }
    documents.push(document);
    whole.set(
      uri,
      edits.map(({ range, text }) => vscode.TextEdit.replace(toRange(range), text)),
    );
  }
  if (!(await vscode.workspace.applyEdit(whole))) throw new Error('The text has changed meanwhile, nothing was done.');
  for (const document of documents)
    await vscode.window.showTextDocument(document, { preview: documents.length === 1, preserveFocus: true });
}
