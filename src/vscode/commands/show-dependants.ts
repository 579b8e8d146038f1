import * as vscode from 'vscode';
import { nameOf } from '../../app/work-item-card.ts';
import { placesOfDependants } from '../../core/graph/dependants.ts';
import { toRange } from '../host/positions.ts';
import { tell } from '../host/tell.ts';
import { chosenWorkItems } from './chosen-work-items.ts';
import type { Command } from './command.ts';

/** Opens a work item and peeks at the places where other open work says that it waits on it. */
export const showDependants: Command = {
  id: 'asyncReady.showDependants',
  async run({ index, graph, log }, row) {
    const [{ document, report }] = await chosenWorkItems(index, row, undefined);
    const item = graph.get(document.key);
    const places = item ? placesOfDependants(graph, item) : [];
    if (places.length === 0) {
      tell(`No open work waits on “${nameOf(report)}”.`, log);
      return;
    }
    const uri = vscode.Uri.parse(document.key, true);
    const { start } = toRange(report.titleRange);
    await vscode.window.showTextDocument(uri, { selection: new vscode.Range(start, start) });
    await vscode.commands.executeCommand(
      'editor.action.showReferences',
      uri,
      start,
      places.map(({ key, range }) => new vscode.Location(vscode.Uri.parse(key, true), toRange(range))),
    );
  },
};
