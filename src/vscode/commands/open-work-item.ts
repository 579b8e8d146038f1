import * as vscode from 'vscode';
import { toRange } from '../host/positions.ts';
import { chosenWorkItems } from './chosen-work-items.ts';
import type { Command } from './command.ts';

/** Opens a work item at its title, to stay open. */
export const openWorkItem: Command = {
  id: 'asyncReady.openWorkItem',
  async run({ index }, row, selected) {
    for (const { document, report } of await chosenWorkItems(index, row, selected)) {
      const { start } = toRange(report.titleRange);
      await vscode.window.showTextDocument(vscode.Uri.parse(document.key, true), {
        selection: new vscode.Range(start, start),
        preview: false,
      });
    }
  },
};
