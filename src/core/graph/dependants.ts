import type { PositionRange } from '../text.ts';
import type { GraphItem, WorkItemGraph } from './graph.ts';

/** The places that show which open work waits on `item`: where it says so, or its title where `item` does. */
export function placesOfDependants(
  graph: WorkItemGraph,
  item: GraphItem,
): { readonly key: string; readonly range: PositionRange }[] {
  return graph.dependantsOf(item).map((dependant) => {
    const said = graph
      .dependenciesOf(dependant)
      .find(({ to, relation }) => to.key === item.key && relation === 'waits-on');
    return { key: dependant.key, range: said?.range ?? dependant.report.titleRange };
  });
}
