import * as vscode from 'vscode';
import { checkedBy } from '../../app/checked-by.ts';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import { openConfiguration } from '../commands/open-configuration.ts';
import { documentRef, documentSelector, isCandidate } from '../host/documents.ts';
import type { ProjectFiles } from '../host/project-files.ts';
import type { Settings } from '../host/settings.ts';

/** Says beside the language of the active editor what its document is taken for, and by which configuration it is checked. */
export function showLanguageStatus(
  index: WorkspaceIndex,
  settings: Settings,
  projectFiles: ProjectFiles,
): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('asyncReady', documentSelector);
  item.name = 'Async Ready';
  item.command = { command: openConfiguration.id, title: 'Open', tooltip: 'Open the configuration' };
  let settling = false;
  /** What is shown, so that VS Code is told of changes only. */
  let shown = '';

  function show(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || vscode.languages.match(documentSelector, document) === 0) return;
    const { key, folder } = documentRef(document.uri);
    const problems = projectFiles.stored(folder)?.problems.length ?? null;
    const report = isCandidate(document.uri, settings) ? index.documents.get(key)?.report : null;
    const { text, detail } = checkedBy(report, { rules: settings.forDocument({ folder }).rules, problems });
    const busy = report === undefined || index.waiting > 0;
    if (index.waiting > 0) showWhenSettled();
    const now = `${text} ${detail} ${busy}`;
    if (now === shown) return;
    shown = now;
    item.text = text;
    item.detail = detail;
    item.accessibilityInformation = { label: `${text}. Configuration: ${detail}.` };
    item.severity = problems ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
    item.busy = busy;
  }

  /** What is read last may change nothing, and then nobody tells. */
  function showWhenSettled(): void {
    if (settling) return;
    settling = true;
    index.settled().finally(() => {
      settling = false;
      show();
    });
  }

  show();
  return vscode.Disposable.from(
    item,
    { dispose: index.onDidChange(show) },
    settings.onDidChange(show),
    vscode.window.onDidChangeActiveTextEditor(show),
  );
}
