import * as vscode from 'vscode';
import type { Log } from '../../app/ports.ts';
import type { ComposedNote } from '../../app/write-handoff.ts';
import { stopsIn } from '../../core/handoff/note-prompt.ts';
import { noteAsSection } from '../../core/handoff/note-section.ts';
import type { Services } from '../commands/command.ts';
import { snippetEdit } from '../fixes/snippet-edit.ts';
import { toRange } from '../host/positions.ts';
import { tell } from '../host/tell.ts';
import type { Destination } from './destination.ts';

const whatIsLeft = 'What is left to fill in stands in lines that begin with “To fill in”.';

/**
 * Puts the note where it is to go, and leads through what only a person can say.
 * @param workItem the document that is handed off; needed for a note that goes there.
 */
export async function putNote(
  { files, log }: Pick<Services, 'files' | 'log'>,
  note: ComposedNote,
  to: Destination,
  folder: string,
  workItem: vscode.Uri | null,
): Promise<void> {
  if (to === 'clipboard') {
    await vscode.env.clipboard.writeText(note.text);
    tell(`The note is on the clipboard. ${whatIsLeft}`, log);
  } else if (to === 'work-item' && workItem) {
    await putIntoDocument(await vscode.workspace.openTextDocument(workItem), note, log);
  } else if (to === 'untitled') {
    await leadThrough(await vscode.workspace.openTextDocument({ language: 'markdown', content: note.text }), log);
  } else {
    const { key } = await files.create(folder, note.path, note.text);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(key, true));
    if (document.getText() !== note.text) {
      // VS Code still holds a note of this name that was deleted a moment ago.
      await vscode.window.showTextDocument(document, { preview: false });
      await vscode.commands.executeCommand('workbench.action.files.revert');
    }
    await leadThrough(document, log);
    // The stops have changed nothing: the file has the text already.
    await document.save();
  }
}

async function putIntoDocument(document: vscode.TextDocument, note: ComposedNote, log: Log): Promise<void> {
  const text = document.getText();
  const eol = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
  const put = noteAsSection(text, eol, note.text, note.signature);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(put.range.start), document.positionAt(put.range.end));
  edit.replace(document.uri, range, put.text);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error('The work item could not be changed.');
  await leadThrough(document, log, put.range.start, put.range.start + put.text.length);
}

/** Selects the first line to be filled in; Tab leads to the next one. */
async function leadThrough(
  document: vscode.TextDocument,
  log: Log,
  from = 0,
  to = Number.POSITIVE_INFINITY,
): Promise<void> {
  const stops = stopsIn(document.getText()).filter(({ range }) => from <= range.start && range.end <= to);
  const edits = stops.map(({ range, snippet }) => ({
    range: { start: document.positionAt(range.start), end: document.positionAt(range.end) },
    snippet,
  }));
  const [first] = edits;
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  // The stops select the first line. Selected before, it could be typed over too early, and the other stops would be lost.
  if (first) editor.revealRange(toRange(first.range), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  const edit = snippetEdit(document.uri, { title: 'Fill in what is left', edits });
  if (!(await vscode.workspace.applyEdit(edit))) tell(`Tab does not lead through the note. ${whatIsLeft}`, log);
}
