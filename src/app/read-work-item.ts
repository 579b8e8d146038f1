import { type CheckSettings, checkDocument, documentOf, keptInput } from '../core/checklist/check-document.ts';
import type { MarkdownDocument } from '../core/document/document.ts';
import type { DocumentReport } from '../core/report.ts';

/** Reads and checks a document; its path is relative to the workspace folder. */
export type ReadWorkItem = (path: string, text: string) => { report: DocumentReport; document: MarkdownDocument };

/** Reads documents as these settings say. */
export const readWorkItemBy =
  (settings: CheckSettings): ReadWorkItem =>
  (path, text) => {
    const input = keptInput(path, text);
    return { report: checkDocument(input, settings), document: documentOf(input, settings) };
  };
