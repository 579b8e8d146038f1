import { type CheckSettings, checkDocument } from '../core/checklist/check-document.ts';
import { decodeText } from '../core/decode.ts';
import type { DocumentReport } from '../core/report.ts';
import type { DocumentRef, Files } from './ports.ts';

export interface CheckResult {
  readonly reports: readonly DocumentReport[];
  /** Documents that could not be checked, and why. */
  readonly failures: readonly { readonly path: string; readonly reason: string }[];
}

/** Reads and checks `documents`, in their order. Throws only for settings that cannot be used. */
export async function checkDocuments(
  files: Pick<Files, 'read'>,
  documents: readonly DocumentRef[],
  settings: CheckSettings,
): Promise<CheckResult> {
  const reports: DocumentReport[] = [];
  const failures: CheckResult['failures'][number][] = [];
  for (const { key, path } of documents) {
    const text = await files.read(key).then(decodeText, (error: unknown) => error as Error);
    if (typeof text === 'string') reports.push(checkDocument({ path, text }, settings));
    else failures.push({ path, reason: text?.message ?? 'not a text file' });
  }
  return { reports, failures };
}
