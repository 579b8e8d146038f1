import { type ExtensionContext, workspace } from 'vscode';
import { readDocument, stampDocument } from './node/files.ts';
import { nodeGit } from './node/git.ts';
import { nodeUserGit } from './node/user-git.ts';
import { activate as activateWith } from './vscode/activate.ts';

/** The extension on a desktop or a remote machine. */
export function activate(context: ExtensionContext): void {
  activateWith(context, {
    git: nodeGit({ mayRun: () => workspace.isTrusted, environment: process.env }),
    userGit: nodeUserGit({ mayRun: () => workspace.isTrusted, environment: process.env }),
    localFiles: { read: readDocument, stamp: stampDocument },
  });
}
