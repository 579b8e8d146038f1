import { isOver } from '../core/checklist/severity-of.ts';
import { type DocumentReport, metPoints, pointIds, pointNames } from '../core/report.ts';

/** Whether all five points are met. */
export function isReady({ points }: DocumentReport): boolean {
  return metPoints(points) === pointIds.length;
}

/** For work that is open and that somebody may take up. */
export const isOpen = (report: DocumentReport): boolean => report.workItem && !isOver(report);

/** For work that is not finished, and that nobody takes up: it has been put away or is deferred. */
export const isSetAside = (report: DocumentReport): boolean => !report.finished && isOver(report);

/** The names of the points that are not met, of the status only the half that is not, in one line. */
export function missingPoints({ points }: DocumentReport): string {
  const { currentStatus, nextAction } = points.status;
  const status = currentStatus === 'met' ? 'Next action' : nextAction === 'unmet' ? pointNames.status : 'Status';
  return pointIds
    .filter((id) => points[id].verdict === 'unmet')
    .map((id) => (id === 'status' ? status : pointNames[id]))
    .join(', ');
}
