import * as vscode from 'vscode';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import type { Finding } from '../../core/report.ts';
import { toRange } from '../host/positions.ts';
import { rulePageLink } from './rule-pages.ts';

export interface FindingsInProblems extends vscode.Disposable {
  /** From now on findings of documents that are not open stay in Problems too. */
  showAll(): void;
}

/** Shows the findings of open work items in Problems and in the text, as they are while the text is edited. */
export function showFindings(index: WorkspaceIndex, extension: vscode.Extension<unknown>): FindingsInProblems {
  const collection = vscode.languages.createDiagnosticCollection('async-ready');
  let all = false;

  function show(key: string): [vscode.Uri, vscode.Diagnostic[] | undefined] {
    const report = index.documents.get(key)?.report;
    const shown = report?.workItem === true && (all || isOpen(key));
    return [
      vscode.Uri.parse(key, true),
      shown ? report.findings.map((finding) => toDiagnostic(finding, extension)) : undefined,
    ];
  }

  const following = [
    { dispose: index.onDidChange((keys) => collection.set([...keys].map(show))) },
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.set([show(uri.toString())])),
  ];
  return {
    showAll() {
      all = true;
      collection.set([...index.documents.keys()].map(show));
    },
    dispose: () => vscode.Disposable.from(...following, collection).dispose(),
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

function toDiagnostic(finding: Finding, extension: vscode.Extension<unknown>): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(finding.range), finding.message, severityOf[finding.severity]);
  diagnostic.source = 'async-ready';
  diagnostic.code = { value: finding.rule, target: rulePageLink(extension, finding.rule) };
  return diagnostic;
}
