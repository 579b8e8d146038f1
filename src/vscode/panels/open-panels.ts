import type * as vscode from 'vscode';
import type { Files, Log } from '../../app/ports.ts';
import type { SlicePorts } from '../../app/slices.ts';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import type { WorkItemGraph } from '../../core/graph/graph.ts';

/** What panels work with. */
export interface PanelPorts {
  readonly extensionUri: vscode.Uri;
  readonly files: Pick<Files, 'folders'>;
  readonly index: WorkspaceIndex;
  readonly graph: WorkItemGraph;
  readonly log: Log;
  readonly slices: SlicePorts;
}

/** The panels, one of each kind. */
export interface Panels extends vscode.Disposable {
  /** Opens the map, or shows the one that is open. */
  showDependencyMap(): Promise<void>;
}

/** Makes panels whose code is loaded when the first of them is opened. */
export function createPanels(ports: PanelPorts): Panels {
  const opened = new Map<string, Promise<vscode.WebviewPanel>>();

  async function show(name: string, open: () => Promise<vscode.WebviewPanel>): Promise<void> {
    const known = opened.get(name);
    if (known) return (await known).reveal();
    const opening = open();
    opened.set(name, opening);
    try {
      (await opening).onDidDispose(() => opened.delete(name));
    } catch (error) {
      opened.delete(name);
      throw error;
    }
  }

  return {
    showDependencyMap: () =>
      show('dependency map', async () => (await import('./panels.ts')).panels.openDependencyMap(ports)),
    dispose() {
      for (const panel of opened.values())
        panel.then(
          (open) => open.dispose(),
          () => {}, // Whoever asked for it has been told.
        );
    },
  };
}
