import * as vscode from 'vscode';
import { type WorkItemLens, workItemLenses } from '../../app/work-item-lenses.ts';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import { addEverythingMissing } from '../commands/add-everything-missing.ts';
import { showWorkItem } from '../commands/show-work-item.ts';
import { writeHandoffNote } from '../commands/write-handoff-note.ts';
import { documentRef, documentSelector, openDocument } from '../host/documents.ts';
import { toRange } from '../host/positions.ts';
import type { Settings } from '../host/settings.ts';
import { currentReport } from './current-report.ts';

const commandOf: Readonly<Record<WorkItemLens['action'], { readonly id: string; readonly tooltip: string }>> = {
  show: { id: showWorkItem.id, tooltip: 'Show in Work Items' },
  add: { id: addEverythingMissing.id, tooltip: 'Add everything missing, to be filled in' },
  'hand-off': { id: writeHandoffNote.id, tooltip: 'Write a handoff note from current changes' },
};

/** Shows above the title of a work item how ready it is, and offers what can be done about it. */
export function showWorkItemLenses(index: WorkspaceIndex, settings: Settings): vscode.Disposable {
  const didChange = new vscode.EventEmitter<void>();
  /** What documents show, by key; not those whose lenses are being made. */
  const shown = new Map<string, string>();

  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: didChange.event,
    async provideCodeLenses(document, token) {
      const key = document.uri.toString();
      shown.delete(key);
      if (!settings.showsCodeLens(documentRef(document.uri))) return [];
      const lenses = workItemLenses(await currentReport(index, document, token));
      shown.set(key, titlesOf(lenses));
      return lenses.map(({ title, action, range }) => {
        const { id, tooltip } = commandOf[action];
        return new vscode.CodeLens(toRange(range), { command: id, title, tooltip, arguments: [key] });
      });
    },
  };

  /** VS Code asks by itself when a text changes; not when its report comes for the first time, or changes with the settings. */
  function changed(keys: ReadonlySet<string>): void {
    let outdated = false;
    for (const key of shown.keys()) {
      if (!keys.has(key)) continue;
      if (openDocument(key) === undefined) shown.delete(key);
      else outdated ||= shown.get(key) !== titlesOf(workItemLenses(index.documents.get(key)?.report));
    }
    if (outdated) didChange.fire();
  }

  return vscode.Disposable.from(
    didChange,
    { dispose: index.onDidChange(changed) },
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('asyncReady.codeLens')) didChange.fire();
    }),
    vscode.languages.registerCodeLensProvider(documentSelector, provider),
  );
}

function titlesOf(lenses: readonly WorkItemLens[]): string {
  return lenses.map(({ title }) => title).join('\n');
}
