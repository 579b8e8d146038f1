import * as vscode from 'vscode';
import { documentRef } from '../host/documents.ts';
import { projectFileUri } from '../host/project-files.ts';
import type { Command } from './command.ts';

/** Opens what decides how the document in the active editor is checked: its folder's project file, else the settings. */
export const openConfiguration: Command = {
  id: 'asyncReady.openConfiguration',
  async run({ files, projectFiles }) {
    const active = vscode.window.activeTextEditor?.document.uri;
    const folder = active ? documentRef(active).folder : files.folders()[0]?.key;
    if (folder !== undefined && projectFiles.stored(folder))
      await vscode.window.showTextDocument(projectFileUri(folder));
    else await vscode.commands.executeCommand('workbench.action.openSettings', '@ext:async-ready.async-ready');
  },
};
