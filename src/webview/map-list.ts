import { type DependencyMap, type MapItem, neighboursOf } from '../core/map/dependency-map.ts';
import { readinessText } from '../core/map/map-words.ts';
import { element } from './elements.ts';

/** More rows than anybody reads; the search narrows them. */
const most = 500;

/** The map as a table: each work item, what it waits on and what it holds up. @param found keys of those to list. */
export function mapList(
  { items, links }: DependencyMap,
  found: readonly string[],
  open: (key: string, beside: boolean) => void,
): HTMLElement {
  const neighbours = neighboursOf(links);
  const byKey = new Map(items.map((item) => [item.key, item]));
  const opener = ({ key, name }: MapItem): HTMLElement => {
    const button = element('button', { class: 'link', 'data-key': key }, name);
    button.addEventListener('click', ({ ctrlKey, metaKey }) => open(key, ctrlKey || metaKey));
    return button;
  };
  const openers = (keys: readonly string[] = []): HTMLElement =>
    element('td', {}, ...keys.flatMap((key) => byKey.get(key) ?? []).map((item) => element('div', {}, opener(item))));
  const rows = found.slice(0, most).flatMap((key) => {
    const item = byKey.get(key);
    if (!item) return [];
    const { waitsOn, holdsUp, circular } = neighbours.get(key) ?? { circular: false };
    const state = [readinessText(item), ...(circular ? ['waits on itself'] : [])].join(', ');
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, opener(item), element('div', { class: 'muted' }, item.path)),
      element(
        'td',
        {},
        state,
        ...(item.missing ? [element('div', { class: 'muted' }, `Missing: ${item.missing}`)] : []),
      ),
      element('td', {}, item.status ?? ''),
      element('td', {}, item.owner ?? ''),
      openers(waitsOn),
      openers(holdsUp),
    );
  });
  const headings = ['Work item', 'Readiness', 'Status', 'Owner', 'Waits on', 'Holds up'];
  const table = element(
    'table',
    {},
    element('caption', { class: found.length > most ? 'muted' : 'unseen' }, captionOf(found.length)),
    element('thead', {}, element('tr', {}, ...headings.map((text) => element('th', { scope: 'col' }, text)))),
    element('tbody', {}, ...rows),
  );
  return table;
}

const captionOf = (count: number): string =>
  count > most ? `The first ${most} of ${count} work items. Search to see others.` : 'What waits on what';
