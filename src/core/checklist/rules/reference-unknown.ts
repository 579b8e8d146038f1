import { comparableId } from '../../graph/work-item-ids.ts';
import type { DependencyReport } from '../../report.ts';
import { similarTo } from '../../similar.ts';
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
      isKeptHere(graph.series(item.folder, id)),
  );
}

/** How much of a series has to be here to be all of it: of work that a tracker elsewhere numbers, only some has a document. */
const leastShare = 0.5;

/** Whether the ids of a series are given by documents here, rather than by a tracker that has more of them. */
function isKeptHere(ids: readonly string[]): boolean {
  const numbers = new Set(ids.map((id) => Number.parseInt(/\d+/.exec(id)?.[0] ?? '', 10)));
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return numbers.size >= 2 && numbers.size >= (most - least + 1) * leastShare;
}

/** The only id of the series that differs from the unknown one in one character, written as it is; null where there are none or several. */
function likelyMeant({ item, graph }: Surroundings, { id }: DependencyReport): string | null {
  const [best, second] = similarTo(comparableId(id), graph.series(item.folder, id), 1);
  if (best === undefined || second !== undefined) return null;
  const [found] = graph.named(item.folder, best);
  return found?.report.id && comparableId(found.report.id) === best ? found.report.id : best;
}
