import * as vscode from 'vscode';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import { handoffDrift } from '../../core/checklist/rules/handoff-drift.ts';
import { driftMessage } from '../../core/handoff/drift.ts';
import type { Finding } from '../../core/report.ts';
import type { Settings } from '../host/settings.ts';
import type { KnownHandoffs } from './known-handoffs.ts';
import type { Shared } from './shared.ts';

/** Says in open handoff notes how far the world has moved since, and offers to show it. */
export function showDriftFindings(
  known: KnownHandoffs,
  index: WorkspaceIndex,
  settings: Settings,
  extension: vscode.Extension<unknown>,
  { documentSelector, isSilenced, toDiagnostic }: Shared,
): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('async-ready handoffs');
  /** Keys of the documents that have a finding. */
  const shown = new Set<string>();

  function findingOf(key: string): Finding | null {
    const handoff = known.list.handoffs.find((one) => one.key === key);
    const drift = known.driftOf(key);
    const message = handoff?.open && drift ? driftMessage(drift) : null;
    if (!handoff || message === null) return null;
    const severity = settings.forDocument(handoff).rules[handoffDrift.id] ?? 'information';
    const range = handoff.note.headRange;
    const suppressions = index.documents.get(key)?.report.suppressions ?? [];
    if (severity === 'off' || isSilenced(suppressions, handoffDrift.id, range.start)) return null;
    return { rule: handoffDrift.id, severity, message, range, fixable: false };
  }

  function show(): void {
    const gone = new Set(shown);
    for (const { uri, isClosed } of vscode.workspace.textDocuments) {
      const key = uri.toString();
      const finding = isClosed ? null : findingOf(key);
      if (!finding) continue;
      collection.set(uri, [toDiagnostic(finding, extension)]);
      shown.add(key);
      gone.delete(key);
    }
    for (const key of gone) {
      collection.delete(vscode.Uri.parse(key, true));
      shown.delete(key);
    }
  }

  const actions: vscode.CodeActionProvider = {
    provideCodeActions({ uri }, _range, { diagnostics }) {
      const here = diagnostics.filter(({ code }) => typeof code === 'object' && code.value === handoffDrift.id);
      if (here.length === 0 || known.driftOf(uri.toString())?.kind !== 'moved') return [];
      const action = new vscode.CodeAction('Show what has changed since', vscode.CodeActionKind.QuickFix);
      action.command = {
        command: 'asyncReady.showChangesSinceHandoff',
        title: action.title,
        arguments: [uri.toString()],
      };
      action.diagnostics = here;
      return [action];
    },
  };
  return vscode.Disposable.from(
    collection,
    known.onDidChange(show),
    vscode.workspace.onDidOpenTextDocument(() => {
      show();
      known.lookAgain();
    }),
    vscode.workspace.onDidCloseTextDocument(show),
    vscode.languages.registerCodeActionsProvider(documentSelector, actions, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
  );
}
