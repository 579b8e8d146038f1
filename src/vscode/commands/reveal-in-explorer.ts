import * as vscode from 'vscode';
import { chosenWorkItems } from './chosen-work-items.ts';
import type { Command } from './command.ts';

/** Shows the document of a work item in the Explorer. */
export const revealInExplorer: Command = {
  id: 'asyncReady.revealInExplorer',
  async run({ index }, row) {
    const [{ document }] = await chosenWorkItems(index, row, undefined);
    await vscode.commands.executeCommand('revealInExplorer', vscode.Uri.parse(document.key, true));
  },
};
