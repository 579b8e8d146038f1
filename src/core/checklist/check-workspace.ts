import type { CheckedDocument, Finding, Fix, Severity, SuppressionReport } from '../report.ts';
import type { Position } from '../text.ts';
import { allWorkspaceRules } from './all-workspace-rules.ts';
import { isOver, severityOf } from './severity-of.ts';
import { silencing } from './suppressions.ts';
import type { Surroundings, WorkspaceFault, WorkspaceRule } from './workspace-rule.ts';

type Severities = Readonly<Record<string, Severity>>;

const allOpenOnly = allWorkspaceRules.every(({ openOnly }) => openOnly);

/** Whether a workspace rule could find something in a document, so that it is worth looking around it. */
export const isWorthALook = (report: CheckedDocument): boolean => report.workItem && !(isOver(report) && allOpenOnly);

/** What every workspace rule finds in a work item and no comment in its document suppresses. */
export function workspaceFindings(surroundings: Surroundings, severities: Severities): Finding[] {
  return faultsOf(surroundings, severities).map(({ rule, severity, fault }) => ({
    rule: rule.id,
    severity,
    message: fault.message,
    range: fault.range,
    fixable: rule.mend(surroundings, fault) !== null,
    ...(fault.related && { related: fault.related }),
  }));
}

/**
 * The fix for a workspace finding of `rule` that begins at `position`.
 * @returns null when that finding is not there (any more), or has no fix.
 */
export function fixWorkspaceFinding(
  surroundings: Surroundings,
  severities: Severities,
  rule: string,
  { line, character }: Position,
): Fix | null {
  for (const { rule: found, fault } of faultsOf(surroundings, severities)) {
    const { start } = fault.range;
    if (found.id === rule && start.line === line && start.character === character)
      return found.mend(surroundings, fault);
  }
  return null;
}

interface Found {
  readonly rule: WorkspaceRule;
  readonly severity: Exclude<Severity, 'off'>;
  readonly fault: WorkspaceFault;
}

function faultsOf(surroundings: Surroundings, severities: Severities): Found[] {
  const { report } = surroundings.item;
  if (!report.workItem) return [];
  const over = isOver(report);
  const found: Found[] = [];
  for (const rule of allWorkspaceRules) {
    const severity = severityOf(rule, over, severities);
    if (severity === 'off') continue;
    for (const fault of rule.find(surroundings))
      if (!isSilenced(report.suppressions, rule.id, fault.range.start)) found.push({ rule, severity, fault });
  }
  return found;
}

/** Whether the suppressions silence a finding of `rule` that begins at `position`. */
export function isSilenced(suppressions: readonly SuppressionReport[], rule: string, position: Position): boolean {
  const holds = ({ scope }: SuppressionReport): boolean =>
    !isBefore(position, scope.start) && isBefore(position, scope.end);
  return silencing(suppressions, rule, holds).length > 0;
}

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);
