import * as vscode from 'vscode';
import { localDate } from '../../app/local-date.ts';
import type { Clock } from '../../app/ports.ts';
import type { MarkdownDocument } from '../../core/document/document.ts';
import type { Signature, TextEdit } from '../../core/handoff/note-edits.ts';
import { linesOf, positionsOf } from '../../core/text.ts';
import { toRange } from '../host/positions.ts';
import type { KnownHandoffs } from './known-handoffs.ts';
import type { Shared } from './shared.ts';

/** Who signs, and when. Asks for a name where neither git nor the settings know one; throws a CancellationError without it. */
export async function sign(known: KnownHandoffs, clock: Clock, folder: string): Promise<Signature> {
  const [name] = await known.namesOfMe(folder);
  const by = name ?? (await askForName());
  return { by, at: localDate(clock) };
}

async function askForName(): Promise<string> {
  const name = await vscode.window.showInputBox({
    title: 'Your Name',
    prompt: 'By what name do your team-mates know you? Neither git nor the setting asyncReady.me says.',
    validateInput: (value) => (value.trim() === '' ? 'A note is signed by a name.' : undefined),
  });
  if (name === undefined) throw new vscode.CancellationError();
  return name.trim();
}

/**
 * Edits a note, computed from its text as it is now, in one step that can be undone; saves it unless somebody is in the midst
 * of changing it. Rejects when the text has moved on meanwhile.
 */
export async function editNote(
  { readDocument }: Shared,
  document: vscode.TextDocument,
  path: string,
  edits: (note: MarkdownDocument) => readonly TextEdit[],
): Promise<void> {
  const text = document.getText();
  const wasDirty = document.isDirty;
  const lines = linesOf(text);
  const edit = new vscode.WorkspaceEdit();
  for (const { range, text: by } of edits(readDocument(path, text)))
    edit.replace(document.uri, toRange(positionsOf(lines, range)), by);
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new Error('The note has changed meanwhile, nothing was written.');
  if (!wasDirty) await document.save();
}
