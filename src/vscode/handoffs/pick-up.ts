import * as vscode from 'vscode';
import type { Handoff } from '../../app/handoff-list.ts';
import { fromWords, pickedUpWords } from '../../app/handoff-words.ts';
import type { Clock, Files, Git, Log } from '../../app/ports.ts';
import { readerTime } from '../../app/reader-time.ts';
import { switchToBranch } from '../../app/switch-to-branch.ts';
import { filesOfHandoff, isBranchName, whereWorkStands } from '../../app/where-work-stands.ts';
import { driftMessage } from '../../core/handoff/drift.ts';
import { pickUpEdits } from '../../core/handoff/note-edits.ts';
import { gitCheckout } from '../host/git-checkout.ts';
import { tell } from '../host/tell.ts';
import { editNote, sign } from './edit-note.ts';
import type { KnownHandoffs } from './known-handoffs.ts';
import type { Shared } from './shared.ts';

export interface PickUpPorts {
  readonly known: KnownHandoffs;
  readonly git: Git;
  readonly files: Files;
  readonly clock: Clock;
  readonly log: Log;
  readonly shared: Shared;
}

/** How many files of a handoff are opened. */
const mostFiles = 5;

/**
 * Shows a note and how far the world has moved since, switches to its branch where the user wants that, opens what it is
 * about, and records in it who has picked it up.
 */
export async function pickUp(ports: PickUpPorts, handoff: Handoff): Promise<void> {
  const { known, git, files, clock, log, shared } = ports;
  const { key, folder, path, note } = handoff;
  const branch = branchOf(handoff);
  await vscode.window.showTextDocument(vscode.Uri.parse(key, true), { preview: false });
  const signature = await sign(known, clock, folder);
  const switches = await ask(ports, handoff);
  if (switches && branch !== null) {
    refuseUnsaved(shared, folder);
    await switchTo(git, folder, branch);
  }
  if (handoff.elsewhere) await closeTabs(key);
  const uri = vscode.Uri.parse(files.keyOf(folder, path), true);
  await openWhatItIsAbout(files, handoff, await filesOfHandoff(git, folder, note));
  if (!(await exists(uri))) {
    tell(`The note ${path} is not on ${branch}, so that nothing was recorded in it.`, log);
    return;
  }
  const { document } = await vscode.window.showTextDocument(uri, { preview: false });
  await editNote(shared, document, path, (read) => pickUpEdits(read, signature));
  const author = handoff.fromMe || note.from === '' ? 'others' : note.from;
  tell(`You have picked this up. Commit and push the note so that ${author} can see it.`, log);
}

/** Where the work is to be gone on with: on the branch that has the note or, where it is here, on the one that it names. */
const branchOf = ({ elsewhere, note }: Handoff): string | null => (elsewhere ? elsewhere.branch : note.branch);

/** Asks whether to pick it up, and how. @returns whether to switch to its branch. Throws a CancellationError for no. */
async function ask({ known, git, clock }: PickUpPorts, handoff: Handoff): Promise<boolean> {
  const { folder, title, elsewhere } = handoff;
  const [stands, drift] = await Promise.all([whereWorkStands(git, folder), known.drift(handoff)]);
  const branch = branchOf(handoff);
  const moves = stands !== null && branch !== null && isBranchName(branch) && (elsewhere || stands.branch !== branch);
  const before = handoff.open ? '' : pickedUpWords(handoff, readerTime(clock));
  const here = stands?.branch ? `You are on ${stands.branch}` : 'No branch is checked out';
  const detail = [
    before && `It was ${before} already.`,
    drift && driftMessage(drift),
    moves && `${here}; the work is on ${elsewhere ? elsewhere.ref : branch}.`,
    moves && stands.inTheWay.join(' '),
  ].filter(Boolean);
  const fetches = `Fetch and Switch to ${branch}`;
  const switching = moves && stands.inTheWay.length === 0 ? [fetches] : [];
  // What is not checked out cannot be written into.
  const staying = elsewhere ? [] : [moves ? 'Stay Here' : 'Pick Up'];
  if (elsewhere && switching.length === 0) {
    const reason = stands?.inTheWay.join(' ') ?? 'Git cannot switch to it here.';
    const options = { modal: true, detail: `It is on ${elsewhere.ref}, and nothing was switched. ${reason}` };
    await vscode.window.showWarningMessage(`“${title}” cannot be picked up yet.`, options);
    throw new vscode.CancellationError();
  }
  const question = `Pick up “${title}” from ${fromWords(handoff)}?`;
  const options = { modal: true, detail: detail.join('\n\n') };
  const answer = await vscode.window.showInformationMessage(question, options, ...switching, ...staying);
  if (answer === undefined) throw new vscode.CancellationError();
  return answer === fetches;
}

/** Throws an Error that names files of the folder with changes in an editor, which a switch would leave behind. */
function refuseUnsaved({ documentRef }: Shared, folder: string): void {
  const unsaved = vscode.workspace.textDocuments.filter(
    ({ isDirty, isUntitled, uri }) => isDirty && !isUntitled && documentRef(uri).folder === folder,
  );
  if (unsaved.length === 0) return;
  const names = unsaved.slice(0, 3).map(({ uri }) => documentRef(uri).path);
  throw new Error(`Nothing was switched. Save what is not saved first: ${names.join(', ')}.`);
}

async function switchTo(git: Git, folder: string, branch: string): Promise<void> {
  const title = `Switching to ${branch}`;
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title }, () =>
    switchToBranch({ git, checkout: gitCheckout }, folder, branch),
  );
}

/** Opens the work items and, where they are few, the files, behind the note. */
async function openWhatItIsAbout(
  files: Files,
  { folder, path, note }: Handoff,
  changed: readonly string[],
): Promise<void> {
  const paths = new Set([...note.workItems, ...(changed.length <= mostFiles ? changed : [])]);
  paths.delete(path);
  for (const other of [...paths].slice(0, 2 * mostFiles)) {
    const uri = vscode.Uri.parse(files.keyOf(folder, other), true);
    // `vscode.open` shows pictures and the like in their own editors.
    if (await exists(uri))
      await vscode.commands.executeCommand('vscode.open', uri, { preview: false, preserveFocus: true });
  }
}

/** Closes the note as its branch had it: the one that is checked out takes its place. */
async function closeTabs(key: string): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const shown = ({ input }: vscode.Tab) => input instanceof vscode.TabInputText && input.uri.toString() === key;
  await vscode.window.tabGroups.close(tabs.filter(shown));
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
