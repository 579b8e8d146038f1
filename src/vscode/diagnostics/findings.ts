import * as vscode from 'vscode';
import { createSlices, type SlicePorts, sliceBudget } from '../../app/slices.ts';
import type { WorkspaceFindings } from '../../app/workspace-findings.ts';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import type { Finding } from '../../core/report.ts';
import { toRange } from '../host/positions.ts';
import { rulePageLink } from './rule-pages.ts';

export interface FindingsInProblems extends vscode.Disposable {
  /** Shows the findings of all documents; from now on they stay, whether a document is open or not. */
  showAll(): Promise<void>;
}

/** How many documents are sent to VS Code in one message. */
const documentsAtOnce = 50;

/** Shows the findings of open work items in Problems and in the text, as they are while the text is edited. */
export function showFindings(
  index: WorkspaceIndex,
  found: WorkspaceFindings,
  extension: vscode.Extension<unknown>,
  slices: SlicePorts,
): FindingsInProblems {
  const collection = vscode.languages.createDiagnosticCollection('async-ready');
  /** Keys of the documents that have diagnostics. */
  const shown = new Set<string>();
  let all = false;

  function show(keys: Iterable<string>): void {
    const changes: [vscode.Uri, vscode.Diagnostic[]][] = [];
    for (const key of keys) {
      const report = index.documents.get(key)?.report;
      const findings = report?.workItem === true && (all || isOpen(key)) ? found.of(key) : [];
      if (findings.length === 0 && !shown.delete(key)) continue;
      if (findings.length > 0) shown.add(key);
      changes.push([vscode.Uri.parse(key, true), findings.map((finding) => toDiagnostic(finding, extension))]);
    }
    if (changes.length > 0) collection.set(changes);
  }

  // A document that closes changes too: its file takes the place of its text.
  const following = { dispose: found.onDidChange(show) };
  return {
    async showAll() {
      all = true;
      const pieces = createSlices(slices, sliceBudget);
      const keys = [...index.documents.keys()];
      for (let at = 0; at < keys.length; at += documentsAtOnce) {
        while (pieces.isOver()) await pieces.pause();
        show(keys.slice(at, at + documentsAtOnce));
      }
    },
    dispose: () => vscode.Disposable.from(following, collection).dispose(),
  };
}

/** Whether the document is open in VS Code. */
export function isOpen(key: string): boolean {
  return vscode.workspace.textDocuments.some(({ uri, isClosed }) => !isClosed && uri.toString() === key);
}

const severityOf: Readonly<Record<Finding['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

function toDiagnostic(finding: Finding, extension: vscode.Extension<unknown>): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(finding.range), finding.message, severityOf[finding.severity]);
  diagnostic.source = 'async-ready';
  diagnostic.code = { value: finding.rule, target: rulePageLink(extension, finding.rule) };
  return diagnostic;
}
