import { cycleThrough } from '../../graph/cycle.ts';
import type { GraphItem } from '../../graph/graph.ts';
import type { CheckedDocument, RelatedPlace } from '../../report.ts';
import type { WorkspaceRule } from '../workspace-rule.ts';

export const dependencyCycle: WorkspaceRule = {
  id: 'dependency-cycle',
  title: 'Open work does not wait on itself.',
  severity: 'warning',
  openOnly: true,
  find({ item, graph }) {
    const own = graph.dependenciesOf(item).filter(({ listed }) => listed);
    // Where only the others say so, they are told.
    const circle = own.length > 0 && cycleThrough(graph, item);
    if (!circle) return [];
    const [next, last] = [circle[1]?.key, circle.at(-2)?.key];
    const saidHere = own.find(({ to, relation }) => to.key === (relation === 'waits-on' ? next : last));
    if (!saidHere) return [];
    const related = circle.slice(1, -1).flatMap((at): RelatedPlace[] => {
      const said = graph.dependenciesOf(at).find(({ to }) => circle.some(({ key }) => key === to.key));
      return said ? [{ key: at.key, range: said.range, message: `What ${nameOf(at)} says` }] : [];
    });
    return [
      {
        range: saidHere.range,
        message: `This waits on itself: ${circle.map(nameOf).join(' → ')}. Nobody can start on any of them. Take out the dependency that does not hold, or say which goes first.`,
        related,
      },
    ];
  },
  // Only those who know the work can tell which goes first.
  mend: () => null,
};

const nameOf = ({ report }: GraphItem<CheckedDocument>): string => report.id ?? `“${report.title}”`;
