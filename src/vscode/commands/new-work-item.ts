import * as vscode from 'vscode';
import { placeForNewItem } from '../../app/new-item-place.ts';
import { linesOf, positionsOf } from '../../core/text.ts';
import { newWorkItem as template } from '../../core/work-item-template.ts';
import { pickFolder } from '../host/pick-folder.ts';
import { toRange } from '../host/positions.ts';
import type { Command } from './command.ts';

/** Asks for a title and opens a new work item, placed and written like the others of its folder. */
export const newWorkItem: Command = {
  id: 'asyncReady.newWorkItem',
  async run({ files, index }, argument) {
    const folder = await pickFolder(files, index, argument, 'Folder for the new work item');
    const title = await vscode.window.showInputBox({
      title: 'New Work Item',
      prompt: 'What is to be done? One line, as a team-mate would say it.',
      placeHolder: 'Send a reset mail when a password expires',
      validateInput: (value) => (/[\p{L}\p{N}]/u.test(value) ? undefined : 'A work item needs a title.'),
    });
    if (title === undefined) return;
    await index.start();
    await index.settled();
    const place = placeForNewItem(folder, index.documents.values());
    const { fileName, text, firstStop } = template(title, place.style);
    const { key } = await files.create(folder, [place.path, fileName].filter(Boolean).join('/'), text);
    await vscode.window.showTextDocument(vscode.Uri.parse(key, true), {
      selection: toRange(positionsOf(linesOf(text), firstStop)),
      preview: false,
    });
  },
};
