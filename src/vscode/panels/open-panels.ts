import * as vscode from 'vscode';
import type { Clock, DocumentRef, Files, Git, Log } from '../../app/ports.ts';
import type { SlicePorts } from '../../app/slices.ts';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import type { WorkItemGraph } from '../../core/graph/graph.ts';
import type { DocumentReport } from '../../core/report.ts';
import type { TeamMember } from '../../core/team.ts';

/** What panels work with. */
export interface PanelPorts {
  readonly extensionUri: vscode.Uri;
  readonly files: Pick<Files, 'folders'>;
  readonly index: WorkspaceIndex;
  readonly graph: WorkItemGraph;
  readonly git: Git;
  readonly clock: Clock;
  readonly log: Log;
  readonly slices: SlicePorts;
  /** The report on a text that is in no editor. */
  check(folder: string, path: string, text: string): DocumentReport;
  /** Whether the file could be a work item. */
  isCandidate(document: Pick<DocumentRef, 'folder' | 'path'>): boolean;
  /** The people of the team of a workspace folder. */
  team(folder: string): readonly TeamMember[];
}

/** By it VS Code knows a panel again when the window is opened anew; package.json has it among the activation events. */
export type PanelType = 'asyncReady.dependencyMap' | 'asyncReady.readinessReport';

/** The panels, one of each kind. */
export interface Panels extends vscode.Disposable {
  /** Opens the map, or shows the one that is open. */
  showDependencyMap(): Promise<void>;
  /** As showDependencyMap. */
  showReadinessReport(): Promise<void>;
  copyReadinessReport(): Promise<void>;
}

/** Makes panels whose code is loaded when the first of them is opened, or is there again in a window that is opened anew. */
export function createPanels(ports: PanelPorts): Panels {
  const opened = new Map<PanelType, Promise<vscode.WebviewPanel>>();
  const load = async () => (await import('./panels.ts')).panels;

  async function open(type: PanelType, restored: vscode.WebviewPanel | undefined): Promise<vscode.WebviewPanel> {
    const { openDependencyMap, openReadinessReport } = await load();
    return (type === 'asyncReady.dependencyMap' ? openDependencyMap : openReadinessReport)(ports, restored);
  }

  async function show(type: PanelType, restored?: vscode.WebviewPanel): Promise<void> {
    const known = opened.get(type);
    if (known) {
      restored?.dispose();
      return (await known).reveal();
    }
    const opening = open(type, restored);
    opened.set(type, opening);
    try {
      (await opening).onDidDispose(() => opened.delete(type));
    } catch (error) {
      opened.delete(type);
      throw error;
    }
  }

  const restore = (type: PanelType): vscode.Disposable =>
    vscode.window.registerWebviewPanelSerializer(type, { deserializeWebviewPanel: (panel) => show(type, panel) });
  const restoring = [restore('asyncReady.dependencyMap'), restore('asyncReady.readinessReport')];
  return {
    showDependencyMap: () => show('asyncReady.dependencyMap'),
    showReadinessReport: () => show('asyncReady.readinessReport'),
    copyReadinessReport: async () => (await load()).copyReadinessReport(ports),
    dispose() {
      vscode.Disposable.from(...restoring).dispose();
      for (const panel of opened.values())
        panel.then(
          (shown) => shown.dispose(),
          () => {}, // Whoever asked for it has been told.
        );
    },
  };
}
