import type { CheckedDocument, Severity } from '../report.ts';
import { putAway } from '../vocabulary/document-kinds.ts';
import { deferred } from '../vocabulary/status-words.ts';
import type { Rule } from './rule.ts';

/** Nobody takes up what is finished, has been put away, whatever its status says, or is deferred. */
export const isOver = ({ finished, path, status }: Pick<CheckedDocument, 'finished' | 'path' | 'status'>): boolean =>
  finished || putAway.test(path) || (status !== null && deferred.test(status));

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
