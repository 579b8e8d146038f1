import type * as vscode from 'vscode';
import { addFact } from '../../core/checklist/mending/add-fact.ts';
import type { FactTools } from '../../core/checklist/set-fact.ts';
import { readDocument } from '../../core/document/document.ts';
import { titleStatus } from '../../core/document/statuses.ts';
import { readWorkItem } from '../../core/document/work-item.ts';
import { normalizeLabel } from '../../core/vocabulary/lookup.ts';
import { documentRef } from '../host/documents.ts';
import type { Settings } from '../host/settings.ts';

/** Makes what sets a fact in the document at a place, in the words of its team. */
export const factToolsBy =
  (settings: Settings) =>
  (uri: vscode.Uri): FactTools => {
    const document = documentRef(uri);
    const { vocabulary } = settings.forDocument(document);
    const read = (text: string) => readWorkItem(readDocument(document.path, text, vocabulary));
    return { read, addFact, titleStatus, normalizeLabel };
  };
