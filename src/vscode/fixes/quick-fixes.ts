import * as vscode from 'vscode';
import type { Log } from '../../app/ports.ts';
import { checkDocument, fixFinding } from '../../core/checklist/check-document.ts';
import type { Finding } from '../../core/report.ts';
import { documentRef, isCandidate } from '../host/documents.ts';
import { toRange } from '../host/positions.ts';
import type { Settings } from '../host/settings.ts';

interface FixAction extends vscode.CodeAction {
  readonly finding: Finding;
  readonly document: vscode.TextDocument;
}

/** Offers the fixes of findings as quick fixes. */
export function offerQuickFixes(settings: Settings, log: Log): vscode.Disposable {
  const provider: vscode.CodeActionProvider<FixAction> = {
    provideCodeActions(document, range, context) {
      if (!isCandidate(document.uri, settings)) return [];
      // Not from the index: what it knows may be older than the text.
      const { workItem, findings } = checkDocument(inputOf(document), settings.forDocument(documentRef(document.uri)));
      if (!workItem) return [];
      return findings
        .filter((finding) => finding.fixable && toRange(finding.range).intersection(range) !== undefined)
        .flatMap((finding) => actionFor(finding, document, context.diagnostics, settings) ?? []);
    },
    /** Computed anew, from the text as it is when the fix is applied. */
    resolveCodeAction(action) {
      const edit = editFor(action.finding, action.document, settings);
      if (edit !== undefined) action.edit = edit;
      else tell(`${action.title}: the text has changed, nothing was done.`, log);
      return action;
    },
  };
  const selector = [{ language: 'markdown' }, { pattern: '**/*.{md,markdown,mdx,txt}' }];
  return vscode.languages.registerCodeActionsProvider(selector, provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  });
}

/** Not awaited: VS Code waits for the action, the message may stand for as long as the user likes. */
function tell(message: string, log: Log): void {
  vscode.window.showInformationMessage(message).then(undefined, (error) => log.error(message, error));
}

function actionFor(
  finding: Finding,
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
  settings: Settings,
): FixAction | undefined {
  const fix = fixOf(finding, document, settings);
  if (fix === null) return undefined;
  const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
  action.diagnostics = diagnostics.filter(
    ({ source, code, range }) =>
      source === 'async-ready' &&
      typeof code === 'object' &&
      code.value === finding.rule &&
      range.isEqual(toRange(finding.range)),
  );
  return Object.assign(action, { finding, document });
}

function editFor(
  finding: Finding,
  document: vscode.TextDocument,
  settings: Settings,
): vscode.WorkspaceEdit | undefined {
  const fix = fixOf(finding, document, settings);
  if (fix === null) return undefined;
  const edits = fix.edits.map(({ range, snippet }) => {
    const edit = new vscode.SnippetTextEdit(toRange(range), new vscode.SnippetString(snippet));
    edit.keepWhitespace = true; // The snippet has its indentation already.
    return edit;
  });
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, edits);
  return edit;
}

function fixOf(finding: Finding, document: vscode.TextDocument, settings: Settings) {
  const checkSettings = settings.forDocument(documentRef(document.uri));
  return fixFinding(inputOf(document), checkSettings, finding.rule, finding.range.start);
}

function inputOf(document: vscode.TextDocument) {
  return { path: documentRef(document.uri).path, text: document.getText() };
}
