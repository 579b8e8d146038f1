import * as vscode from 'vscode';
import type { Log } from '../../app/ports.ts';
import { createSlices, type SlicePorts, sliceBudget } from '../../app/slices.ts';
import type { WorkspaceFindings } from '../../app/workspace-findings.ts';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import type { Finding } from '../../core/report.ts';
import { toRange } from '../host/positions.ts';
import type { Settings } from '../host/settings.ts';
import { rulePageLink } from './rule-pages.ts';

export interface FindingsInProblems extends vscode.Disposable {
  /** Whether the findings of the document are shown: it is open or listed, or the settings want all. */
  shows(key: string): boolean;
  /**
   * Lists the findings of all documents; each document's stay until it has none any more, whether it is open or not.
   * @returns how many Problems has then; it leaves out hints.
   */
  listAll(): Promise<number>;
}

/** How many documents are sent to VS Code in one message. */
const documentsAtOnce = 50;

/** Shows the findings of work items and handoff notes in Problems and in the text, as they are while the text is edited. */
export function showFindings(
  index: WorkspaceIndex,
  found: WorkspaceFindings,
  settings: Settings,
  extension: vscode.Extension<unknown>,
  slices: SlicePorts,
  log: Log,
): FindingsInProblems {
  const collection = vscode.languages.createDiagnosticCollection('async-ready');
  /** Keys of the documents that have diagnostics. */
  const shown = new Set<string>();
  const listed = new Set<string>();
  let all = settings.showsAllFindings();

  const shows = (key: string): boolean => all || listed.has(key) || isOpen(key);

  function show(keys: Iterable<string>): void {
    const changes: [vscode.Uri, vscode.Diagnostic[]][] = [];
    for (const key of keys) {
      const findings = shows(key) ? found.of(key) : [];
      if (findings.length === 0 && !shown.delete(key)) continue;
      if (findings.length > 0) shown.add(key);
      changes.push([vscode.Uri.parse(key, true), findings.map((finding) => toDiagnostic(finding, extension))]);
    }
    if (changes.length > 0) collection.set(changes);
  }

  function unlistMended(keys: Iterable<string>): void {
    // What is open may be in the middle of a change.
    for (const key of keys) if (listed.has(key) && !isOpen(key) && found.of(key).length === 0) listed.delete(key);
  }

  async function showInSlices(keys: readonly string[]): Promise<void> {
    const pieces = createSlices(slices, sliceBudget);
    for (let at = 0; at < keys.length; at += documentsAtOnce) {
      while (pieces.isOver()) await pieces.pause();
      show(keys.slice(at, at + documentsAtOnce));
    }
    // What is around documents that were not shown before has not been looked at yet.
    found.lookAgain();
  }

  async function followSetting(): Promise<void> {
    all = settings.showsAllFindings();
    listed.clear();
    await showInSlices([...(all ? index.documents.keys() : shown)]);
    if (all) await index.start();
  }

  const fail = (error: unknown): void => log.error('The findings of the workspace could not be shown.', error);
  const stopFollowing = found.onDidChange((keys) => {
    // A document that closes changes too: its file takes the place of its text.
    show(keys);
    unlistMended(keys);
  });
  const following = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('asyncReady.problems')) followSetting().catch(fail);
  });
  if (all) index.start().catch(fail);
  return {
    shows,
    async listAll() {
      const keys = [...index.documents.keys()];
      for (const key of keys) listed.add(key);
      await showInSlices(keys);
      await found.settled();
      unlistMended(keys);
      return keys.flatMap(found.of).filter(({ severity }) => severity !== 'hint').length;
    },
    dispose: () => vscode.Disposable.from({ dispose: stopFollowing }, following, collection).dispose(),
  };
}

function isOpen(key: string): boolean {
  return vscode.workspace.textDocuments.some(({ uri, isClosed }) => !isClosed && uri.toString() === key);
}

const severityOf: Readonly<Record<Finding['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** The finding as it is shown, with a link to its rule's page. */
export function toDiagnostic(finding: Finding, extension: vscode.Extension<unknown>): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(finding.range), finding.message, severityOf[finding.severity]);
  diagnostic.source = 'async-ready';
  diagnostic.code = { value: finding.rule, target: rulePageLink(extension, finding.rule) };
  if (finding.related)
    diagnostic.relatedInformation = finding.related.map(
      ({ key, range, message }) =>
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(vscode.Uri.parse(key, true), toRange(range)),
          message,
        ),
    );
  return diagnostic;
}
