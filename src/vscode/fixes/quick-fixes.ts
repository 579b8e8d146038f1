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
import { suppressFinding } from '../../core/checklist/suppress-finding.ts';
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

/** From how many UTF-16 code units on suppressions take too long to work out for a light bulb that nobody has asked for. */
const longText = 20_000;

/** Whether comments that suppress findings are to be offered. */
export const offersSuppressions = ({ triggerKind }: vscode.CodeActionContext, { text }: DocumentInput): boolean =>
  triggerKind === vscode.CodeActionTriggerKind.Invoke || text.length < longText;

/** Offers as quick fixes: the fixes of findings, comments that suppress them, and one fix for everything. */
export function offerQuickFixes(settings: Settings, log: Log): vscode.Disposable {
  const provider: vscode.CodeActionProvider<FixAction> = {
    provideCodeActions(document, range, context) {
      if (!isCandidate(document.uri, settings)) return [];
      const input = checkInput(document);
      const checkSettings = settings.forDocument(documentRef(document.uri));
      // Not from the index: what it knows may be older than the text.
      const { findings, additions } = checkDocument(input, checkSettings);
      const offered = (makeFix: MakeFix, finding?: Finding): FixAction[] => {
        const title = makeFix(input, checkSettings)?.title;
        if (title === undefined) return [];
        const diagnostics = finding ? diagnosticsOf(finding, context.diagnostics) : [];
        const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
        return [Object.assign(action, { diagnostics, document, makeFix })];
      };
      const here = findings.filter((finding) => toRange(finding.range).intersection(range) !== undefined);
      const actions = here.flatMap((finding) => (finding.fixable ? offered(fixOf(finding), finding) : []));
      // VS Code puts what mends no diagnostic below the rest.
      if (here.some(isAddable) && additions > 1) actions.push(...offered(addEverythingMissing));
      if (offersSuppressions(context, input))
        actions.push(...here.flatMap((finding) => offered(suppressionOf(finding))));
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

function suppressionOf({ rule, range }: Finding): MakeFix {
  return (input, settings) => suppressFinding(input, settings, rule, range.start);
}

/** Those of `diagnostics` that show the finding. */
export function diagnosticsOf(finding: Finding, diagnostics: readonly vscode.Diagnostic[]): vscode.Diagnostic[] {
  return diagnostics.filter(
    ({ source, code, range }) =>
      source === 'async-ready' &&
      typeof code === 'object' &&
      code.value === finding.rule &&
      range.isEqual(toRange(finding.range)),
  );
}
