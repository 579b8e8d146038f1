import * as vscode from 'vscode';

/**
 * The link to a rule's page, for a diagnostic's code.
 * The page itself, a file of the extension, would open as source, and VS Code 1.139 opens no `command:` link from a
 * hover or a problem (1.100 did). A link to the extension comes back to us, and the page can be shown rendered.
 */
export function rulePageLink(extension: vscode.Extension<unknown>, rule: string): vscode.Uri {
  return vscode.Uri.from({ scheme: vscode.env.uriScheme, authority: extension.id, path: `/rules/${rule}` });
}

/** Shows the rule's page when its link is opened, here or from outside. */
export function openRulePages(extension: vscode.Extension<unknown>): vscode.Disposable {
  return vscode.window.registerUriHandler({
    async handleUri({ path }) {
      const rule = /^\/rules\/([a-z][a-z-]*)$/.exec(path)?.[1];
      if (rule === undefined) {
        await vscode.window.showErrorMessage(`Async Ready has no page ${path}.`);
        return;
      }
      const page = vscode.Uri.joinPath(extension.extensionUri, 'docs', 'rules', `${rule}.md`);
      await vscode.commands.executeCommand('markdown.showPreview', page);
    },
  });
}
