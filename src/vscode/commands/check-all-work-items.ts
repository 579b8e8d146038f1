import * as vscode from 'vscode';
import { isOpen, isReady } from '../../app/readiness.ts';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import { withCancellableProgress } from '../host/progress.ts';
import type { Command } from './command.ts';

/** Checks every work item of the workspace and lists the findings in Problems. */
export const checkAllWorkItems: Command = {
  id: 'asyncReady.checkAllWorkItems',
  async run({ index, findings, log }) {
    await withCancellableProgress('Checking work items', async (signal, progress) => {
      let most = 0;
      const stop = index.onDidChange(() => {
        most = Math.max(most, index.waiting);
        if (most > 0) progress.report({ message: `${most - index.waiting} of ${most} documents` });
      });
      try {
        await index.refresh(signal);
      } finally {
        stop();
      }
    });
    const count = await findings.listAll();
    // Not awaited: the check is done, the message may stand for as long as the user likes.
    offerProblems(summary(index, count)).catch((error: unknown) => log.error('The result could not be shown.', error));
  },
};

async function offerProblems(message: string): Promise<void> {
  const show = 'Show Problems';
  if ((await vscode.window.showInformationMessage(message, show)) !== show) return;
  await vscode.commands.executeCommand('workbench.actions.view.problems');
}

/** What the check came to, in one sentence. */
function summary(index: WorkspaceIndex, findings: number): string {
  const reports = [...index.documents.values()].map(({ report }) => report).filter(({ workItem }) => workItem);
  const open = reports.filter(isOpen);
  const ready = open.filter(isReady).length;
  if (reports.length === 0) return 'No work items were found.';
  const items = `${open.length} open work ${open.length === 1 ? 'item' : 'items'}`;
  return `${ready} of ${items} ${ready === 1 ? 'is' : 'are'} ready. ${findings} ${findings === 1 ? 'finding' : 'findings'}.`;
}
