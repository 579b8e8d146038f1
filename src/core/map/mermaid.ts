import { visible } from '../handoff/visible.ts';
import type { DependencyMap, MapItem } from './dependency-map.ts';
import { neighboursOf } from './dependency-map.ts';
import { readinessText } from './map-words.ts';

/** The map as a Mermaid flowchart, for markdown on GitHub, GitLab and elsewhere; https://mermaid.js.org/syntax/flowchart.html. */
export function mapMermaid({ items, links }: DependencyMap): string {
  const ids = new Map(items.map(({ key }, at) => [key, `item${at + 1}`]));
  const neighbours = neighboursOf(links);
  const nodes = items.map((item) => {
    const circular = neighbours.get(item.key)?.circular;
    const words = [readinessText(item), ...(circular ? ['waits on itself'] : [])].join(', ');
    return `  ${ids.get(item.key)}["${escaped(item.name)}<br>${words}"]:::${classOf(item)}\n`;
  });
  const arrows = links.map(
    ({ first, next, circular }) => `  ${ids.get(first)} ${circular ? '-.->' : '-->'} ${ids.get(next)}\n`,
  );
  return `flowchart LR\n${nodes.join('')}${arrows.join('')}${classes}`;
}

const classOf = ({ readiness }: MapItem): string =>
  readiness.replace(/-(.)/, (_, letter: string) => letter.toUpperCase());

const classes = `  classDef ready stroke:#2a7a2a,stroke-width:2px
  classDef notReady stroke:#8a5a00,stroke-width:2px
  classDef setAside stroke:#6b7280,stroke-dasharray:4 3
  classDef finished stroke:#6b7280,stroke-dasharray:4 3
`;

/** Text in a quoted label: what Mermaid or HTML would take for something else as an entity code. */
function escaped(text: string): string {
  return visible(text.replace(/\s+/g, ' ')).replace(
    /[^\p{L}\p{N} .,;:!?()/+-]/gu,
    (character) => `#${character.codePointAt(0)};`,
  );
}
