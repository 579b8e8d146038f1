import { isOver } from '../checklist/severity-of.ts';
import { type CheckedDocument, readinessLabel } from '../report.ts';

/** How a work item stands, in a word or two: `finished`, `set aside`, `ready` or `4 of 5`. Of what nobody takes up, no point counts. */
export function readinessWord(report: Pick<CheckedDocument, 'finished' | 'path' | 'status' | 'points'>): string {
  if (report.finished) return 'finished';
  return isOver(report) ? 'set aside' : readinessLabel(report.points);
}
