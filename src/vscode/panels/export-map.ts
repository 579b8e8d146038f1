import * as vscode from 'vscode';

/** Asks how the map is to leave the panel, and does so. A file is only replaced where the save dialog has asked. */
export async function exportMap({ svg, mermaid }: { readonly svg: string; readonly mermaid: string }): Promise<void> {
  const fenced = `\`\`\`mermaid\n${mermaid}\`\`\`\n`;
  const ways = [
    { label: 'Save as SVG…', detail: 'A picture for documents and chats', run: () => save('dependency-map.svg', svg) },
    {
      label: 'Copy as Mermaid',
      detail: 'Text that GitHub and GitLab draw in markdown',
      run: async () => {
        await vscode.env.clipboard.writeText(fenced);
        vscode.window.setStatusBarMessage('The dependency map is in the clipboard.', 5000);
      },
    },
    { label: 'Save as Mermaid…', detail: 'The same as a file', run: () => save('dependency-map.mmd', mermaid) },
  ];
  await (await vscode.window.showQuickPick(ways, { title: 'Export the Dependency Map' }))?.run();
}

async function save(name: string, text: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const extension = name.slice(name.lastIndexOf('.') + 1);
  const uri = await vscode.window.showSaveDialog({
    title: 'Export the Dependency Map',
    filters: { [extension === 'svg' ? 'SVG' : 'Mermaid']: [extension] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
  if (uri) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}
