import * as vscode from 'vscode';
import { type GitIgnored, withoutIgnored } from '../../app/git-ignored.ts';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import { candidateGlobs, ignoredFolders } from '../../core/document/candidates.ts';
import { documentRef, isCandidate } from './documents.ts';
import { findFiles } from './files.ts';
import type { Settings } from './settings.ts';

/** How long the typing must rest before a document is checked again, in milliseconds. */
const editDelay = 50;

/** A branch that is checked out may bring many `.gitignore`; in milliseconds. */
const ignoreDelay = 500;

/** Tells the index of documents that are open already or are opened, edited, saved or closed from now on. */
export function followEditors(
  index: WorkspaceIndex,
  settings: Settings,
  gitIgnored: Pick<GitIgnored, 'has'>,
): vscode.Disposable {
  const edited = new Map<string, vscode.TextDocument>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const update = (documents: Iterable<vscode.TextDocument>): void =>
    index.update([...documents].filter(({ uri }) => isCandidate(uri, settings)).map(({ uri }) => documentRef(uri)));
  const flush = (): void => {
    clearTimeout(timer);
    update(edited.values());
    edited.clear();
  };
  update(vscode.workspace.textDocuments);
  return vscode.Disposable.from(
    settings.onDidChange(() => update(vscode.workspace.textDocuments)),
    vscode.workspace.onDidOpenTextDocument((document) => update([document])),
    // A file that went and came back may have stayed open all the while.
    vscode.window.onDidChangeActiveTextEditor((editor) => editor && update([editor.document])),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      // An output that is written all the time would put off the check for ever.
      if (contentChanges.length === 0 || !isCandidate(document.uri, settings)) return;
      edited.set(document.uri.toString(), document);
      clearTimeout(timer);
      timer = setTimeout(flush, editDelay);
    }),
    vscode.workspace.onDidSaveTextDocument(flush),
    vscode.workspace.onDidCloseTextDocument((document) => {
      edited.delete(document.uri.toString());
      const { uri } = document;
      const stays = vscode.workspace.getWorkspaceFolder(uri) !== undefined && !gitIgnored.has(documentRef(uri));
      if (!stays) index.remove([uri.toString()]);
      else update([document]);
    }),
    { dispose: () => clearTimeout(timer) },
  );
}

/**
 * Once the workspace is read, tells the index of files that come, change, move and go, in VS Code or outside.
 * @param cameOrWent is called for any file or folder of the workspace.
 * @param report gets what went wrong while looking into a new folder.
 */
export function followFiles(
  index: WorkspaceIndex,
  settings: Settings,
  gitIgnored: GitIgnored,
  cameOrWent: (uri: vscode.Uri) => void,
  report: (error: unknown) => void,
): vscode.Disposable {
  const isWanted = (uri: vscode.Uri): boolean =>
    index.started && vscode.workspace.getWorkspaceFolder(uri) !== undefined && isCandidate(uri, settings);
  const update = (uri: vscode.Uri): void => {
    if (isWanted(uri) && !gitIgnored.has(documentRef(uri))) index.update([documentRef(uri)]);
  };
  const addNew = withoutIgnored(gitIgnored, index.update);
  const add = (uri: vscode.Uri): void => {
    if (isWanted(uri)) addNew(documentRef(uri)).catch(report);
  };
  const remove = (uri: vscode.Uri): void => index.remove([uri.toString()]);
  const addBelow = (uri: vscode.Uri): void => {
    if (index.started) filesBelow(uri).then((found) => found.forEach(add), report);
  };
  const watchers = candidateGlobs.flatMap((glob) => {
    const watcher = vscode.workspace.createFileSystemWatcher(glob);
    return [watcher, watcher.onDidCreate(add), watcher.onDidChange(update), watcher.onDidDelete(remove)];
  });
  // A folder that is moved or deleted may be one event, its files none.
  const folders = vscode.workspace.createFileSystemWatcher('**', false, true, false);
  return vscode.Disposable.from(
    ...watchers,
    folders,
    folders.onDidDelete((uri) => {
      remove(uri);
      cameOrWent(uri);
      // It may be there again, with files of which news came before this.
      if (mayBeFolder(uri)) addBelow(uri);
    }),
    folders.onDidCreate((uri) => {
      cameOrWent(uri);
      if (mayBeFolder(uri)) addBelow(uri);
    }),
    vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach(remove)),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) {
        remove(oldUri);
        addBelow(newUri);
      }
    }),
  );
}

/** Reads the workspace anew when git may ignore other files than before. */
export function followGitIgnored(index: WorkspaceIndex, report: (error: unknown) => void): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const readAnew = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => index.started && index.refresh().catch(report), ignoreDelay);
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**/.gitignore');
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(readAnew),
    watcher.onDidChange(readAnew),
    watcher.onDidDelete(readAnew),
    vscode.workspace.onDidGrantWorkspaceTrust(readAnew),
    { dispose: () => clearTimeout(timer) },
  );
}

/** Spares a look at most new files: folders' names seldom have an extension, and some folders hold nothing of ours. */
function mayBeFolder(uri: vscode.Uri): boolean {
  const parts = documentRef(uri).path.split('/');
  return !/.\./.test(parts.at(-1) ?? '') && !parts.some((part) => ignoredFolders.includes(part));
}

/** Has the workspace read as soon as a work item is open: then the others matter too. */
export function startWithWorkItem(index: WorkspaceIndex, report: (error: unknown) => void): vscode.Disposable {
  const dispose = index.onDidChange((keys) => {
    if (!index.started && [...keys].some((key) => index.documents.get(key)?.report.workItem))
      index.start().catch(report);
  });
  return { dispose };
}

/** The files at or below `uri`; none where there is nothing. */
async function filesBelow(uri: vscode.Uri): Promise<vscode.Uri[]> {
  try {
    const { type } = await vscode.workspace.fs.stat(uri);
    return type & vscode.FileType.Directory ? await findFiles(new vscode.RelativePattern(uri, '**')) : [uri];
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return [];
    throw error;
  }
}
