import * as vscode from 'vscode';
import { type HandoffLens, handoffLenses } from '../../app/handoff-lenses.ts';
import type { Clock } from '../../app/ports.ts';
import { readerTime } from '../../app/reader-time.ts';
import { toRange } from '../host/positions.ts';
import type { Settings } from '../host/settings.ts';
import type { KnownHandoffs } from './known-handoffs.ts';
import type { Shared } from './shared.ts';

const commandOf: Readonly<Record<HandoffLens['action'], { readonly id: string; readonly tooltip: string }>> = {
  show: { id: 'asyncReady.showHandoff', tooltip: 'Show in Handoffs' },
  share: { id: 'asyncReady.shareHandoffNote', tooltip: 'Commit this note alone and push the branch, after asking' },
  'pick-up': { id: 'asyncReady.pickUpHandoff', tooltip: 'Pick up this handoff' },
  'ask-back': { id: 'asyncReady.askBack', tooltip: 'Write a question to the author into the note' },
  changes: { id: 'asyncReady.showChangesSinceHandoff', tooltip: 'Show what has changed since the note was written' },
  previous: { id: 'asyncReady.showPreviousHandoff', tooltip: 'Open the handoff before this one' },
};

/** Whether processes may be started: not on vscode.dev, nor in a workspace that nobody trusts. */
const canRunGit = (): boolean =>
  vscode.workspace.isTrusted && (vscode.env.uiKind === vscode.UIKind.Desktop || vscode.env.remoteName !== undefined);

/** Shows above the title of a handoff note who passes the work on to whom and when, and what can be done about it. */
export function showHandoffLenses(
  known: KnownHandoffs,
  settings: Settings,
  clock: Clock,
  { documentSelector }: Shared,
): vscode.Disposable {
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: known.onDidChange,
    provideCodeLenses(document) {
      const key = document.uri.toString();
      const handoff = known.list.handoffs.find((one) => one.key === key);
      if (!handoff || !settings.showsCodeLens(handoff)) return [];
      const previous = known.list.chains.previous(handoff);
      const range = toRange(handoff.titleRange);
      return handoffLenses(handoff, known.driftOf(key), previous, readerTime(clock), canRunGit()).map(
        ({ action, title }) => {
          const { id, tooltip } = commandOf[action];
          return new vscode.CodeLens(range, { command: id, title, tooltip, arguments: [key] });
        },
      );
    },
  };
  return vscode.languages.registerCodeLensProvider(documentSelector, provider);
}
