import type { CheckedDocument } from '../report.ts';
import type { GraphItem, WorkItemGraph } from './graph.ts';

/** How many work items are looked at: nobody could follow a longer circle, and all work of a large workspace may hang together. */
const most = 500;

/**
 * The shortest circle in which open work waits on itself by way of this work item, which begins and ends it; null where there is none.
 * Counts only what lists say: a sentence may name work for other reasons.
 */
export function cycleThrough<Report extends CheckedDocument>(
  { waitsOn }: Pick<WorkItemGraph<Report>, 'waitsOn'>,
  item: GraphItem<Report>,
): GraphItem<Report>[] | null {
  const cameFrom = new Map<string, GraphItem<Report>>();
  const queue = item.report.finished ? [] : [item];
  for (const at of queue) {
    for (const to of waitsOn(at, ({ listed }) => listed)) {
      if (to.key === item.key) return circle(at, cameFrom, item);
      if (to.report.finished || cameFrom.has(to.key)) continue;
      cameFrom.set(to.key, at);
      queue.push(to);
    }
    if (queue.length > most) return null;
  }
  return null;
}

/** The circle from `start` over those that led to `last` back to `start`. */
function circle<Item extends GraphItem<CheckedDocument>>(
  last: Item,
  cameFrom: ReadonlyMap<string, Item>,
  start: Item,
): Item[] {
  const path = [start];
  for (let at: Item | undefined = last; at && at.key !== start.key; at = cameFrom.get(at.key)) path.unshift(at);
  return [start, ...path];
}
