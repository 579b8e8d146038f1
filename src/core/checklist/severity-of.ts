import type { DocumentReport, Severity } from '../report.ts';
import { putAway } from '../vocabulary/document-kinds.ts';
import type { Rule } from './rule.ts';

/** Nobody takes up what is finished, or has been put away, whatever its status says. */
export const isOver = ({ finished, path }: Pick<DocumentReport, 'finished' | 'path'>): boolean =>
  finished || putAway.test(path);

/**
 * How loudly a rule speaks in a work item: as `severities` say, or as it does by itself.
 * @param over whether `isOver` says so of the work item.
 */
export function severityOf(
  { id, severity, openOnly }: Pick<Rule, 'id' | 'severity' | 'openOnly'>,
  over: boolean,
  severities: Readonly<Record<string, Severity>>,
): Severity {
  return openOnly && over ? 'off' : (severities[id] ?? severity);
}
