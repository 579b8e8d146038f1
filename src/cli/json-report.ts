import type { CheckedDocument, PointVerdict } from '../core/report.ts';
import type { Position } from '../core/text.ts';

/** The check result for programs: version 1 of the format in docs/check-result.md. Lines and columns count from 1. */
export function jsonReport(reports: readonly CheckedDocument[]): string {
  return `${JSON.stringify({ version: 1, documents: reports.map(documentOf) })}\n`;
}

function documentOf({ path, workItem, finished, title, points, findings }: CheckedDocument) {
  const { goal, resources, status, dependencies, done } = points;
  return {
    path,
    workItem,
    finished,
    title,
    points: {
      goal: pointOf(goal),
      resources: pointOf(resources),
      status: {
        verdict: status.verdict,
        line: lineOf(status),
        currentStatus: status.currentStatus,
        nextAction: status.nextAction,
      },
      dependencies: { verdict: dependencies.verdict, line: lineOf(dependencies), kind: dependencies.kind },
      done: pointOf(done),
    },
    findings: findings.map(({ rule, severity, message, range }) => ({
      rule,
      severity,
      message,
      range: { start: fromOne(range.start), end: fromOne(range.end) },
    })),
  };
}

const pointOf = (point: PointVerdict) => ({ verdict: point.verdict, line: lineOf(point) });

const lineOf = ({ range }: PointVerdict): number => range.start.line + 1;

const fromOne = ({ line, character }: Position) => ({ line: line + 1, column: character + 1 });
