import { styleText } from 'node:util';
import { visible } from '../core/handoff/visible.ts';
import { type CheckedDocument, type Finding, metPoints, pointIds, readinessLabel } from '../core/report.ts';

/** The check result for people: findings by document, then a line that counts. Work items without findings are only counted. */
export function textReport(reports: readonly CheckedDocument[], color: boolean): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    color ? styleText(style, text, { validateStream: false }) : text;
  const line = ({ rule, severity, message, range }: Finding): string => {
    const place = `${range.start.line + 1}:${range.start.character + 1}`;
    return `  ${place.padEnd(7)} ${paint(severityStyles[severity], severity)}  ${message}  ${paint('dim', rule)}\n`;
  };
  const documents = reports
    .filter(({ findings }) => findings.length > 0)
    .map(
      ({ path, workItem, points, findings }) =>
        `${paint('underline', visible(path))}  ${workItem ? readinessLabel(points) : 'handoff note'}\n${findings.map(line).join('')}\n`,
    );
  return `${documents.join('')}${summary(reports)}\n`;
}

const severityStyles = { error: 'red', warning: 'yellow', information: 'blue', hint: 'dim' } as const;

function summary(reports: readonly CheckedDocument[]): string {
  const items = reports.filter(({ workItem }) => workItem);
  const open = items.filter(({ finished }) => !finished);
  const ready = open.filter(({ points }) => metPoints(points) === pointIds.length).length;
  const findings = reports.reduce((sum, report) => sum + report.findings.length, 0);
  const counts = `${ready} ready, ${open.length - ready} not ready, ${items.length - open.length} finished`;
  return `${count(items.length, 'work item')} in ${count(reports.length, 'document')}: ${counts}; ${count(findings, 'finding')}.`;
}

const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;
