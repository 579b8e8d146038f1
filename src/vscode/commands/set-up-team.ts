import * as vscode from 'vscode';
import type { ProjectFileDraft } from '../../app/project-file-draft.ts';
import { projectFileName } from '../../core/project-file.ts';
import { pickFolder } from '../host/pick-folder.ts';
import { projectFileUri } from '../host/project-files.ts';
import type { Command, Services } from './command.ts';

/** Looks at the work items of a folder and shows a project file for them, to be saved by the user. */
export const setUpTeam: Command = {
  id: 'asyncReady.setUpTeam',
  async run(services, argument) {
    const { files, index, settings, log } = services;
    const { draftProjectFile } = await import('../../app/project-file-draft.ts');
    const folder = await pickFolder(files, index, argument, 'Folder to set up');
    await index.start();
    await index.settled();
    const reports = [...index.documents.values()]
      .filter(({ document }) => document.folder === folder)
      .map(({ report }) => report);
    const draft = draftProjectFile(
      reports,
      settings.handoffsFolder(folder),
      settings.forDocument({ folder }).staleAfterDays,
    );
    const document = await show(services, folder, draft);
    // Not awaited: the message may stand for as long as the user likes.
    offerSave(document, draft.summary).catch((error: unknown) => log.error('The file could not be saved.', error));
  },
};

/** Opens the draft, where there is a project file beside it. A draft that somebody has begun to change stays as it is. */
async function show(
  { projectFiles }: Services,
  folder: string,
  { text }: ProjectFileDraft,
): Promise<vscode.TextDocument> {
  const uri = projectFileUri(folder);
  if (projectFiles.stored(folder)) {
    await vscode.window.showTextDocument(uri, { preview: false });
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: text });
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: false });
    return document;
  }
  const document = await vscode.workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  if (document.getText() === '') await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
  return document;
}

/** Says what was found; what has a place, but was not written there yet, can be saved from the message. */
async function offerSave(document: vscode.TextDocument, summary: string): Promise<void> {
  const path = document.uri.path;
  if (!path.endsWith(`/${projectFileName}`)) {
    const message = `${summary} Take what is new from the draft into ${projectFileName}.`;
    await vscode.window.showInformationMessage(message);
    return;
  }
  const save = 'Save';
  const message = `${summary} Change what the team wants otherwise, save ${projectFileName} and commit it.`;
  if ((await vscode.window.showInformationMessage(message, save)) === save && !(await document.save()))
    throw new Error(`${projectFileName} was not saved.`);
}
