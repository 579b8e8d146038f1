import * as vscode from 'vscode';
import type { FreshnessSource } from '../../app/freshness.ts';
import { documentRef } from './documents.ts';
import { gitApi, type Repository } from './git-api.ts';

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
  gitApi()
    .then((api) => {
      if (!api) return;
      api.repositories.forEach(follow);
      keep(api.onDidOpenRepository(follow));
    })
    .catch(report);
  return {
    dispose() {
      disposed = true;
      vscode.Disposable.from(...following).dispose();
    },
  };
}
