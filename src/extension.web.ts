import type { ExtensionContext } from 'vscode';
import { type Git, GitUnavailable } from './app/ports.ts';
import { activate as activateWith } from './vscode/activate.ts';

/** Stands in for git where no process can be started. */
const noGit: Git = {
  run: unavailable,
  stream: unavailable,
  readFile: async () => null,
  lastWritten: async () => null,
  readBlobs: unavailable,
};

async function unavailable(): Promise<never> {
  throw new GitUnavailable('VS Code on the web cannot start git.');
}

/** The extension in a browser, as on vscode.dev. */
export function activate(context: ExtensionContext): void {
  activateWith(context, { git: noGit, userGit: { run: unavailable } });
}
