import { folderOf } from '../../paths.ts';
import { escapeSnippet } from '../mending/snippet.ts';
import type { Surroundings, WorkspaceRule } from '../workspace-rule.ts';

export const idDuplicate: WorkspaceRule = {
  id: 'id-duplicate',
  title: 'Two open work items do not have the same id.',
  severity: 'warning',
  openOnly: true,
  find(surroundings) {
    const { id, idRange } = surroundings.item.report;
    const [other] = doubles(surroundings);
    if (!other || !idRange) return [];
    return [
      {
        range: idRange,
        message: `${other.report.path} has the id ${id}, too. Who reads of ${id} while you sleep cannot tell which is meant. Give one of them another id.`,
        related: [{ key: other.key, range: other.report.idRange ?? other.report.titleRange, message: 'The same id' }],
      },
    ];
  },
  mend(surroundings, { range }) {
    const free = freeId(surroundings);
    return free === null
      ? null
      : { title: `Make it ${free}, which is free`, edits: [{ range, snippet: escapeSnippet(free) }] };
  },
};

/** Open work items that state the id of this one as theirs, in the same folder or as a copy elsewhere. */
function doubles(surroundings: Surroundings): Surroundings['item'][] {
  const { item, graph, complete } = surroundings;
  const { id, idIsOwn } = item.report;
  if (id === null || !idIsOwn || !complete || !/\d/.test(id) || /^\D*0+$/.test(id)) return [];
  const others = graph
    .stating(item.folder, id)
    .filter(({ key, report }) => key !== item.key && report.idIsOwn && !report.finished);
  if (others.length === 0) return others;
  const beside = others.filter((other) => folderOf(other.report.path) === folderOf(item.report.path));
  return beside.length > 0 || beginAnew(surroundings, id) ? beside : others;
}

/** Whether ids begin anew in each folder, so that more than one of the series is there twice. */
function beginAnew({ graph, item: { folder } }: Surroundings, id: string): boolean {
  let shared = 0;
  for (const each of graph.series(folder, id)) {
    const folders = new Set(graph.stating(folder, each).map(({ report }) => folderOf(report.path)));
    if (folders.size > 1 && ++shared > 1) return true;
  }
  return false;
}

/** The id after the last one of the series, written as this one is. */
function freeId({ item, graph }: Surroundings): string | null {
  const [, prefix, number] = /^(.*?)(\d+)$/.exec(item.report.id ?? '') ?? [];
  if (prefix === undefined || number === undefined) return null;
  const last = graph
    .series(item.folder, `${prefix}${number}`)
    .map((id) => Number(/\d+$/.exec(id)?.[0]))
    .filter(Number.isSafeInteger)
    .reduce((most, each) => Math.max(most, each), 0);
  return prefix + String(last + 1).padStart(number.length, '0');
}
