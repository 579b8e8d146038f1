import * as vscode from 'vscode';

/** What is used of the API that VS Code's git extension exports (extensions/git/src/api/git.d.ts). */
interface GitExtension {
  /** Throws where git is switched off. */
  getAPI(version: 1): GitApi;
}

export interface GitApi {
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: vscode.Event<Repository>;
  getRepository(uri: vscode.Uri): Repository | null;
  /** The URI of a file as it is in a commit, for the side of a diff. */
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
}

export interface Repository {
  readonly rootUri: vscode.Uri;
  readonly state: { readonly HEAD?: { readonly commit?: string }; readonly onDidChange: vscode.Event<void> };
  fetch(): Promise<void>;
  checkout(treeish: string): Promise<void>;
  merge(ref: string): Promise<void>;
}

/** VS Code's git; undefined where it is not there, as in the browser. Rejects where git is switched off. */
export async function gitApi(): Promise<GitApi | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  return (await extension?.activate())?.getAPI(1);
}
