import { type DocumentReport, readinessLabel } from '../core/report.ts';
import type { PositionRange } from '../core/text.ts';
import { isOpen, isReady, isSetAside, missingPoints } from './readiness.ts';

/** Words above the title of a work item, and what a click on them does. */
export interface WorkItemLens {
  readonly title: string;
  readonly action: 'show' | 'add' | 'hand-off' | 'dependants';
  /** The title of the work item. */
  readonly range: PositionRange;
}

/**
 * What stands above the title of a work item; nothing in another document, or in one without a report.
 * @param dependants how much open work waits on it.
 */
export function workItemLenses(report: DocumentReport | undefined, dependants: number): readonly WorkItemLens[] {
  if (!report?.workItem) return [];
  const { additions, finished, titleRange: range } = report;
  const waiting = dependants === 1 ? '1 waits on this' : `${dependants} wait on this`;
  return [
    { title: readinessOf(report), action: 'show', range },
    ...(dependants > 0 && !finished ? [{ title: waiting, action: 'dependants', range } as const] : []),
    ...(isOpen(report) && !isReady(report) && additions > 0
      ? [{ title: 'Add what is missing', action: 'add', range } as const]
      : []),
    { title: 'Write handoff note', action: 'hand-off', range },
  ];
}

function readinessOf(report: DocumentReport): string {
  if (report.finished) return 'Finished';
  if (isSetAside(report)) return 'Set aside';
  return isReady(report) ? 'Ready' : `${readinessLabel(report.points)} · missing: ${missingPoints(report)}`;
}
