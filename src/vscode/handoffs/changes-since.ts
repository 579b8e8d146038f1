import * as vscode from 'vscode';
import type { Handoff } from '../../app/handoff-list.ts';
import type { Log } from '../../app/ports.ts';
import { gitApi } from '../host/git-api.ts';
import { tell } from '../host/tell.ts';
import type { KnownHandoffs } from './known-handoffs.ts';

/** How many files are compared at a time. */
const mostFiles = 100;

/** Shows what has changed since a note was written: its commit on the left, where its branch stands on the right. */
export async function showChangesSince(known: KnownHandoffs, log: Log, handoff: Handoff): Promise<void> {
  const drift = await known.drift(handoff);
  if (drift === null) throw new Error('Git does not tell what has changed since this note.');
  if (drift.kind === 'not-here')
    throw new Error('The commit that this note speaks of is not in this clone. Fetch, then try again.');
  if (drift.kind === 'none' || drift.changed.length === 0) {
    tell('No file of this handoff has changed since.', log);
    return;
  }
  const api = await gitApi();
  const repository = api?.getRepository(vscode.Uri.parse(handoff.folder, true));
  if (!api || !repository) throw new Error('VS Code’s git does not have this folder open.');
  const { head } = handoff.note;
  const resources = drift.changed.slice(0, mostFiles).map((path) => {
    const uri = vscode.Uri.joinPath(repository.rootUri, path);
    return [uri, api.toGitUri(uri, head ?? ''), api.toGitUri(uri, drift.hash)];
  });
  await vscode.commands.executeCommand('vscode.changes', `Since “${handoff.title}”`, resources);
}
