import * as vscode from 'vscode';
import type { Navigation } from '../../app/navigation.ts';
import { nameOf } from '../../app/work-item-card.ts';
import { positionsOf } from '../../core/text.ts';
import { checkInput, documentRef, documentSelector } from '../host/documents.ts';
import { toRange } from '../host/positions.ts';

/** Makes the ids of other work items links to them. VS Code does so itself for links with a path. */
export function linkIds(navigation: Navigation): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(documentSelector, {
    async provideDocumentLinks(document) {
      const ref = documentRef(document.uri);
      const found = await navigation.mentionsIn(ref, checkInput(document).text);
      return found?.mentions.flatMap(({ kind, items, range }) => {
        const [item] = items;
        if (kind !== 'id' || !item || items.some(({ key }) => key === ref.key)) return [];
        // The text of a link that leads there already.
        if (found.read.text.startsWith('](', range.end)) return [];
        const link = new vscode.DocumentLink(
          toRange(positionsOf(found.read.lines, range)),
          vscode.Uri.parse(item.key, true),
        );
        link.tooltip = `Open ${nameOf(item.report)}`;
        return [link];
      });
    },
  });
}
