import type { Dependency, GraphItem } from '../../graph/graph.ts';
import { linkedPath } from '../../graph/linked-path.ts';
import type { CheckedDocument, LinkReport } from '../../report.ts';
import type { Surroundings, WorkspaceFault, WorkspaceRule } from '../workspace-rule.ts';

export const dependencyFinished: WorkspaceRule = {
  id: 'dependency-finished',
  title: 'Blocked work waits on something that is not finished.',
  severity: 'information',
  openOnly: true,
  find(surroundings) {
    const { blocked, points } = surroundings.item.report;
    const stuck = dependenciesInTheWay(surroundings);
    const [first] = stuck;
    if (!first || stuck.some(({ to }) => !to.report.finished)) return [];
    const what = stuck.length === 1 ? `${nameOf(first.to)}, which is finished` : 'work that is all finished';
    const fault: WorkspaceFault = {
      range: blocked ? points.status.currentStatusRange : first.range,
      message: `This waits on ${what}. Say what it waits on now, or that it can be taken on, so that a team-mate need not wait for you to say so.`,
    };
    return [fault];
  },
  // Only those who know the work can tell whether something else is in the way.
  mend: () => null,
};

/** What the work is said to stand still for; nothing where some of that is not known here. */
function dependenciesInTheWay({ item, graph }: Surroundings): Dependency<CheckedDocument>[] {
  const { blocked, dependencies, links, path } = item.report;
  const counts = ({ relation, blocking }: Pick<LinkReport, 'relation' | 'blocking'>): boolean =>
    relation === 'waits-on' && (blocked || blocking);
  // Most work stands still for nothing.
  if (!dependencies.some(counts) && !links.some(counts)) return [];
  const isKnown =
    dependencies.filter(counts).every(({ id }) => graph.meant(item, id)) &&
    links.filter(counts).every(({ target }) => graph.at(item.folder, linkedPath(path, target)?.path ?? ''));
  return isKnown ? graph.dependenciesOf(item).filter(counts) : [];
}

const nameOf = ({ report }: GraphItem<CheckedDocument>): string => report.id ?? `“${report.title}”`;
