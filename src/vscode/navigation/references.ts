import * as vscode from 'vscode';
import type { Navigation } from '../../app/navigation.ts';
import { positionsOf } from '../../core/text.ts';
import { cancellable } from '../host/cancellation.ts';
import { checkInput, documentRef, documentSelector } from '../host/documents.ts';
import { toRange } from '../host/positions.ts';
import { titleOf } from './definitions.ts';

/** Finds every place where a work item is spoken of: from its title, its id, or any place that speaks of it. */
export function findReferences(navigation: Navigation): vscode.Disposable {
  return vscode.languages.registerReferenceProvider(documentSelector, {
    async provideReferences(document, position, { includeDeclaration }, token) {
      const offset = document.offsetAt(position);
      const target = await navigation.targetAt(documentRef(document.uri), checkInput(document).text, offset);
      const [item] = target?.items ?? [];
      if (!item) return undefined;
      const found = await cancellable(token, (signal) => navigation.find(item, signal));
      const places = (found ?? []).flatMap(({ document: { key }, read, mentions }) =>
        mentions.map(
          ({ range }) => new vscode.Location(vscode.Uri.parse(key, true), toRange(positionsOf(read.lines, range))),
        ),
      );
      // From the title on, VS Code names it itself: as the heading that it is.
      return includeDeclaration && target?.mention ? [titleOf(item), ...places] : places;
    },
  });
}
