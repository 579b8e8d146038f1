import * as vscode from 'vscode';
import type { EditorError } from '../../core/handoff/note-drafts.ts';
import { documentRef } from './documents.ts';

/** The errors that other extensions report in files of a workspace folder; paths relative to it. */
export function editorErrors(folder: string): EditorError[] {
  return vscode.languages.getDiagnostics().flatMap(([uri, diagnostics]) => {
    const errors = diagnostics.filter(
      ({ severity, source }) => severity === vscode.DiagnosticSeverity.Error && source !== 'async-ready',
    );
    if (errors.length === 0) return [];
    const file = documentRef(uri);
    if (file.folder !== folder) return [];
    return errors.map(({ range, message, source = '' }) => ({
      ...{ path: file.path, line: range.start.line + 1 },
      ...{ message, source },
    }));
  });
}
