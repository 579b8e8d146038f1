import { comparableId } from '../../graph/work-item-ids.ts';
import type { DependencyReport } from '../../report.ts';
import { escapeSnippet } from '../mending/snippet.ts';
import type { Surroundings, WorkspaceRule } from '../workspace-rule.ts';

export const referenceUnknown: WorkspaceRule = {
  id: 'reference-unknown',
  title: 'Ids among the dependencies are those of work items.',
  severity: 'warning',
  openOnly: true,
  find: (surroundings) =>
    unknownIn(surroundings).map((reference) => {
      const meant = likelyMeant(surroundings, reference);
      const hint = meant === null ? 'Correct the id, or link to where that work is kept.' : `Did you mean ${meant}?`;
      return {
        range: reference.range,
        message: `No work item here has the id ${reference.id}. ${hint} A team-mate cannot find out what this waits on.`,
      };
    }),
  mend(surroundings, { range }) {
    const reference = surroundings.item.report.dependencies.find((candidate) => candidate.range === range);
    const meant = reference ? likelyMeant(surroundings, reference) : null;
    return meant === null
      ? null
      : { title: `Replace it with ${meant}`, edits: [{ range, snippet: escapeSnippet(meant) }] };
  },
};

function unknownIn({ item, graph, complete }: Surroundings): DependencyReport[] {
  if (!complete) return [];
  return item.report.dependencies.filter(
    ({ id, inFrontMatter, listed }) =>
      listed &&
      // `WP01-04` names several.
      !/\d-\d/.test(id) &&
      graph.named(item.folder, id).length === 0 &&
      (inFrontMatter || /^[A-Za-z]/.test(id)) &&
      graph.keepsSeries(item.folder, id),
  );
}

/** The only id that differs from the unknown one in one digit, written as it is; null where there are none or several. */
function likelyMeant({ item, graph }: Surroundings, { id }: DependencyReport): string | null {
  const ids = new Set(nearIds(comparableId(id)).map(comparableId));
  const [best, second] = [...ids].filter((near) => graph.named(item.folder, near).length > 0);
  if (best === undefined || second !== undefined) return null;
  return graph.stating(item.folder, best)[0]?.report.id ?? best;
}

/** The ids with one digit more, less or other than `id`. */
function nearIds(id: string): string[] {
  const [number = ''] = /\d+$/.exec(id) ?? [];
  const start = id.length - number.length;
  return Array.from({ length: number.length + 1 }, (_, at) => {
    const [before, after] = [id.slice(0, start + at), id.slice(start + at)];
    const digits = [...'0123456789'].flatMap((digit) => [before + digit + after, before + digit + after.slice(1)]);
    return [...digits, before + after.slice(1)];
  })
    .flat()
    .filter((near) => near.length > start);
}
