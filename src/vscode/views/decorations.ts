import * as vscode from 'vscode';
import { isOpen, isReady, missingPoints } from '../../app/readiness.ts';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import { metPoints, pointIds } from '../../core/report.ts';
import type { Settings } from '../host/settings.ts';

/** Marks unready work items in the Explorer and on tabs, where that is asked for. */
export function decorateFiles(
  index: WorkspaceIndex,
  settings: Settings,
  report: (error: unknown) => void,
): vscode.Disposable {
  const didChange = new vscode.EventEmitter<vscode.Uri[] | undefined>();
  const provider: vscode.FileDecorationProvider = {
    onDidChangeFileDecorations: didChange.event,
    provideFileDecoration(uri) {
      if (!settings.decoratesFiles()) return undefined;
      if (!index.started) index.start().catch(report);
      const found = index.documents.get(uri.toString())?.report;
      if (!found || !isOpen(found) || isReady(found)) return undefined;
      const missing = pointIds.length - metPoints(found.points);
      return new vscode.FileDecoration(
        String(missing),
        `Work item, missing: ${missingPoints(found)}`,
        new vscode.ThemeColor('list.warningForeground'),
      );
    },
  };
  return vscode.Disposable.from(
    didChange,
    vscode.window.registerFileDecorationProvider(provider),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('asyncReady.decorations')) didChange.fire(undefined);
    }),
    {
      dispose: index.onDidChange((keys) => {
        if (settings.decoratesFiles()) didChange.fire([...keys].map((key) => vscode.Uri.parse(key, true)));
      }),
    },
  );
}
