import * as vscode from 'vscode';
import { isReady, isSetAside, missingPoints } from '../../app/readiness.ts';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import { readinessWord } from '../../core/readiness/readiness-word.ts';
import type { DocumentReport } from '../../core/report.ts';
import { showWorkItem } from '../commands/show-work-item.ts';

/** Says in the status bar how ready the work item in the active editor is. */
export function showReadinessStatus(index: WorkspaceIndex): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('readiness', vscode.StatusBarAlignment.Right, 100);
  item.name = 'Async Ready: Work Item';
  /** What is shown, so that VS Code is told of changes only. */
  let shown = '';
  const show = (): void => {
    const key = vscode.window.activeTextEditor?.document.uri.toString();
    const report = key === undefined ? undefined : index.documents.get(key)?.report;
    if (key === undefined || !report?.workItem) {
      shown = '';
      item.hide();
      return;
    }
    const readiness = readinessWord(report);
    const details = detailsOf(report);
    const now = `${key} ${readiness} ${details}`;
    if (now === shown) return;
    shown = now;
    item.text = `$(checklist) ${readiness}`;
    item.tooltip = details;
    item.accessibilityInformation = { label: `Work item: ${readiness}. ${details}` };
    item.command = { command: showWorkItem.id, title: 'Show in Work Items', arguments: [key] };
    item.show();
  };
  show();
  return vscode.Disposable.from(
    item,
    { dispose: index.onDidChange(show) },
    vscode.window.onDidChangeActiveTextEditor(show),
  );
}

function detailsOf(report: DocumentReport): string {
  if (report.finished) return 'This work item is finished.';
  if (isSetAside(report)) return 'This work item is set aside: deferred, or put away.';
  return isReady(report) ? 'A team-mate could pick this up.' : `Missing: ${missingPoints(report)}.`;
}
