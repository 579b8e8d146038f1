import * as vscode from 'vscode';
import type { GitIgnored } from '../../app/git-ignored.ts';
import { newFileNames, staysInside } from '../../app/new-file-names.ts';
import type { DocumentRef, Files, FolderEntry } from '../../app/ports.ts';
import { createSlices, type SlicePorts, sliceBudget } from '../../app/slices.ts';
import { candidateGlobs, ignoredFolders } from '../../core/document/candidates.ts';
import { documentRef } from './documents.ts';

/** Files of this machine, by their paths; absent where there are none, as on vscode.dev. */
export interface LocalFiles {
  read(path: string): Uint8Array;
  /** Another text whenever the file is another; null where that cannot be told. */
  stamp(path: string): string | null;
}

/** The files of the workspace; keys are URIs. What `files.exclude` hides or git ignores is not found. */
export function workspaceFiles(
  ports: SlicePorts,
  gitIgnored: Pick<GitIgnored, 'ask' | 'has'>,
  localFiles?: LocalFiles,
): Files {
  const folders = () =>
    (vscode.workspace.workspaceFolders ?? []).map(({ uri, name }) => ({ key: uri.toString(), name }));
  return {
    folders,
    async find(signal, first) {
      const ignored = Promise.all(folders().map(({ key }) => gitIgnored.ask(key, signal)));
      const named = async (uris: readonly vscode.Uri[]): Promise<readonly DocumentRef[]> => {
        await ignored;
        // Naming 10,000 documents takes longer than the extension host may be held.
        const slices = createSlices(ports, sliceBudget);
        const documents = new Map<string, DocumentRef>();
        for (const uri of uris) {
          while (slices.isOver()) await slices.pause();
          const document = documentRef(uri);
          if (!gitIgnored.has(document)) documents.set(document.key, document);
        }
        return [...documents.values()];
      };
      const found = candidateGlobs.map(async (glob) => {
        if (first) {
          const few = await findFiles(glob, signal, aFew);
          if (few.length < aFew) return few;
          // To list them all keeps VS Code's window busy, too, which is to draw the first rows.
          await first(await named(few));
        }
        return findFiles(glob, signal);
      });
      const [uris] = await Promise.all([Promise.all(found), ignored]);
      return named(uris.flat());
    },
    read: async (key) => {
      const uri = vscode.Uri.parse(key, true);
      // Several times as fast as workspace.fs, which asks another process.
      if (uri.scheme === 'file' && localFiles !== undefined) return localFiles.read(uri.fsPath);
      return vscode.workspace.fs.readFile(uri);
    },
    keyOf: (folder, path) => vscode.Uri.joinPath(vscode.Uri.parse(folder, true), path).toString(),
    list: listFolder,
    create: createFile,
  };
}

async function listFolder(folder: string, path: string): Promise<readonly FolderEntry[] | null> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(vscode.Uri.parse(folder, true), path));
    return entries.map(([name, type]) => ({ name, kind: kinds.get(type) ?? 'other' }));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && missing.has(error.code)) return null;
    throw error;
  }
}

const kinds: ReadonlyMap<vscode.FileType, FolderEntry['kind']> = new Map([
  [vscode.FileType.File, 'file'],
  [vscode.FileType.Directory, 'folder'],
]);

const missing: ReadonlySet<string> = new Set(['FileNotFound', 'FileNotADirectory', 'NoPermissions']);

/** About as many rows as a view shows at once; they are listed at once in a workspace of any size. */
const aFew = 64;

/** The files that `glob` finds, or `most` of them, without those in ignored folders or hidden by `files.exclude`. */
export async function findFiles(glob: vscode.GlobPattern, signal?: AbortSignal, most?: number): Promise<vscode.Uri[]> {
  const source = new vscode.CancellationTokenSource();
  const cancel = (): void => source.cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    return await vscode.workspace.findFiles(glob, `**/{${ignoredFolders.join(',')}}/**`, most, source.token);
  } finally {
    signal?.removeEventListener('abort', cancel);
    source.dispose();
  }
}

/**
 * By a draft that is given its name: unlike writeFile, a rename can be told to replace nothing. A WorkspaceEdit would make the
 * file something to undo, and deletes it at the first undo beyond what was typed.
 */
async function createFile(folder: string, path: string, text: string): Promise<DocumentRef> {
  const base = vscode.Uri.parse(folder, true);
  if (!staysInside(path)) throw new Error(`“${path}” is not a path inside ${base.path}.`);
  const draft = vscode.Uri.joinPath(base, path, '..', `.${crypto.randomUUID()}.tmp`);
  await vscode.workspace.fs.writeFile(draft, new TextEncoder().encode(text));
  try {
    for (const name of newFileNames(path)) {
      const uri = vscode.Uri.joinPath(base, name);
      if (await takeName(draft, uri)) return { key: uri.toString(), folder, path: name };
    }
    throw new Error(`Every name like “${path}” is taken.`);
  } catch (error) {
    await vscode.workspace.fs.delete(draft);
    throw error;
  }
}

/** Gives the finished draft its name unless the name is taken. */
async function takeName(draft: vscode.Uri, uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.rename(draft, uri, { overwrite: false });
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileExists') return false;
    throw error;
  }
}
