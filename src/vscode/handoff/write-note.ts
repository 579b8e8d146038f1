import * as vscode from 'vscode';
import { awaitedBy } from '../../app/awaited-work.ts';
import { guessWorkItems } from '../../app/guess-work-items.ts';
import { parseSince, type Since } from '../../app/since.ts';
import { sinceChoices } from '../../app/since-choices.ts';
import type { IndexedDocument } from '../../app/workspace-index.ts';
import { composeHandoffNote, type HandedOnWorkItem } from '../../app/write-handoff.ts';
import { decodeText } from '../../core/decode.ts';
import type { Gathered } from '../../core/handoff/handoff-facts.ts';
import { notShared } from '../../core/handoff/share-work.ts';
import { folderOf } from '../../core/paths.ts';
import type { Services } from '../commands/command.ts';
import { openDocument } from '../host/documents.ts';
import { editorErrors } from '../host/editor-errors.ts';
import { pickFolder } from '../host/pick-folder.ts';
import { withCancellableProgress } from '../host/progress.ts';
import { shareChanges } from './commit-and-push.ts';
import { type Destination, lastDestination, pickDestination } from './destination.ts';
import { lookAtChanges, notesIn } from './look-at-changes.ts';
import { pickRecipient } from './pick-recipient.ts';
import { pickSince } from './pick-since.ts';
import { type HowStep, pickWorkItem } from './pick-work-item.ts';
import { putNote } from './put-note.ts';
import { unsavedFiles } from './unsaved-files.ts';
import { updateItem } from './update-item.ts';

/** How a note is written. */
interface How {
  readonly gathered: Gathered;
  readonly since: Since | undefined;
  readonly to: string;
  readonly destination: Destination;
  readonly updates: boolean;
}

/** What the user has decided on. */
interface Order extends How {
  readonly workItem: IndexedDocument | null;
}

/** Writes a handoff note from what git says has changed. From a row of the tree it asks nothing. */
export async function writeNote(services: Services, argument: unknown): Promise<void> {
  const { files, index, clock, git, memory, settings } = services;
  const folder = await pickFolder(files, index, argument, 'Folder to hand off');
  const unsaved = await unsavedFiles(folder, 'Write Without Saving');
  const first = await lookAtChanges(services, folder);
  if ('reason' in first && !(await isWantedWithoutGit(first.reason))) return;

  const chosen = typeof argument === 'string' ? index.documents.get(argument) : undefined;
  const unasked = { gathered: first, since: undefined, to: '', destination: lastDestination(memory), updates: false };
  const order: Order = chosen ? { ...unasked, workItem: chosen } : await askForOrder(services, folder, unasked);

  const { workItem, to } = order;
  const uri = workItem && vscode.Uri.parse(workItem.document.key, true);
  const updated =
    order.updates && workItem && uri && (await updateItem(services, uri, await asItIsNow(workItem, services)));
  const gathered = updated ? await lookAtChanges(services, folder, order.since) : order.gathered;
  const workItems = workItem === null ? [] : [await asItIsNow(workItem, services)];
  const destination = order.destination === 'work-item' && !workItem ? 'file' : order.destination;
  const inside = destination === 'work-item' && workItem ? folderOf(workItem.document.path) : null;
  const notesFolder = inside ?? settings.handoffsFolder(folder);
  const note = await composeHandoffNote(
    { clock, git },
    { folder, notesFolder, gathered, workItems, to, unsaved, errors: editorErrors(folder) },
  );
  await putNote(services, note, destination, folder, uri);
}

/** Asks until it is clear what to write. Throws a CancellationError when the user gives up. */
async function askForOrder(services: Services, folder: string, first: How): Promise<Order> {
  const { index, settings } = services;
  const active = vscode.window.activeTextEditor?.document.uri.toString() ?? null;
  let how = first;
  for (;;) {
    const facts = 'reason' in how.gathered ? null : how.gathered.facts;
    const here = [...index.documents.values()].filter(({ document }) => document.folder === folder);
    const next = await pickWorkItem({
      ...how,
      candidates: guessWorkItems(here, how.gathered, active, settings.handoffsFolder(folder)),
      since: facts && facts.head !== null ? facts.since : null,
      notShared: 'reason' in how.gathered ? '' : notShared(how.gathered),
    });
    if (next.step === 'write') return { ...how, workItem: next.workItem };
    try {
      how = await changeHow(services, folder, how, next.step);
    } catch (error) {
      // Who gives up a question is back at the one before.
      if (!(error instanceof vscode.CancellationError)) throw error;
    }
  }
}

async function changeHow(services: Services, folder: string, how: How, step: HowStep): Promise<How> {
  const { memory, settings } = services;
  switch (step) {
    case 'recipient':
      return { ...how, to: await pickRecipient(settings.team(folder)) };
    case 'since': {
      const since = await askForSince(services, folder);
      return { ...how, since, gathered: await lookAtChanges(services, folder, since) };
    }
    case 'destination':
      return { ...how, destination: await pickDestination(memory, settings.handoffsFolder(folder)) };
    case 'update':
      return { ...how, updates: !how.updates };
    case 'share':
      if (!('reason' in how.gathered)) await shareChanges(services, folder, how.gathered);
      return { ...how, gathered: await lookAtChanges(services, folder, how.since) };
  }
}

/** Asks since when the note tells, with how much each answer would be. */
async function askForSince({ git, index, clock }: Services, folder: string): Promise<Since> {
  const choices = await withCancellableProgress('Looking at what has changed', (signal) =>
    sinceChoices(git, folder, notesIn(index, folder), signal),
  );
  return pickSince(choices, (text) => parseSince(text, clock));
}

async function isWantedWithoutGit(reason: string): Promise<boolean> {
  const write = 'Write Without Git';
  const detail = 'The note can be written all the same. What has changed is then up to you to say.';
  return (await vscode.window.showWarningMessage(reason, { modal: true, detail }, write)) === write;
}

/** The work item with the text that its editor or its file has at this moment. */
async function asItIsNow({ document }: IndexedDocument, services: Services): Promise<HandedOnWorkItem> {
  const { files, graph, readWorkItem } = services;
  const { key, path, folder } = document;
  const text = openDocument(key)?.text() ?? decodeText(await files.read(key));
  if (text === null) throw new Error(`${path} is not a text file.`);
  const item = graph.get(key);
  return { path, text, read: readWorkItem(folder), waitsOn: item ? awaitedBy(graph, item) : [] };
}
