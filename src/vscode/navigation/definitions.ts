import * as vscode from 'vscode';
import type { Navigation } from '../../app/navigation.ts';
import type { GraphItem } from '../../core/graph/graph.ts';
import { checkInput, documentRef, documentSelector } from '../host/documents.ts';
import { toRange } from '../host/positions.ts';

/** Goes from an id or a link to the work item. VS Code does so itself where a link names a heading. */
export function goToWorkItems(navigation: Navigation): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(documentSelector, {
    async provideDefinition(document, position) {
      const offset = document.offsetAt(position);
      const target = await navigation.targetAt(documentRef(document.uri), checkInput(document).text, offset);
      if (!target?.mention) return undefined;
      const { kind, text } = target.mention;
      return kind === 'link' && text.includes('#') ? undefined : target.items.map(titleOf);
    },
  });
}

/** Where the title of a work item stands. */
export function titleOf({ key, report }: GraphItem): vscode.Location {
  return new vscode.Location(vscode.Uri.parse(key, true), toRange(report.titleRange));
}
