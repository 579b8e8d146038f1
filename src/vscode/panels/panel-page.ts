import * as vscode from 'vscode';

/** What a panel shows. */
export interface PanelPage {
  /** The files' name in dist/webview, for the script and its styles. */
  readonly name: string;
  readonly title: string;
  /** HTML without anything of a document. */
  readonly body: string;
}

/** Where the scripts and styles of panels are. */
export const panelResources = (extensionUri: vscode.Uri): vscode.Uri =>
  vscode.Uri.joinPath(extensionUri, 'dist', 'webview');

/** A whole page that loads nothing but its own script and styles. */
export function panelHtml({ name, title, body }: PanelPage, webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const nonce = crypto.randomUUID();
  const address = (file: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(panelResources(extensionUri), file)).toString();
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link nonce="${nonce}" rel="stylesheet" href="${address(`${name}.css`)}">
</head>
<body>${body}<script nonce="${nonce}" src="${address(`${name}.js`)}"></script>
</body>
</html>`;
}
