import type * as vscode from 'vscode';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import type { DocumentReport } from '../../core/report.ts';

/** How long the index may take to follow what is typed, in milliseconds. */
const patience = 1000;

/**
 * The index's report on the text that the document has now: waits for the index where it is behind, since the places
 * in an older report are no longer those of the text.
 * @returns undefined for a document that the index does not know.
 */
export async function currentReport(
  index: WorkspaceIndex,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): Promise<DocumentReport | undefined> {
  const key = document.uri.toString();
  const isBehind = (): boolean => {
    const known = index.documents.get(key);
    return known !== undefined && known.version !== document.version;
  };
  if (isBehind()) {
    await new Promise<void>((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        stop();
        cancelled.dispose();
        resolve();
      };
      const timer = setTimeout(end, patience);
      const stop = index.onDidChange((keys) => {
        if (keys.has(key) && !isBehind()) end();
      });
      const cancelled = token.onCancellationRequested(end);
    });
  }
  return index.documents.get(key)?.report;
}
