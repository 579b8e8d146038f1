import * as vscode from 'vscode';
import { isCandidatePath } from '../../app/candidate-paths.ts';
import type { DocumentRef } from '../../app/ports.ts';
import type { OpenDocument } from '../../app/workspace-index.ts';
import { type DocumentInput, keptInput } from '../../core/checklist/check-document.ts';
import type { Settings } from './settings.ts';

/** Where work items may be, for what VS Code asks of a document. */
export const documentSelector: vscode.DocumentSelector = [
  { language: 'markdown' },
  { pattern: '**/*.{md,markdown,mdx,txt}' },
];

/** The document at `uri`. Outside the workspace, its own folder takes the place of the workspace folder. */
export function documentRef(uri: vscode.Uri): DocumentRef {
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri ?? vscode.Uri.joinPath(uri, '..');
  return {
    key: uri.toString(),
    folder: folder.toString(),
    path: uri.path.slice(folder.path.replace(/\/$/, '').length + 1),
  };
}

/** Whether `uri` is of a workspace or of this machine. A diff's other side, a draft and an output are in no workspace folder and no files. */
export function hasPlace(uri: vscode.Uri): boolean {
  return vscode.workspace.getWorkspaceFolder(uri) !== undefined || uri.scheme === 'file';
}

/** Whether the file at `uri` could be a work item: one of the workspace, or of this machine, that is not hidden. */
export function isCandidate(uri: vscode.Uri, settings: Settings): boolean {
  const document = documentRef(uri);
  return hasPlace(uri) && isCandidatePath(document.path) && !settings.isHidden(document);
}

function documentInEditor(key: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((open) => !open.isClosed && open.uri.toString() === key);
}

/** The document with this key as it stands in an editor; undefined when it is not open. */
export function openDocument(key: string): OpenDocument | undefined {
  const document = documentInEditor(key);
  return document && { version: document.version, text: () => checkInput(document).text };
}

const inputs = new WeakMap<vscode.TextDocument, { readonly version: number; readonly input: DocumentInput }>();

/** What a check of the document's text looks at: the same for as long as the text is, so that it is read once. */
export function checkInput(document: vscode.TextDocument): DocumentInput {
  const { version } = document;
  const { path } = documentRef(document.uri);
  const known = inputs.get(document);
  if (known?.version === version && known.input.path === path) return known.input;
  const input = keptInput(path, document.getText());
  inputs.set(document, { version, input });
  return input;
}

/** What a check of `text` looks at where that stands in an editor, so that all who ask read it once; else undefined. */
export function inputInEditor({ key }: Pick<DocumentRef, 'key'>, text: string): DocumentInput | undefined {
  const open = documentInEditor(key);
  const input = open && checkInput(open);
  return input?.text === text ? input : undefined;
}
