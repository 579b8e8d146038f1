import * as vscode from 'vscode';
import { fixAll } from '../../core/checklist/fix-all.ts';
import { checkInput, documentRef, documentSelector, isCandidate } from '../host/documents.ts';
import { toRange } from '../host/positions.ts';
import type { Settings } from '../host/settings.ts';

/** What `editor.codeActionsOnSave` names. */
const kind = vscode.CodeActionKind.SourceFixAll.append('asyncReady');

interface FixAllAction extends vscode.CodeAction {
  readonly document: vscode.TextDocument;
}

/** Offers to make all fixes at once that need no words of a person and lose nothing, as on saving. */
export function offerFixAll(settings: Settings): vscode.Disposable {
  function editsFor(document: vscode.TextDocument): vscode.TextEdit[] {
    if (!isCandidate(document.uri, settings)) return [];
    const changes = fixAll(checkInput(document), settings.forDocument(documentRef(document.uri)));
    return changes.map(({ range, text }) => new vscode.TextEdit(toRange(range), text));
  }

  const provider: vscode.CodeActionProvider<FixAllAction> = {
    provideCodeActions(document, _range, { only }) {
      // It is nothing for a light bulb.
      if (!only?.contains(kind) || editsFor(document).length === 0) return [];
      const action = new vscode.CodeAction('Fix all auto-fixable Async Ready findings', kind);
      return [Object.assign(action, { document })];
    },
    /** Computed anew, from the text as it is when the fix is applied. */
    resolveCodeAction(action) {
      action.edit = new vscode.WorkspaceEdit();
      action.edit.set(action.document.uri, editsFor(action.document));
      return action;
    },
  };
  return vscode.languages.registerCodeActionsProvider(documentSelector, provider, { providedCodeActionKinds: [kind] });
}
