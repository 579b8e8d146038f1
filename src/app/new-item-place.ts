import { folderOf } from '../core/paths.ts';
import type { DocumentStyle } from '../core/report.ts';
import type { IndexedDocument } from './workspace-index.ts';

/** Where a new work item goes, and what it looks like. */
export interface NewItemPlace {
  /** Relative to the workspace folder, with `/`; empty for the folder itself. */
  readonly path: string;
  readonly style: DocumentStyle;
}

/**
 * The place that holds most of the open work items of the workspace folder, and the style that most of them have there.
 * Without any it is `tasks`.
 */
export function placeForNewItem(folder: string, documents: Iterable<IndexedDocument>): NewItemPlace {
  const items = [...documents].filter(({ document, report }) => report.workItem && document.folder === folder);
  const open = items.filter(({ report }) => !report.finished);
  const models = open.length > 0 ? open : items;
  const path = mostFrequent(models.map(({ document }) => folderOf(document.path))) ?? 'tasks';
  const neighbours = models.filter(({ document }) => folderOf(document.path) === path);
  return { path, style: mostFrequent(neighbours.map(({ report }) => report.style)) ?? 'headings' };
}

/** The value that comes up most often; of equals the one that sorts first, so that the answer is always the same. */
function mostFrequent<T extends string>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))[0]?.[0];
}
