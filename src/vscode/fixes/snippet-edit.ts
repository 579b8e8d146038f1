import * as vscode from 'vscode';
import type { Fix } from '../../core/report.ts';
import { toRange } from '../host/positions.ts';

/** The fix as one edit of the document at `uri`. Its tab stops work where that is in the active editor. */
export function snippetEdit(uri: vscode.Uri, { edits }: Fix): vscode.WorkspaceEdit {
  const whole = new vscode.WorkspaceEdit();
  whole.set(
    uri,
    edits.map(({ range, snippet }) => {
      const edit = new vscode.SnippetTextEdit(toRange(range), new vscode.SnippetString(snippet));
      edit.keepWhitespace = true; // The snippet has its indentation already.
      return edit;
    }),
  );
  return whole;
}
