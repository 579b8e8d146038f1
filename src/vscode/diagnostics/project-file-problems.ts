import * as vscode from 'vscode';
import { readProjectFile } from '../../core/project-file.ts';
import { linesOf, positionsOf } from '../../core/text.ts';
import { openDocument } from '../host/documents.ts';
import { toRange } from '../host/positions.ts';
import { folderOfProjectFile, type ProjectFiles, projectFileUri } from '../host/project-files.ts';

/** How long the typing must rest before the file is read again, in milliseconds. */
const editDelay = 200;

/** Shows in Problems what cannot be used in a project file: as it is stored or, while it is open, as its editor has it. */
export function showProjectFileProblems(projectFiles: ProjectFiles): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('async-ready project file');
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(folder: string): void {
    const uri = projectFileUri(folder);
    const text = openDocument(uri.toString())?.text() ?? projectFiles.stored(folder)?.text ?? '';
    const lines = linesOf(text);
    collection.set(
      uri,
      readProjectFile(text).problems.map(({ message, range }) => {
        const place = toRange(positionsOf(lines, range));
        const diagnostic = new vscode.Diagnostic(place, message, vscode.DiagnosticSeverity.Warning);
        diagnostic.source = 'async-ready';
        return diagnostic;
      }),
    );
  }

  function showDocument({ uri }: vscode.TextDocument): void {
    const folder = folderOfProjectFile(uri);
    if (folder !== undefined) show(folder);
  }

  vscode.workspace.textDocuments.forEach(showDocument);
  return vscode.Disposable.from(
    collection,
    projectFiles.onDidChange(show),
    vscode.workspace.onDidOpenTextDocument(showDocument),
    vscode.workspace.onDidCloseTextDocument(showDocument),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (folderOfProjectFile(document.uri) === undefined) return;
      clearTimeout(timer);
      timer = setTimeout(showDocument, editDelay, document);
    }),
    { dispose: () => clearTimeout(timer) },
  );
}
