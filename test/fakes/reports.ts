import type { IndexedDocument } from '../../src/app/workspace-index.ts';
import type { DocumentReport, PointId, PointReport } from '../../src/core/report.ts';
import { pointIds } from '../../src/core/report.ts';

/** A work item at `path` in the workspace folder `folder`, with all points met but those of `missing`. */
export function workItem(
  path: string,
  {
    missing = [],
    folder = '/w',
    ...rest
  }: { missing?: readonly PointId[]; folder?: string } & Partial<DocumentReport> = {},
): IndexedDocument {
  const line = (number: number) => ({ start: { line: number, character: 0 }, end: { line: number, character: 4 } });
  const point = (id: PointId): PointReport => ({
    verdict: missing.includes(id) ? 'unmet' : 'met',
    range: line(pointIds.indexOf(id) + 1),
    evidence: missing.includes(id) ? `no ${id}` : `the ${id}`,
  });
  const currentStatusRange = point('status').range;
  const status = { ...point('status'), currentStatus: 'met', currentStatusRange, nextAction: 'met' } as const;
  const report: DocumentReport = {
    path,
    workItem: true,
    finished: false,
    inProgress: true,
    blocked: false,
    title: path.replace(/^.*\//, '').replace(/\.md$/, ''),
    titleRange: line(0),
    id: null,
    idIsOwn: false,
    idRange: null,
    owner: null,
    milestone: null,
    labels: [],
    due: null,
    status: 'In Progress',
    statusKind: 'in-progress',
    style: 'headings',
    points: {
      goal: point('goal'),
      resources: point('resources'),
      status,
      dependencies: { ...point('dependencies'), kind: 'listed' },
      done: point('done'),
    },
    links: [],
    paths: [],
    dependencies: [],
    waits: [],
    suppressions: [],
    findings: [],
    handoff: null,
    additions: 0,
    ...rest,
  };
  return { document: { key: `${folder}/${path}`, folder, path }, report };
}
