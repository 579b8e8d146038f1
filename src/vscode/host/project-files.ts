import * as vscode from 'vscode';
import type { Log } from '../../app/ports.ts';
import { decodeText } from '../../core/decode.ts';
import { type ProjectFile, type ProjectSettings, projectFileName, readProjectFile } from '../../core/project-file.ts';
import { documentRef, hasPlace } from './documents.ts';

/** The project files of the workspace's folders, as they are stored. */
export interface ProjectFiles extends vscode.Disposable {
  /** What the team has decided for a workspace folder; nothing until its file has been read, which this starts. */
  settingsOf(folder: string): ProjectSettings;
  /** Resolves when the files of the workspace's folders have been read. */
  ready(): Promise<void>;
  /** The folder's file; undefined where there is none, or it has not been read yet. */
  stored(folder: string): StoredProjectFile | undefined;
  /** The file of a folder has been read anew, or is gone. */
  readonly onDidChange: vscode.Event<string>;
}

export interface StoredProjectFile extends ProjectFile {
  readonly text: string;
}

const noSettings = readProjectFile('').settings;

/** The place of a workspace folder's project file. */
export function projectFileUri(folder: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.Uri.parse(folder, true), projectFileName);
}

/** The folder whose project file is at `uri`; undefined where it is none: only the one at a workspace folder's root counts. */
export function folderOfProjectFile(uri: vscode.Uri): string | undefined {
  const { folder, path } = documentRef(uri);
  return path === projectFileName && hasPlace(uri) ? folder : undefined;
}

/** Reads the project files of all folders, of others when they are asked for, and each again whenever it changes. */
export function followProjectFiles(log: Log): ProjectFiles {
  /** By folder; undefined where there is none, or it is being read for the first time. */
  const files = new Map<string, StoredProjectFile | undefined>();
  /** How often each folder's file has begun to be read. */
  const readings = new Map<string, number>();
  /** The last reading of each folder's file. */
  const readingOf = new Map<string, Promise<void>>();
  const didChange = new vscode.EventEmitter<string>();
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${projectFileName}`);
  const following = [
    watcher.onDidCreate(readAgain),
    watcher.onDidChange(readAgain),
    watcher.onDidDelete(readAgain),
    vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      removed.forEach(forget);
      for (const { uri } of added) start(uri.toString());
    }),
  ];

  async function read(folder: string): Promise<void> {
    const reading = (readings.get(folder) ?? 0) + 1;
    readings.set(folder, reading);
    const text = await textOf(projectFileUri(folder));
    if (readings.get(folder) !== reading) return; // It has changed again, and is being read again.
    const before = files.get(folder)?.text;
    files.set(folder, text === undefined ? undefined : { ...readProjectFile(text), text });
    if (text !== before) didChange.fire(folder);
  }

  function forget({ uri }: vscode.WorkspaceFolder): void {
    const folder = uri.toString();
    readings.delete(folder);
    readingOf.delete(folder);
    if (files.delete(folder)) didChange.fire(folder);
  }

  function readAgain(uri: vscode.Uri): void {
    const folder = folderOfProjectFile(uri);
    if (folder !== undefined) start(folder);
  }

  function start(folder: string): void {
    if (!files.has(folder)) files.set(folder, undefined);
    readingOf.set(
      folder,
      read(folder).catch((error: unknown) => log.error(`${projectFileName} could not be read.`, error)),
    );
  }

  for (const { uri } of vscode.workspace.workspaceFolders ?? []) start(uri.toString());
  return {
    settingsOf(folder) {
      // The other side of a diff lies in a folder that is none, where every file is the one that is compared.
      if (!files.has(folder) && hasPlace(vscode.Uri.parse(folder, true))) start(folder);
      return files.get(folder)?.settings ?? noSettings;
    },
    ready: async () => {
      await Promise.all(readingOf.values());
    },
    stored: (folder) => files.get(folder),
    onDidChange: didChange.event,
    dispose: () => vscode.Disposable.from(didChange, watcher, ...following).dispose(),
  };
}

/** The file's text; undefined where there is none. What is no text becomes a text that is no YAML. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return decodeText(await vscode.workspace.fs.readFile(uri)) ?? '\0';
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
