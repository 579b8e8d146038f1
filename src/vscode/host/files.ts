import * as vscode from 'vscode';
import { newFileNames, staysInside } from '../../app/new-file-names.ts';
import type { DocumentRef, Files } from '../../app/ports.ts';
import { createSlices, type SlicePorts, sliceBudget } from '../../app/slices.ts';
import { candidateGlobs, ignoredFolders } from '../../core/document/candidates.ts';
import { documentRef } from './documents.ts';

/** Reads the file at a path of this machine; absent where there is none, as on vscode.dev. */
export type ReadLocalFile = (path: string) => Uint8Array;

/** The files of the workspace; keys are URIs. `files.exclude` holds for what is found. */
export function workspaceFiles(ports: SlicePorts, readLocalFile?: ReadLocalFile): Files {
  return {
    folders: () => (vscode.workspace.workspaceFolders ?? []).map(({ uri, name }) => ({ key: uri.toString(), name })),
    find: async (signal) => {
      const found = await Promise.all(candidateGlobs.map((glob) => findFiles(glob, signal)));
      // Naming 10,000 documents takes longer than the extension host may be held.
      const slices = createSlices(ports, sliceBudget);
      const documents = new Map<string, DocumentRef>();
      for (const uri of found.flat()) {
        while (slices.isOver()) await slices.pause();
        const document = documentRef(uri);
        documents.set(document.key, document);
      }
      return [...documents.values()];
    },
    read: async (key) => {
      const uri = vscode.Uri.parse(key, true);
      // Several times as fast as workspace.fs, which asks another process.
      if (uri.scheme === 'file' && readLocalFile !== undefined) return readLocalFile(uri.fsPath);
      return vscode.workspace.fs.readFile(uri);
    },
    create: createFile,
  };
}

/** The files that `glob` finds, without those in ignored folders or hidden by `files.exclude`. */
export async function findFiles(glob: vscode.GlobPattern, signal?: AbortSignal): Promise<vscode.Uri[]> {
  const source = new vscode.CancellationTokenSource();
  const cancel = (): void => source.cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    return await vscode.workspace.findFiles(glob, `**/{${ignoredFolders.join(',')}}/**`, undefined, source.token);
  } finally {
    signal?.removeEventListener('abort', cancel);
    source.dispose();
  }
}

async function createFile(folder: string, path: string, text: string): Promise<DocumentRef> {
  const base = vscode.Uri.parse(folder, true);
  if (!staysInside(path)) throw new Error(`“${path}” is not a path inside ${base.path}.`);
  for (const name of newFileNames(path)) {
    const uri = vscode.Uri.joinPath(base, name);
    if (await exists(uri)) continue;
    const edit = new vscode.WorkspaceEdit();
    // Unlike workspace.fs.writeFile, this never replaces a file that has come up in between.
    edit.createFile(uri, { contents: new TextEncoder().encode(text), overwrite: false, ignoreIfExists: false });
    if (!(await vscode.workspace.applyEdit(edit))) throw new Error(`${name} could not be written.`);
    return { key: uri.toString(), folder, path: name };
  }
  throw new Error(`Every name like “${path}” is taken.`);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}
