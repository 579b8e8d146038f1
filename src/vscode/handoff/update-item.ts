import * as vscode from 'vscode';
import type { HandedOnWorkItem } from '../../app/write-handoff.ts';
import { quoteWorkItem } from '../../core/handoff/quote-work-item.ts';
import type { Services } from '../commands/command.ts';
import { confirmChange } from './confirm-change.ts';

/**
 * Asks for the status and the next action of a work item, and shows what would change before it does.
 * Throws a CancellationError when the user gives up.
 * @returns whether the document has changed; it is saved then.
 */
export async function updateItem(
  { updateWorkItem }: Pick<Services, 'updateWorkItem'>,
  uri: vscode.Uri,
  { path, text, read }: HandedOnWorkItem,
): Promise<boolean> {
  const { report, document } = read(path, text);
  const status = await ask(`Status of “${report.title}”`, report.status ?? '');
  const next = await ask('Next action', quoteWorkItem(document).nextActions[0]?.text ?? '');
  const edits = updateWorkItem(document, { status, nextAction: next });
  if (edits.length === 0) return false;
  const changed = edits
    .toSorted((a, b) => b.range.start - a.range.start)
    .reduce((before, { range, text: put }) => before.slice(0, range.start) + put + before.slice(range.end), text);
  const shown = await vscode.workspace.openTextDocument(uri);
  if (!(await confirmChange(shown, changed, `Update “${report.title}”`))) return false;
  // Git does not see what is not saved.
  if (!(await shown.save())) throw new Error(`${path} could not be saved.`);
  return true;
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
