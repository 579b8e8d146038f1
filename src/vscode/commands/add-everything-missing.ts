import * as vscode from 'vscode';
import { checkDocument, addEverythingMissing as fixFor } from '../../core/checklist/check-document.ts';
import { snippetEdit } from '../fixes/snippet-edit.ts';
import { checkInput, documentRef, isCandidate } from '../host/documents.ts';
import { tell } from '../host/tell.ts';
import type { Command } from './command.ts';

/** Adds all that a work item lacks in one step, with a tab stop wherever the author has to write. */
export const addEverythingMissing: Command = {
  id: 'asyncReady.addEverythingMissing',
  async run({ settings, log }, argument) {
    const uri =
      typeof argument === 'string' ? vscode.Uri.parse(argument, true) : vscode.window.activeTextEditor?.document.uri;
    if (uri === undefined) throw new Error('Open a work item first: this adds to the one in the active editor.');
    const { document } = await showEditor(uri);
    const input = checkInput(document);
    const checkSettings = settings.forDocument(documentRef(uri));
    const fix = isCandidate(uri, settings) ? fixFor(input, checkSettings) : null;
    if (fix === null) {
      const { workItem, title } = checkDocument(input, checkSettings);
      tell(workItem ? `There is nothing to add to “${title}”.` : `“${title}” is not a work item.`, log);
      return;
    }
    if (!(await vscode.workspace.applyEdit(snippetEdit(uri, fix))))
      throw new Error(`${fix.title}: the text has changed, nothing was done.`);
  },
};

/** Brings the document to the front, where it is shown already: there its tab stops work. */
function showEditor(uri: vscode.Uri): Thenable<vscode.TextEditor> {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const shown = [activeTextEditor, ...visibleTextEditors].find(
    (editor) => editor?.document.uri.toString() === uri.toString(),
  );
  return vscode.window.showTextDocument(uri, shown?.viewColumn === undefined ? {} : { viewColumn: shown.viewColumn });
}
