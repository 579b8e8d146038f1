import type { GraphItem, WorkItemGraph } from '../core/graph/graph.ts';
import { writtenId } from '../core/graph/work-item-ids.ts';
import { type DocumentReport, readinessLabel } from '../core/report.ts';
import { isReady, isSetAside, missingPoints } from './readiness.ts';

/** What is to be known of a work item where another speaks of it. The texts are the document's own: to be escaped where they are shown. */
export interface WorkItemCard {
  readonly name: string;
  readonly path: string;
  /** Status, readiness and owner, as far as they are known. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** The names of the open work items that it waits on. */
  readonly waitsOn: readonly string[];
}

/** Tells what is known of a work item. */
export function workItemCard(item: GraphItem, graph: WorkItemGraph): WorkItemCard {
  const { report } = item;
  const { path, status, owner } = report;
  const open = report.finished ? [] : graph.waitsOn(item).filter((other) => !other.report.finished);
  return {
    name: nameOf(report),
    path,
    facts: [
      ...(status === null ? [] : [{ label: 'Status', value: status }]),
      { label: 'Async-ready', value: readinessOf(report) },
      ...(owner === null ? [] : [{ label: 'Owner', value: owner }]),
    ],
    waitsOn: open.map((other) => nameOf(other.report)),
  };
}

/** What people call a work item: its id, where it has one, and its title. */
export function nameOf(report: DocumentReport): string {
  const id = writtenId(report);
  return id === null || report.title.toLowerCase().startsWith(id.toLowerCase())
    ? report.title
    : `${id} ${report.title}`;
}

function readinessOf(report: DocumentReport): string {
  if (report.finished) return 'finished';
  if (isSetAside(report)) return 'set aside';
  return isReady(report) ? 'ready' : `${readinessLabel(report.points)} points, missing: ${missingPoints(report)}`;
}
