import * as vscode from 'vscode';
import type { Log } from '../../app/ports.ts';
import type { WorkspaceFindings } from '../../app/workspace-findings.ts';
import { allWorkspaceRules } from '../../core/checklist/all-workspace-rules.ts';
import { checkDocument } from '../../core/checklist/check-document.ts';
import { fixWorkspaceFinding } from '../../core/checklist/check-workspace.ts';
import type { Finding, Fix } from '../../core/report.ts';
import { checkInput, documentRef, documentSelector } from '../host/documents.ts';
import { toRange } from '../host/positions.ts';
import type { Settings } from '../host/settings.ts';
import { tell } from '../host/tell.ts';
import { diagnosticsOf } from './quick-fixes.ts';
import { snippetEdit } from './snippet-edit.ts';

interface WorkspaceFixAction extends vscode.CodeAction {
  readonly document: vscode.TextDocument;
  readonly finding: Finding;
}

const rules: ReadonlySet<string> = new Set(allWorkspaceRules.map(({ id }) => id));

/** Offers the fixes of workspace findings as quick fixes. */
export function offerWorkspaceFixes(found: WorkspaceFindings, settings: Settings, log: Log): vscode.Disposable {
  /** The fix for the finding in the text as it is; null when there is none (any more). */
  async function fixFor(document: vscode.TextDocument, { rule, range }: Finding): Promise<Fix | null> {
    const around = await found.around(document.uri.toString());
    if (around === null) return null;
    const checkSettings = settings.forDocument(documentRef(document.uri));
    const report = checkDocument(checkInput(document), checkSettings);
    return fixWorkspaceFinding({ ...around, item: { ...around.item, report } }, checkSettings.rules, rule, range.start);
  }

  const provider: vscode.CodeActionProvider<WorkspaceFixAction> = {
    async provideCodeActions(document, range, context) {
      const here = found
        .of(document.uri.toString())
        .filter(
          (finding) =>
            rules.has(finding.rule) && finding.fixable && toRange(finding.range).intersection(range) !== undefined,
        );
      const actions = await Promise.all(
        here.map(async (finding) => {
          const fix = await fixFor(document, finding);
          if (fix === null) return [];
          const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
          const diagnostics = diagnosticsOf(finding, context.diagnostics);
          return [Object.assign(action, { diagnostics, document, finding })];
        }),
      );
      return actions.flat();
    },
    /** Computed anew, from the text as it is when the fix is applied. */
    async resolveCodeAction(action) {
      const fix = await fixFor(action.document, action.finding);
      if (fix !== null) action.edit = snippetEdit(action.document.uri, fix);
      else tell(`${action.title}: the text has changed, nothing was done.`, log);
      return action;
    },
  };
  return vscode.languages.registerCodeActionsProvider(documentSelector, provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  });
}
