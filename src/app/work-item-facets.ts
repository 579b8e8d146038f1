import { writtenId } from '../core/graph/work-item-ids.ts';
import type { DocumentReport } from '../core/report.ts';
import type { Grouping } from './groupings.ts';
import type { CountedFacet, Facet, Filter } from './work-item-filter.ts';
import { aspectsOf, type Reader } from './work-item-groups.ts';
import type { IndexedDocument } from './workspace-index.ts';

/** Makes the test that a filter stands for. */
export function passing(filter: Filter, reader: Reader): (report: DocumentReport) => boolean {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = new Map<Grouping, Set<string>>();
  for (const { grouping, key } of filter.facets) wanted.set(grouping, (wanted.get(grouping) ?? new Set()).add(key));
  return (report) =>
    [...wanted].every(([grouping, keys]) => aspectsOf(report, grouping, reader).some(({ key }) => keys.has(key))) &&
    (words.length === 0 || holds(report, words));
}

const searched = new WeakMap<DocumentReport, string>();

function holds(report: DocumentReport, words: readonly string[]): boolean {
  let text = searched.get(report);
  if (text === undefined) {
    const { title, path, status, owner, milestone, labels } = report;
    text = [title, path, writtenId(report), status, owner, milestone, ...labels].join('\n').toLowerCase();
    searched.set(report, text);
  }
  return words.every((word) => text.includes(word));
}

/** What people look for most, and what is over last. */
const ranks: ReadonlyMap<string, number> = new Map([
  ...['not-ready', 'ready', 'owner:me'].map((key, at): [string, number] => [key, at - 9]),
  ...['set-aside', 'finished'].map((key, at): [string, number] => [key, at + 1]),
]);

/** Groupings by which people look for work, in the order in which they are offered. */
const offered: readonly Grouping[] = ['readiness', 'owner', 'status', 'label', 'milestone'];

/** The facets of the work items that are there, with how many have each; in every grouping the most frequent first, what is the reader's before others and what is over behind them. */
export function facetsIn(documents: Iterable<IndexedDocument>, reader: Reader): readonly CountedFacet[] {
  const reports = Array.from(documents, ({ report }) => report).filter(({ workItem }) => workItem);
  return offered.flatMap((grouping) => {
    const found = new Map<string, Facet & { count: number }>();
    for (const report of reports) {
      for (const { key, name } of aspectsOf(report, grouping, reader)) {
        const facet = found.get(key) ?? { grouping, key, name, count: 0 };
        facet.count++;
        found.set(key, facet);
      }
    }
    const rank = ({ key }: Facet): number => ranks.get(key) ?? 0;
    return [...found.values()].sort((a, b) => rank(a) - rank(b) || b.count - a.count || (a.name < b.name ? -1 : 1));
  });
}
