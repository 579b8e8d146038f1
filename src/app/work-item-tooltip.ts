import type { WorkItemGraph } from '../core/graph/graph.ts';
import { writtenId } from '../core/graph/work-item-ids.ts';
import { readinessWord } from '../core/readiness/readiness-word.ts';
import { type DocumentReport, pointIds, pointNames } from '../core/report.ts';
import { nameOf } from './work-item-card.ts';

/** What the tooltip of a work item says. The texts are the document's own: to be escaped where they are shown. */
export interface WorkItemTooltip {
  readonly title: string;
  readonly path: string;
  /** What is known of it: status, owner, due date and the like. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly points: readonly { readonly name: string; readonly met: boolean; readonly evidence: string }[];
}

/** What is to be seen of a work item where there is room for all of it. @param graph tells what it waits on, and what waits on it. */
export function workItemTooltip(report: DocumentReport, key?: string, graph?: WorkItemGraph): WorkItemTooltip {
  const { title, path, status, owner, milestone, labels, due, finished } = report;
  const points = pointIds.map((id) => {
    const { verdict, evidence } = report.points[id];
    return { name: pointNames[id], met: verdict === 'met', evidence };
  });
  const item = key === undefined || finished ? undefined : graph?.get(key);
  const names = (items: readonly { readonly report: DocumentReport }[]): string | null =>
    items.length > 0 ? items.map((other) => nameOf(other.report)).join('; ') : null;
  const facts: readonly (readonly [label: string, value: string | null])[] = [
    ['Id', writtenId(report)],
    ['Status', status],
    ['Readiness', finished ? null : readinessWord(report)],
    ['Owner', owner],
    ['Milestone', milestone],
    ['Labels', labels.length > 0 ? labels.join(', ') : null],
    ['Due', due],
    ['Waits on', item && graph ? names(graph.waitsOn(item).filter((other) => !other.report.finished)) : null],
    ['Holds up', item && graph ? names(graph.dependantsOf(item)) : null],
  ];
  return { title, path, facts: facts.flatMap(([label, value]) => (value === null ? [] : { label, value })), points };
}
