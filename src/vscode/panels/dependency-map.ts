import * as vscode from 'vscode';
import { gatherDependencyMap } from '../../app/dependency-map.ts';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import { dependencyMapPage } from '../../webview/dependency-map-page.ts';
import type { FromMapPage, ToMapPage } from '../../webview/messages.ts';
import { toRange } from '../host/positions.ts';
import { exportMap } from './export-map.ts';
import { openLivePanel } from './live-panel.ts';
import type { PanelPorts } from './open-panels.ts';

/** Opens the map of what waits on what. */
export function openDependencyMap(ports: PanelPorts, restored?: vscode.WebviewPanel): vscode.WebviewPanel {
  const { files, index, graph, slices } = ports;
  return openLivePanel<ToMapPage, FromMapPage>(ports, restored, {
    viewType: 'asyncReady.dependencyMap',
    name: 'dependency-map',
    title: 'Dependency Map',
    body: dependencyMapPage,
    async gather(signal) {
      const mapPorts = { ...slices, graph, folders: files.folders() };
      const map = await gatherDependencyMap(mapPorts, index.documents.values(), signal);
      return { type: 'map', map, complete: index.complete && index.waiting === 0 };
    },
    receive: (message) => (message.type === 'export' ? exportMap(message) : openItem(index, message)),
  });
}

async function openItem(
  { documents }: WorkspaceIndex,
  { key, beside }: Extract<FromMapPage, { type: 'open' }>,
): Promise<void> {
  const indexed = documents.get(key);
  if (!indexed) throw new Error('This work item is no longer there.');
  const { start } = toRange(indexed.report.titleRange);
  await vscode.window.showTextDocument(vscode.Uri.parse(key, true), {
    selection: new vscode.Range(start, start),
    ...(beside && { viewColumn: vscode.ViewColumn.Beside }),
  });
}
