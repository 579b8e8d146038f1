import * as vscode from 'vscode';
import { gatherDependencyMap } from '../../app/dependency-map.ts';
import { dependencyMapPage } from '../../webview/dependency-map-page.ts';
import type { FromMapPage, ToMapPage } from '../../webview/messages.ts';
import { toRange } from '../host/positions.ts';
import { exportMap } from './export-map.ts';
import type { PanelPorts } from './open-panels.ts';
import { panelHtml, panelResources } from './panel-page.ts';

/** How long changes are collected before the map is drawn anew, in milliseconds. */
const refreshDelay = 300;

/** Opens the map of what waits on what; it follows the index until it is closed. */
export function openDependencyMap(ports: PanelPorts): vscode.WebviewPanel {
  const { extensionUri, files, index, graph, log, slices } = ports;
  const title = 'Dependency Map';
  const panel = vscode.window.createWebviewPanel('asyncReady.dependencyMap', title, vscode.ViewColumn.Active, {
    enableScripts: true,
    localResourceRoots: [panelResources(extensionUri)],
  });
  const { webview } = panel;
  const closed = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sent = '';
  let gathering: Promise<void> = Promise.resolve();

  function followSoon(): void {
    if (panel.visible) timer ??= setTimeout(follow, refreshDelay);
  }

  /** One after the other, so that what is newer is sent later. */
  function follow(): void {
    clearTimeout(timer);
    timer = undefined;
    gathering = gathering.then(send).catch((error: unknown) => {
      if (!closed.signal.aborted) log.error('The dependency map could not be drawn.', error);
    });
  }

  async function send(): Promise<void> {
    const documents = index.documents.values();
    const map = await gatherDependencyMap({ ...slices, graph, folders: files.folders() }, documents, closed.signal);
    const message: ToMapPage = { type: 'map', map, complete: index.complete && index.waiting === 0 };
    const text = JSON.stringify(message);
    if (text === sent || !panel.visible) return;
    sent = text;
    await webview.postMessage(message);
  }

  async function receive(message: FromMapPage): Promise<void> {
    if (message.type === 'export') return exportMap(message);
    if (message.type === 'open') return openItem(message);
    // The page is new, or was hidden and has lost what it knew.
    sent = '';
    follow();
    await index.start();
    follow();
  }

  async function openItem({ key, beside }: Extract<FromMapPage, { type: 'open' }>): Promise<void> {
    const indexed = index.documents.get(key);
    if (!indexed) throw new Error('This work item is no longer there.');
    const { start } = toRange(indexed.report.titleRange);
    await vscode.window.showTextDocument(vscode.Uri.parse(key, true), {
      selection: new vscode.Range(start, start),
      ...(beside && { viewColumn: vscode.ViewColumn.Beside }),
    });
  }

  const following = [
    { dispose: index.onDidChange(followSoon) },
    webview.onDidReceiveMessage((message: FromMapPage) =>
      receive(message).catch((error: unknown) => {
        log.error('The dependency map failed.', error);
        return vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      }),
    ),
  ];
  panel.onDidDispose(() => {
    closed.abort();
    clearTimeout(timer);
    vscode.Disposable.from(...following).dispose();
  });
  webview.html = panelHtml({ name: 'dependency-map', title, body: dependencyMapPage }, webview, extensionUri);
  return panel;
}
