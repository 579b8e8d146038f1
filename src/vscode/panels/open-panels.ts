import type * as vscode from 'vscode';
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

/** The panels, one of each kind. */
export interface Panels extends vscode.Disposable {
  /** Opens the map, or shows the one that is open. */
  showDependencyMap(): Promise<void>;
  /** As showDependencyMap. */
  showReadinessReport(): Promise<void>;
  copyReadinessReport(): Promise<void>;
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

  const load = async () => (await import('./panels.ts')).panels;
  return {
    showDependencyMap: () => show('dependency map', async () => (await load()).openDependencyMap(ports)),
    showReadinessReport: () => show('readiness report', async () => (await load()).openReadinessReport(ports)),
    copyReadinessReport: async () => (await load()).copyReadinessReport(ports),
    dispose() {
      for (const panel of opened.values())
        panel.then(
          (open) => open.dispose(),
          () => {}, // Whoever asked for it has been told.
        );
    },
  };
}
