import { globMatcher } from '../globs.ts';
import { fileName } from '../paths.ts';
import type { DocumentReport } from '../report.ts';
import { workPath } from '../vocabulary/document-kinds.ts';
import type { CheckSettings } from './check-document.ts';
import { documentUnreadable, unreadable } from './rules/document-unreadable.ts';

/**
 * The report on a document whose text is not to be had: no text, too large, not allowed.
 * It counts as a work item where its path is one's, so that what cannot be read is not passed over.
 * @param reason a sentence. Throws an InvalidGlob for a pattern in the settings that cannot be used.
 */
export function unreadableDocument(path: string, reason: string, settings: CheckSettings): DocumentReport {
  const { include, exclude, rules } = settings;
  const workItem = !globMatcher(exclude)(path) && (globMatcher(include)(path) || workPath.test(path));
  const severity = rules[documentUnreadable.id] ?? documentUnreadable.severity;
  const start = { line: 0, character: 0 };
  const range = { start, end: start };
  const point = { verdict: 'unmet', range, evidence: reason } as const;
  return {
    path,
    workItem,
    finished: false,
    inProgress: false,
    blocked: false,
    title: fileName(path),
    titleRange: range,
    id: null,
    idIsOwn: false,
    idRange: null,
    status: null,
    statusKind: null,
    owner: null,
    milestone: null,
    labels: [],
    due: null,
    style: 'headings',
    points: {
      goal: point,
      resources: point,
      status: { ...point, currentStatus: 'unmet', currentStatusRange: point.range, nextAction: 'unmet' },
      dependencies: { ...point, kind: 'absent' },
      done: point,
    },
    links: [],
    paths: [],
    dependencies: [],
    waits: [],
    suppressions: [],
    findings:
      workItem && severity !== 'off'
        ? [{ rule: documentUnreadable.id, severity, message: unreadable(reason), range, fixable: false }]
        : [],
    additions: 0,
    handoff: null,
  };
}
