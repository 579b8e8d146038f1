import * as vscode from 'vscode';
import { awaitedBy } from '../../app/awaited-work.ts';
import type { DocumentRef } from '../../app/ports.ts';
import { readWorkItemBy } from '../../app/read-work-item.ts';
import type { IndexedDocument } from '../../app/workspace-index.ts';
import type { HandedOnWorkItem } from '../../app/write-handoff.ts';
import { decodeText } from '../../core/decode.ts';
import type { AwaitedItem } from '../../core/handoff/note-work-item.ts';
import { readinessLabel } from '../../core/report.ts';
import { pickSince } from '../handoff/pick-since.ts';
import { documentRef, openDocument } from '../host/documents.ts';
import { editorErrors } from '../host/editor-errors.ts';
import { pickFolder } from '../host/pick-folder.ts';
import { toRange } from '../host/positions.ts';
import { withCancellableProgress } from '../host/progress.ts';
import type { Command, Services } from './command.ts';

/** Writes a handoff note from what git says has changed, and opens it where only a person can go on. */
export const writeHandoffNote: Command = {
  id: 'asyncReady.writeHandoffNote',
  async run(services, argument) {
    const { files, index, graph, git, clock, settings } = services;
    const { handoff } = await import('../../app/handoff.ts');

    const folder = await pickFolder(files, index, argument, 'Folder to hand off');
    const unsaved = await unsavedFiles(folder);
    // From a work item, the note is written without a question: it tells of everything since the last handoff.
    const asked = typeof argument !== 'string';
    const lookedAt = 'Looking at what has changed';
    const { notes, choices } = await withCancellableProgress(lookedAt, async (signal) => {
      await index.start();
      await index.settled();
      const documents = [...index.documents.values()].filter(({ document }) => document.folder === folder);
      const notes = documents.map(({ report }) => report);
      return { notes, choices: asked ? await handoff.sinceChoices(git, folder, notes, signal) : [] };
    });
    const since = await pickSince(choices, (text) => handoff.parseSince(text, clock));
    const gathered = await withCancellableProgress(lookedAt, (signal) => {
      const readWorkItem = readWorkItemBy(settings.forDocument({ folder }));
      return handoff.gatherHandoffFacts(git, folder, { ...(since && { since }), notes, readWorkItem, signal });
    });
    if ('reason' in gathered && !(await isWantedWithoutGit(gathered.reason))) return;

    const notesFolder = settings.handoffsFolder(folder);
    const candidates = [...index.documents.values()].filter(
      ({ document, report }) => report.workItem && document.folder === folder,
    );
    const chosen = typeof argument === 'string' ? index.documents.get(argument) : undefined;
    const active = vscode.window.activeTextEditor?.document.uri.toString() ?? null;
    const awaited = ({ document: { key } }: IndexedDocument): readonly AwaitedItem[] => {
      const item = graph.get(key);
      return item ? awaitedBy(graph, item) : [];
    };
    const workItem = chosen ?? (await pickWorkItem(handoff.guessWorkItems(candidates, gathered, active, notesFolder)));
    const workItems =
      workItem === null ? [] : [{ ...(await asItIsNow(workItem.document, services)), waitsOn: awaited(workItem) }];
    const note = await handoff.writeHandoffNote(
      { files, clock, git },
      { folder, notesFolder, gathered, workItems, unsaved, errors: editorErrors(folder) },
    );
    await vscode.window.showTextDocument(vscode.Uri.parse(note.document.key, true), {
      selection: toRange(note.firstStop),
      preview: false,
    });
  },
};

/**
 * Offers to save what git would not see.
 * @returns paths, relative to the folder, of the files that stay unsaved. Throws a CancellationError when the user gives up.
 */
async function unsavedFiles(folder: string): Promise<string[]> {
  const unsaved = () =>
    vscode.workspace.textDocuments.filter(
      ({ isDirty, isUntitled, uri }) => isDirty && !isUntitled && documentRef(uri).folder === folder,
    );
  const count = unsaved().length;
  if (count === 0) return [];
  const [save, write] = ['Save All', 'Write Without Saving'];
  const message = count === 1 ? '1 file is not saved.' : `${count} files are not saved.`;
  const detail = 'Git sees only what is saved. The note names the files that are not.';
  const answer = await vscode.window.showWarningMessage(message, { modal: true, detail }, save, write);
  if (answer === undefined) throw new vscode.CancellationError();
  if (answer === save) await Promise.all(unsaved().map((document) => document.save()));
  return unsaved().map(({ uri }) => documentRef(uri).path);
}

async function isWantedWithoutGit(reason: string): Promise<boolean> {
  const write = 'Write Without Git';
  const detail = 'The note can be written all the same. What has changed is then up to you to say.';
  return (await vscode.window.showWarningMessage(reason, { modal: true, detail }, write)) === write;
}

/**
 * Asks which work item is handed off.
 * @returns null for none of them. Throws a CancellationError when the user gives up.
 */
async function pickWorkItem(candidates: readonly IndexedDocument[]): Promise<IndexedDocument | null> {
  const items = candidates.map((candidate) => ({
    label: candidate.report.title,
    description: [candidate.report.status, readinessLabel(candidate.report.points)].filter(Boolean).join(' · '),
    detail: candidate.document.path,
    candidate,
  }));
  const none = { label: 'No work item', description: 'Only what git says has changed', candidate: null };
  const picked = await vscode.window.showQuickPick([...items, none], {
    title: 'Write Handoff Note',
    placeHolder: 'Which work item do you hand off?',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked === undefined) throw new vscode.CancellationError();
  return picked.candidate;
}

/** The work item with the text that its editor or its file has at this moment. */
async function asItIsNow(
  document: DocumentRef,
  { files, settings }: Services,
): Promise<Omit<HandedOnWorkItem, 'waitsOn'>> {
  const text = openDocument(document.key)?.text() ?? decodeText(await files.read(document.key));
  if (text === null) throw new Error(`${document.path} is not a text file.`);
  return { path: document.path, text, read: readWorkItemBy(settings.forDocument(document)) };
}
