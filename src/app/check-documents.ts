import { type CheckSettings, checkDocument } from '../core/checklist/check-document.ts';
import { unreadableDocument } from '../core/checklist/unreadable-document.ts';
import type { DocumentReport } from '../core/report.ts';
import type { DocumentRef, Files } from './ports.ts';
import { textOf, whyUnread } from './read-text.ts';

export interface CheckResult {
  /** One for each document, in their order. */
  readonly reports: readonly DocumentReport[];
  /** Documents that could not be read, and why. */
  readonly failures: readonly { readonly path: string; readonly reason: string }[];
}

/** Reads and checks `documents`. Throws only for settings that cannot be used. */
export async function checkDocuments(
  files: Pick<Files, 'read'>,
  documents: readonly DocumentRef[],
  settings: CheckSettings,
): Promise<CheckResult> {
  const reports: DocumentReport[] = [];
  const failures: CheckResult['failures'][number][] = [];
  for (const { key, path } of documents) {
    const { text, reason } = await files
      .read(key)
      .then(textOf, (error: unknown) => ({ text: null, reason: whyUnread(error) }));
    if (text !== null) reports.push(checkDocument({ path, text }, settings));
    else {
      reports.push(unreadableDocument(path, reason, settings));
      failures.push({ path, reason });
    }
  }
  return { reports, failures };
}
