import * as vscode from 'vscode';
import type { FreshnessSource } from '../../app/freshness.ts';
import { documentRef } from './documents.ts';

/** What is used of the API that VS Code's git extension exports (extensions/git/src/api/git.d.ts). */
interface GitExtension {
  /** Throws where git is switched off. */
  getAPI(version: 1): GitApi;
}

interface GitApi {
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: vscode.Event<Repository>;
}

interface Repository {
  readonly state: { readonly HEAD?: { readonly commit?: string }; readonly onDidChange: vscode.Event<void> };
}

/**
 * In milliseconds. VS Code tells of the first change of a text, and then that it is not saved any more; where it does not,
 * another program has written the file, or git has.
 */
const dirtyDelay = 100;

/**
 * Has git asked anew when HEAD moves, another program writes an open file or the workspace becomes trusted, and tells of
 * edits that git does not know of yet.
 * @param lookAgain is called when git may tell something else.
 * @param report gets why commits cannot be followed; they are then seen when the window is opened again.
 */
export function followGit(
  freshness: FreshnessSource,
  lookAgain: () => void,
  report: (error: unknown) => void,
): vscode.Disposable {
  const following: vscode.Disposable[] = [];
  let disposed = false;
  const keep = (disposable: vscode.Disposable): void => {
    if (disposed) disposable.dispose();
    else following.push(disposable);
  };
  const askAnew = (): void => {
    freshness.forget();
    lookAgain();
  };
  const follow = ({ state }: Repository): void => {
    let head = state.HEAD?.commit;
    keep(
      state.onDidChange(() => {
        if (state.HEAD?.commit === head) return;
        head = state.HEAD?.commit;
        askAnew();
      }),
    );
  };
  keep(vscode.workspace.onDidGrantWorkspaceTrust(askAnew));
  keep(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (vscode.workspace.getWorkspaceFolder(document.uri) === undefined) return;
      const { folder, path } = documentRef(document.uri);
      if (document.isDirty) freshness.edited(folder, path);
      else if (contentChanges.length > 0) setTimeout(() => !document.isDirty && askAnew(), dirtyDelay);
    }),
  );
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  extension
    ?.activate()
    .then((exports) => {
      const api = exports.getAPI(1);
      api.repositories.forEach(follow);
      keep(api.onDidOpenRepository(follow));
    })
    .then(undefined, report);
  return {
    dispose() {
      disposed = true;
      vscode.Disposable.from(...following).dispose();
    },
  };
}
