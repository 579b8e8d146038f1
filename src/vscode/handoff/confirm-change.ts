import * as vscode from 'vscode';

const scheme = 'async-ready-preview';

/** Shows what a document would be beside what it is, and makes the change when the user agrees. @returns whether it was made */
export async function confirmChange(document: vscode.TextDocument, text: string, title: string): Promise<boolean> {
  const { uri, version } = document;
  const preview = uri.with({ scheme, query: '' });
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: () => text,
  });
  try {
    await vscode.commands.executeCommand('vscode.diff', uri, preview, title, { preview: true });
    const make = 'Make These Changes';
    // Not at the top of the window, where it would cover the front matter.
    const question = `${title}? On the left is what stands there, on the right what would.`;
    const answer = await vscode.window.showInformationMessage(question, make, 'Leave It As It Is');
    await closeDiff(preview);
    if (answer !== make) return false;
    if (document.version !== version) throw new Error(`${title}: the text has changed meanwhile, nothing was done.`);
    const edit = new vscode.WorkspaceEdit();
    const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
    edit.replace(uri, whole, text);
    return await vscode.workspace.applyEdit(edit);
  } finally {
    provider.dispose();
  }
}

async function closeDiff(preview: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const shown = tabs.filter(
    ({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === preview.toString(),
  );
  await vscode.window.tabGroups.close(shown);
}
