import * as vscode from 'vscode';
import type { Log } from '../../app/ports.ts';
import {
  addEverythingMissing,
  type CheckSettings,
  checkDocument,
  type DocumentInput,
  fixFinding,
} from '../../core/checklist/check-document.ts';
import { isAddable } from '../../core/checklist/mend-all.ts';
import type { Finding, Fix } from '../../core/report.ts';
import { checkInput, documentRef, documentSelector, isCandidate } from '../host/documents.ts';
import { toRange } from '../host/positions.ts';
import type { Settings } from '../host/settings.ts';
import { tell } from '../host/tell.ts';
import { snippetEdit } from './snippet-edit.ts';

/** Computes a fix from the text as it is; null when there is none (any more). */
type MakeFix = (input: DocumentInput, settings: CheckSettings) => Fix | null;

interface FixAction extends vscode.CodeAction {
  readonly document: vscode.TextDocument;
  readonly makeFix: MakeFix;
}

/** Offers the fixes of findings as quick fixes. */
export function offerQuickFixes(settings: Settings, log: Log): vscode.Disposable {
  const provider: vscode.CodeActionProvider<FixAction> = {
    provideCodeActions(document, range, context) {
      if (!isCandidate(document.uri, settings)) return [];
      const input = checkInput(document);
      const checkSettings = settings.forDocument(documentRef(document.uri));
      // Not from the index: what it knows may be older than the text.
      const { workItem, findings } = checkDocument(input, checkSettings);
      if (!workItem) return [];
      const action = (makeFix: MakeFix, title: string): FixAction =>
        Object.assign(new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix), { document, makeFix });
      const here = findings.filter((finding) => toRange(finding.range).intersection(range) !== undefined);
      const actions = here
        .filter(({ fixable }) => fixable)
        .flatMap((finding) => {
          const makeFix = fixOf(finding);
          const title = makeFix(input, checkSettings)?.title;
          if (title === undefined) return [];
          const diagnostics = diagnosticsOf(finding, context.diagnostics);
          return Object.assign<FixAction, Partial<FixAction>>(action(makeFix, title), { diagnostics });
        });
      // Without diagnostics, it stands below the others.
      if (here.some(isAddable) && findings.filter(isAddable).length > 1)
        actions.push(action(addEverythingMissing, 'Add everything missing'));
      return actions;
    },
    /** Computed anew, from the text as it is when the fix is applied. */
    resolveCodeAction(action) {
      const { document, makeFix, title } = action;
      const fix = makeFix(checkInput(document), settings.forDocument(documentRef(document.uri)));
      if (fix !== null) action.edit = snippetEdit(document.uri, fix);
      else tell(`${title}: the text has changed, nothing was done.`, log);
      return action;
    },
  };
  return vscode.languages.registerCodeActionsProvider(documentSelector, provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  });
}

function fixOf({ rule, range }: Finding): MakeFix {
  return (input, settings) => fixFinding(input, settings, rule, range.start);
}

/** Those of `diagnostics` that show the finding. */
function diagnosticsOf(finding: Finding, diagnostics: readonly vscode.Diagnostic[]): vscode.Diagnostic[] {
  return diagnostics.filter(
    ({ source, code, range }) =>
      source === 'async-ready' &&
      typeof code === 'object' &&
      code.value === finding.rule &&
      range.isEqual(toRange(finding.range)),
  );
}
