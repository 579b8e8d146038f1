import * as vscode from 'vscode';
import { documentKeyOf } from '../../app/tree-node.ts';
import type { IndexedDocument, WorkspaceIndex } from '../../app/workspace-index.ts';

/**
 * The work items that a command is to work on: the rows that it was run on, else the document of the active editor.
 * Rejects with an Error, in words for the user, where there is none.
 */
export async function chosenWorkItems(
  index: WorkspaceIndex,
  row: unknown,
  selected: unknown,
): Promise<readonly [IndexedDocument, ...IndexedDocument[]]> {
  const all = Array.isArray(selected) ? selected.filter((id) => typeof id === 'string').map(documentKeyOf) : [];
  const active = vscode.window.activeTextEditor?.document.uri.toString();
  const one = typeof row === 'string' ? row : active;
  const keys = new Set(one !== undefined && all.includes(one) ? all : [one]);
  await index.settled();
  const [first, ...others] = [...keys].flatMap((key) => {
    const indexed = key === undefined ? undefined : index.documents.get(key);
    return indexed?.report.workItem ? indexed : [];
  });
  if (first === undefined) throw new Error('Open a work item first, or choose one in the Work Items view.');
  return [first, ...others];
}
