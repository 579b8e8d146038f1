import * as vscode from 'vscode';
import type { HandedOnWorkItem } from '../../app/write-handoff.ts';
import { quoteWorkItem } from '../../core/handoff/quote-work-item.ts';
import type { Services } from '../commands/command.ts';

/**
 * Asks for the status and the next action of a work item, and shows what would change before it does.
 * Throws a CancellationError when the user gives up.
 */
export async function updateItem(
  { updateWorkItem }: Pick<Services, 'updateWorkItem'>,
  uri: vscode.Uri,
  { path, text, read }: HandedOnWorkItem,
): Promise<void> {
  const { report, document } = read(path, text);
  const status = await ask(`Status of “${report.title}”`, report.status ?? '');
  const next = await ask('Next action', quoteWorkItem(document).nextActions[0]?.text ?? '');
  const edits = updateWorkItem(document, { status, nextAction: next });
  if (edits.length === 0) return;
  const shown = await vscode.workspace.openTextDocument(uri);
  const whole = new vscode.WorkspaceEdit();
  for (const edit of edits) {
    const range = new vscode.Range(shown.positionAt(edit.range.start), shown.positionAt(edit.range.end));
    whole.replace(uri, range, edit.text, { needsConfirmation: true, label: 'Update the work item that is handed off' });
  }
  await vscode.workspace.applyEdit(whole);
}

/** @returns null where it stays as it is. */
async function ask(prompt: string, value: string): Promise<string | null> {
  const text = await vscode.window.showInputBox({
    title: 'Write Handoff Note',
    prompt: `${prompt}. Enter keeps what is there`,
    value,
    ignoreFocusOut: true,
  });
  if (text === undefined) throw new vscode.CancellationError();
  const line = text.trim();
  return line === '' || line === value ? null : line;
}
