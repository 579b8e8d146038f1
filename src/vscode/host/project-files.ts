import * as vscode from 'vscode';
import type { Log } from '../../app/ports.ts';
import { decodeText } from '../../core/decode.ts';
import { type ProjectFile, type ProjectSettings, projectFileName, readProjectFile } from '../../core/project-file.ts';
import { linesOf, positionsOf } from '../../core/text.ts';
import { toRange } from './positions.ts';

/** The project files of the workspace's folders. */
export interface ProjectFiles extends vscode.Disposable {
  /** What the team has decided for a workspace folder; nothing until its file has been read, which this starts. */
  settingsOf(folder: string): ProjectSettings;
  readonly onDidChange: vscode.Event<void>;
}

const noFile: ProjectFile = readProjectFile('');

/** Reads project files when they are asked for and whenever they change; what is wrong in them is shown in Problems. */
export function followProjectFiles(log: Log): ProjectFiles {
  const files = new Map<string, ProjectFile>();
  /** How often each folder's file has begun to be read. */
  const readings = new Map<string, number>();
  const problems = vscode.languages.createDiagnosticCollection('async-ready project file');
  const didChange = new vscode.EventEmitter<void>();
  const watcher = vscode.workspace.createFileSystemWatcher(`**/${projectFileName}`);
  const following = [
    watcher.onDidCreate(readAgain),
    watcher.onDidChange(readAgain),
    watcher.onDidDelete(readAgain),
    vscode.workspace.onDidChangeWorkspaceFolders(({ removed }) => removed.forEach(forget)),
  ];

  async function read(uri: vscode.Uri, folder: string): Promise<void> {
    const reading = (readings.get(folder) ?? 0) + 1;
    readings.set(folder, reading);
    const text = await textOf(uri);
    if (readings.get(folder) !== reading) return; // It has changed again, and is being read again.
    const file = text === null ? noFile : readProjectFile(text);
    const lines = linesOf(text ?? '');
    const before = files.get(folder);
    files.set(folder, file);
    problems.set(
      uri,
      file.problems.map(({ message, range }) => {
        const diagnostic = new vscode.Diagnostic(
          toRange(positionsOf(lines, range)),
          message,
          vscode.DiagnosticSeverity.Warning,
        );
        diagnostic.source = 'async-ready';
        return diagnostic;
      }),
    );
    if (file !== before) didChange.fire();
  }

  function forget({ uri }: vscode.WorkspaceFolder): void {
    readings.delete(uri.toString());
    files.delete(uri.toString());
    problems.delete(vscode.Uri.joinPath(uri, projectFileName));
  }

  function readAgain(uri: vscode.Uri): void {
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
    // Only the one at a folder's root is its project file.
    if (folder && vscode.Uri.joinPath(folder, projectFileName).toString() === uri.toString())
      start(uri, folder.toString());
  }

  function start(uri: vscode.Uri, folder: string): void {
    read(uri, folder).catch((error: unknown) => log.error(`${projectFileName} could not be read.`, error));
  }

  return {
    settingsOf(folder) {
      const file = files.get(folder);
      if (file) return file.settings;
      files.set(folder, noFile);
      start(vscode.Uri.joinPath(vscode.Uri.parse(folder, true), projectFileName), folder);
      return noFile.settings;
    },
    onDidChange: didChange.event,
    dispose: () => vscode.Disposable.from(problems, didChange, watcher, ...following).dispose(),
  };
}

/** The file's text; null where there is none, or none that is text. */
async function textOf(uri: vscode.Uri): Promise<string | null> {
  try {
    return decodeText(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null;
    throw error;
  }
}
