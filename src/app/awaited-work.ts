import type { GraphItem, WorkItemGraph } from '../core/graph/graph.ts';
import type { AwaitedItem } from '../core/handoff/note-work-item.ts';
import { nameOf } from './work-item-card.ts';

/** The work that an item waits on, open work first. */
export function awaitedBy(graph: WorkItemGraph, item: GraphItem): AwaitedItem[] {
  return graph
    .waitsOn(item)
    .map(({ report }) => ({
      path: report.path,
      title: nameOf(report),
      status: report.status,
      finished: report.finished,
    }))
    .sort((a, b) => Number(a.finished) - Number(b.finished));
}
