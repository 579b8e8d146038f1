import type { CheckSettings, DocumentInput } from '../core/checklist/check-document.ts';
import { isWorthALook, workspaceFindings } from '../core/checklist/check-workspace.ts';
import { unreadableDocument } from '../core/checklist/unreadable-document.ts';
import { createGraph } from '../core/graph/graph.ts';
import type { CheckedDocument, DocumentReport } from '../core/report.ts';
import type { DocumentRef, Files } from './ports.ts';
import { textOf, whyUnread } from './read-text.ts';
import { createLookout, type SurroundingsPorts } from './surroundings.ts';

export interface CheckResult<Report> {
  /** One for each document, in their order. */
  readonly reports: readonly (Report | DocumentReport)[];
  /** Documents that could not be read, and why. */
  readonly failures: readonly { readonly path: string; readonly reason: string }[];
}

/** Reads and checks `documents`, by `verdictsOn` or `checkDocument`. Throws only for settings that cannot be used. */
export async function checkDocuments<Report extends CheckedDocument>(
  files: Pick<Files, 'read'>,
  documents: readonly DocumentRef[],
  settings: CheckSettings,
  check: (input: DocumentInput, settings: CheckSettings) => Report,
): Promise<CheckResult<Report>> {
  const reports: (Report | DocumentReport)[] = [];
  const failures: CheckResult<Report>['failures'][number][] = [];
  for (const { key, path } of documents) {
    const { text, reason } = await files
      .read(key)
      .then(textOf, (error: unknown) => ({ text: null, reason: whyUnread(error) }));
    if (text !== null) reports.push(check({ path, text }, settings));
    else {
      reports.push(unreadableDocument(path, reason, settings));
      failures.push({ path, reason });
    }
  }
  return { reports, failures };
}

/**
 * The reports with what workspace rules find: those on links, on what work items say of one another and on what git tells.
 * @param folder key of the folder that the reports' paths are relative to; a path outside it is left as it is.
 * @param scope whether they are all work items of the folder, what git tells, and what gets word of folders and documents that cannot be looked into.
 */
export async function checkTogether(
  files: Pick<Files, 'list' | 'read' | 'keyOf'>,
  folder: string,
  reports: readonly CheckedDocument[],
  settings: CheckSettings,
  scope: {
    readonly complete: boolean;
    readonly freshness: SurroundingsPorts['freshness'];
    warn(message: string): void;
  },
): Promise<CheckedDocument[]> {
  const graph = createGraph<CheckedDocument>();
  const items = reports.map((report) => ({ key: files.keyOf(folder, report.path), folder, report }));
  for (const item of items) graph.set(item);
  const { complete, freshness, warn } = scope;
  const lookout = createLookout({
    files,
    graph,
    isComplete: () => complete,
    freshness,
    openText: () => undefined,
    warn,
  });
  const checked: CheckedDocument[] = [];
  for (const item of items) {
    const { report } = item;
    const found = isWorthALook(report) ? workspaceFindings(await lookout.around(item), settings.rules) : [];
    checked.push(found.length > 0 ? { ...report, findings: [...report.findings, ...found] } : report);
  }
  return checked;
}
