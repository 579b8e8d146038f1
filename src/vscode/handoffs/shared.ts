import type * as vscode from 'vscode';
import type { isSilenced } from '../../core/checklist/check-workspace.ts';
import type { readDocument } from '../../core/document/document.ts';
import type { toDiagnostic } from '../diagnostics/findings.ts';
import type { documentRef } from '../host/documents.ts';

/** What the extension's own bundle has already: given, so that it is not loaded a second time with what receives handoffs. */
export interface Shared {
  readonly readDocument: typeof readDocument;
  readonly documentRef: typeof documentRef;
  readonly documentSelector: vscode.DocumentSelector;
  readonly toDiagnostic: typeof toDiagnostic;
  readonly isSilenced: typeof isSilenced;
}
