import * as vscode from 'vscode';
import type { Log } from '../../app/ports.ts';
import type { WorkspaceFindings } from '../../app/workspace-findings.ts';
import { allWorkspaceRules } from '../../core/checklist/all-workspace-rules.ts';
import { type CheckSettings, checkDocument, type DocumentInput } from '../../core/checklist/check-document.ts';
import { fixWorkspaceFinding, workspaceFindings } from '../../core/checklist/check-workspace.ts';
import { suppressFinding } from '../../core/checklist/suppress-finding.ts';
import type { Surroundings } from '../../core/checklist/workspace-rule.ts';
import type { Finding, Fix } from '../../core/report.ts';
import { checkInput, documentRef, documentSelector } from '../host/documents.ts';
import { toRange } from '../host/positions.ts';
import type { Settings } from '../host/settings.ts';
import { tell } from '../host/tell.ts';
import { diagnosticsOf, offersSuppressions } from './quick-fixes.ts';
import { snippetEdit } from './snippet-edit.ts';

/** A document as it is, with what stands around it. */
interface Situation {
  readonly around: Surroundings;
  readonly input: DocumentInput;
  readonly settings: CheckSettings;
}

/** Computes a fix for the finding; null when there is none (any more). */
type MakeFix = (situation: Situation, finding: Finding) => Fix | null;

interface WorkspaceFixAction extends vscode.CodeAction {
  readonly document: vscode.TextDocument;
  readonly finding: Finding;
  readonly makeFix: MakeFix;
}

const rules: ReadonlySet<string> = new Set(allWorkspaceRules.map(({ id }) => id));

const mend: MakeFix = ({ around, settings }, { rule, range }) =>
  fixWorkspaceFinding(around, settings.rules, rule, range.start);

const suppress: MakeFix = ({ around, input, settings }, { rule, range }) => {
  const isThere = workspaceFindings(around, settings.rules).some(
    (found) => found.rule === rule && toRange(found.range).isEqual(toRange(range)),
  );
  return isThere ? suppressFinding(input, settings, rule, range.start) : null;
};

/** Offers as quick fixes: the fixes of workspace findings, and comments that suppress them. */
export function offerWorkspaceFixes(found: WorkspaceFindings, settings: Settings, log: Log): vscode.Disposable {
  async function situationOf(document: vscode.TextDocument): Promise<Situation | null> {
    const around = await found.around(document.uri.toString());
    if (around === null) return null;
    const input = checkInput(document);
    const checkSettings = settings.forDocument(documentRef(document.uri));
    // Not from the index: what it knows may be older than the text.
    const report = checkDocument(input, checkSettings);
    return { around: { ...around, item: { ...around.item, report } }, input, settings: checkSettings };
  }

  const provider: vscode.CodeActionProvider<WorkspaceFixAction> = {
    async provideCodeActions(document, range, context) {
      const here = found
        .of(document.uri.toString())
        .filter((finding) => rules.has(finding.rule) && toRange(finding.range).intersection(range) !== undefined);
      const situation = here.length > 0 ? await situationOf(document) : null;
      if (situation === null) return [];
      const offered = (makeFix: MakeFix, finding: Finding, diagnostics: vscode.Diagnostic[]): WorkspaceFixAction[] => {
        const title = makeFix(situation, finding)?.title;
        if (title === undefined) return [];
        const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
        return [Object.assign(action, { diagnostics, document, finding, makeFix })];
      };
      const actions = here.flatMap((finding) =>
        finding.fixable ? offered(mend, finding, diagnosticsOf(finding, context.diagnostics)) : [],
      );
      // VS Code puts what mends no diagnostic below the rest.
      if (offersSuppressions(context, situation.input))
        actions.push(...here.flatMap((finding) => offered(suppress, finding, [])));
      return actions;
    },
    /** Computed anew, from the text as it is when the fix is applied. */
    async resolveCodeAction(action) {
      const { document, finding, makeFix, title } = action;
      const situation = await situationOf(document);
      const fix = situation && makeFix(situation, finding);
      if (fix) action.edit = snippetEdit(document.uri, fix);
      else tell(`${title}: the text has changed, nothing was done.`, log);
      return action;
    },
  };
  return vscode.languages.registerCodeActionsProvider(documentSelector, provider, {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  });
}
