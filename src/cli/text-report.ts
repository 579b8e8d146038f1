import { styleText } from 'node:util';
import { isOver } from '../core/checklist/severity-of.ts';
import { visible } from '../core/handoff/visible.ts';
import { readinessWord } from '../core/readiness/readiness-word.ts';
import { type CheckedDocument, type Finding, metPoints, pointIds } from '../core/report.ts';

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
      (report) =>
        `${paint('underline', visible(report.path))}  ${report.workItem ? readinessWord(report) : 'handoff note'}\n${report.findings.map(line).join('')}\n`,
    );
  return `${documents.join('')}${summary(reports)}\n`;
}

const severityStyles = { error: 'red', warning: 'yellow', information: 'blue', hint: 'dim' } as const;

function summary(reports: readonly CheckedDocument[]): string {
  const items = reports.filter(({ workItem }) => workItem);
  const finished = items.filter((item) => item.finished);
  const open = items.filter((item) => !isOver(item));
  const ready = open.filter(({ points }) => metPoints(points) === pointIds.length).length;
  const findings = reports.reduce((sum, report) => sum + report.findings.length, 0);
  const setAside = items.length - open.length - finished.length;
  const counts = [
    `${ready} ready`,
    `${open.length - ready} not ready`,
    ...(setAside > 0 ? [`${setAside} set aside`] : []),
    `${finished.length} finished`,
  ].join(', ');
  return `${count(items.length, 'work item')} in ${count(reports.length, 'document')}: ${counts}; ${count(findings, 'finding')}.`;
}

const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;
