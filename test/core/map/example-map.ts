import type { DependencyMap, MapItem, MapLink } from '../../../src/core/map/dependency-map.ts';

/** A work item of a map that is not ready, unless `rest` says otherwise. */
export function mapItem(key: string, rest: Partial<MapItem> = {}): MapItem {
  return {
    key,
    name: `Work ${key}`,
    path: `tasks/${key}.md`,
    readiness: 'not-ready',
    met: 4,
    missing: 'Goal',
    status: null,
    owner: null,
    ...rest,
  };
}

/** A map of links written as `a>b` (b waits on a), or `a~b` where they are in a circle, and of further work items. */
export function exampleMap(links: readonly string[], others: readonly MapItem[] = []): DependencyMap {
  const made = links.map((text): MapLink => {
    const [first = '', next = ''] = text.split(/[>~]/);
    return { first, next, circular: text.includes('~') };
  });
  const given = new Set(others.map(({ key }) => key));
  const keys = new Set(made.flatMap(({ first, next }) => [first, next]).filter((key) => !given.has(key)));
  return { items: [...[...keys].map((key) => mapItem(key)), ...others], links: made };
}
