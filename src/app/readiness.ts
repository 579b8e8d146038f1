import { type DocumentReport, metPoints, pointIds, pointNames } from '../core/report.ts';

/** Whether all five points are met. */
export function isReady({ points }: DocumentReport): boolean {
  return metPoints(points) === pointIds.length;
}

/** The names of the points that are not met, of the status only the half that is not, in one line. */
export function missingPoints({ points }: DocumentReport): string {
  const { currentStatus, nextAction } = points.status;
  const status = currentStatus === 'met' ? 'Next action' : nextAction === 'unmet' ? pointNames.status : 'Status';
  return pointIds
    .filter((id) => points[id].verdict === 'unmet')
    .map((id) => (id === 'status' ? status : pointNames[id]))
    .join(', ');
}
