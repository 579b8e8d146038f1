import * as vscode from 'vscode';
import { unfilledStops } from '../../core/handoff/note-prompt.ts';
import { shareFilePlan } from '../../core/handoff/share-work.ts';
import type { Services } from '../commands/command.ts';
import { documentRef } from '../host/documents.ts';
import { tell } from '../host/tell.ts';
import { lookAtRepository } from './look-at-changes.ts';
import { runPlan } from './run-plan.ts';

/**
 * Commits a handoff note, and nothing else, and pushes the branch, after asking.
 * @param argument key of the note; without it, that in the active editor.
 */
export async function shareNote(services: Services, argument: unknown): Promise<void> {
  const uri =
    typeof argument === 'string' ? vscode.Uri.parse(argument, true) : vscode.window.activeTextEditor?.document.uri;
  const note = uri && services.index.documents.get(uri.toString());
  if (!uri || !note?.report.handoff) throw new Error('Open a handoff note first: this commits and pushes it.');
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.isDirty && !(await document.save())) throw new Error('The note could not be saved.');
  const { folder, path } = documentRef(uri);
  const repository = await lookAtRepository(services, folder);
  const plan = shareFilePlan(repository, repository.prefix + path, note.report.title);
  const open = unfilledStops(document.getText()).length;
  const places = open === 1 ? '1 place' : `${open} places`;
  const more = open > 0 ? [`${places} in the note ${open === 1 ? 'is' : 'are'} still to be filled in.`] : [];
  await runPlan(services, folder, repository, plan, 'Commit and push this note?', more);
  tell('The note is where your team-mates can fetch it.', services.log);
}
