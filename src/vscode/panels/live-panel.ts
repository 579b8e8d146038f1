import * as vscode from 'vscode';
import type { PanelPorts, PanelType } from './open-panels.ts';
import { type PanelPage, panelHtml, panelResources } from './panel-page.ts';

/** A panel that shows what is gathered from the work items. */
export interface LivePanel<To, From> extends PanelPage {
  readonly viewType: PanelType;
  /** What the page is to be told of things as they are now. */
  gather(signal: AbortSignal): Promise<To>;
  /** Does what the page asks for; what it rejects with is shown to the user. */
  receive(message: From, page: OpenPage): Promise<void>;
}

export interface OpenPage {
  readonly webview: vscode.Webview;
  /** Aborted when the panel is closed. */
  readonly closed: AbortSignal;
  /** Gathers anew, and tells the page if that has changed anything. */
  follow(): void;
}

/** How long changes are collected before the page is told, in milliseconds. */
const refreshDelay = 300;

/**
 * Opens a panel that follows the index until it is closed, while it is seen. Its page says `ready` when it can be told something.
 * @param restored the panel of an earlier session, to be filled instead.
 */
export function openLivePanel<To, From extends { readonly type: string }>(
  { extensionUri, index, log }: PanelPorts,
  restored: vscode.WebviewPanel | undefined,
  live: LivePanel<To, Exclude<From, { type: 'ready' }>>,
): vscode.WebviewPanel {
  const panel = restored ?? vscode.window.createWebviewPanel(live.viewType, live.title, vscode.ViewColumn.Active);
  const { webview } = panel;
  webview.options = { enableScripts: true, localResourceRoots: [panelResources(extensionUri)] };
  const closing = new AbortController();
  const closed = closing.signal;
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
      if (!closed.aborted) log.error(`${live.title} could not be brought up to date.`, error);
    });
  }

  async function send(): Promise<void> {
    const message = await live.gather(closed);
    const text = JSON.stringify(message);
    if (text === sent || !panel.visible) return;
    sent = text;
    await webview.postMessage(message);
  }

  async function receive(message: From): Promise<void> {
    if (message.type !== 'ready') return live.receive(message as Exclude<From, { type: 'ready' }>, page);
    // The page is new, or was hidden and has lost what it knew.
    sent = '';
    follow();
    await index.start();
    follow();
  }

  const page: OpenPage = { webview, closed, follow };
  const following = [
    { dispose: index.onDidChange(followSoon) },
    webview.onDidReceiveMessage((message: From) =>
      receive(message).catch((error: unknown) => {
        if (closed.aborted) return;
        log.error(`${live.title} failed.`, error);
        return vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      }),
    ),
  ];
  panel.onDidDispose(() => {
    closing.abort();
    clearTimeout(timer);
    vscode.Disposable.from(...following).dispose();
  });
  webview.html = panelHtml(live, webview, extensionUri);
  return panel;
}
