import * as vscode from 'vscode';
import type { DocumentRef } from '../../app/ports.ts';
import { type WorkItemLens, workItemLenses } from '../../app/work-item-lenses.ts';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import { placesOfDependants } from '../../core/graph/dependants.ts';
import type { WorkItemGraph } from '../../core/graph/graph.ts';
import { addEverythingMissing } from '../commands/add-everything-missing.ts';
import { showWorkItem } from '../commands/show-work-item.ts';
import { writeHandoffNote } from '../commands/write-handoff-note.ts';
import { documentRef, documentSelector, openDocument } from '../host/documents.ts';
import { toRange } from '../host/positions.ts';
import type { Settings } from '../host/settings.ts';
import { currentReport } from './current-report.ts';

const commandOf: Readonly<
  Record<Exclude<WorkItemLens['action'], 'dependants'>, { readonly id: string; readonly tooltip: string }>
> = {
  show: { id: showWorkItem.id, tooltip: 'Show in Work Items' },
  add: { id: addEverythingMissing.id, tooltip: 'Add everything missing, to be filled in' },
  'hand-off': { id: writeHandoffNote.id, tooltip: 'Write a handoff note from current changes' },
};

/** Shows above the title of a work item how ready it is, and offers what can be done about it. */
export function showWorkItemLenses(index: WorkspaceIndex, graph: WorkItemGraph, settings: Settings): vscode.Disposable {
  const didChange = new vscode.EventEmitter<void>();
  /** What documents show, by key; not those whose lenses are being made. */
  const shown = new Map<string, string>();
  /** Whether lenses are wanted, by workspace folder: VS Code takes long to tell, and asks for lenses at each keystroke. */
  const wanted = new Map<string, boolean>();

  function areWanted({ folder }: Pick<DocumentRef, 'folder'>): boolean {
    const known = wanted.get(folder) ?? settings.showsCodeLens({ folder });
    wanted.set(folder, known);
    return known;
  }

  function lensesOf(key: string): readonly WorkItemLens[] {
    const item = graph.get(key);
    return workItemLenses(index.documents.get(key)?.report, item ? graph.dependantsOf(item).length : 0);
  }

  function commandFor({ action, title, range }: WorkItemLens, key: string): vscode.Command {
    if (action !== 'dependants') {
      const { id, tooltip } = commandOf[action];
      return { command: id, title, tooltip, arguments: [key] };
    }
    const item = graph.get(key);
    const places = (item ? placesOfDependants(graph, item) : []).map(
      (place) => new vscode.Location(vscode.Uri.parse(place.key, true), toRange(place.range)),
    );
    return {
      command: 'editor.action.showReferences',
      title,
      tooltip: 'Show the open work that waits on this',
      arguments: [vscode.Uri.parse(key, true), toRange(range).start, places],
    };
  }

  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: didChange.event,
    async provideCodeLenses(document, token) {
      const key = document.uri.toString();
      shown.delete(key);
      if (!areWanted(documentRef(document.uri))) return [];
      await currentReport(index, document, token);
      const lenses = lensesOf(key);
      shown.set(key, titlesOf(lenses));
      return lenses.map((lens) => new vscode.CodeLens(toRange(lens.range), commandFor(lens, key)));
    },
  };

  /** VS Code asks by itself when a text changes; not when its report comes for the first time, or changes with the settings or other work items. */
  function changed(): void {
    let outdated = false;
    for (const [key, titles] of shown) {
      if (openDocument(key) === undefined) shown.delete(key);
      else outdated ||= titles !== titlesOf(lensesOf(key));
    }
    if (outdated) didChange.fire();
  }

  return vscode.Disposable.from(
    didChange,
    { dispose: index.onDidChange(changed) },
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('asyncReady.codeLens')) return;
      wanted.clear();
      didChange.fire();
    }),
    vscode.languages.registerCodeLensProvider(documentSelector, provider),
  );
}

function titlesOf(lenses: readonly WorkItemLens[]): string {
  return lenses.map(({ title }) => title).join('\n');
}
