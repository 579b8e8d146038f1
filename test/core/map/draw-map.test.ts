import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isVisible } from '../../../src/core/handoff/visible.ts';
import type { DependencyMap } from '../../../src/core/map/dependency-map.ts';
import { drawMap } from '../../../src/core/map/draw-map.ts';
import { layoutMap } from '../../../src/core/map/layout.ts';
import { mapSvg } from '../../../src/core/map/map-svg.ts';
import { mapMermaid } from '../../../src/core/map/mermaid.ts';
import { exampleMap, mapItem } from './example-map.ts';

const layoutOf = ({ items, links }: DependencyMap) => layoutMap(items, links);

const example = exampleMap(
  ['a~b', 'b~a', 'b>c'],
  [mapItem('c', { readiness: 'ready', met: 5, missing: '', status: 'To Do', owner: 'Ann' })],
);

const names = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }),
  fc.string({ unit: fc.constantFrom(...'"\'<>&#;[]`|\\\n ab'), minLength: 1, maxLength: 40 }),
);

/** Throws where tags are not closed in their order, or a `<` or `&` stands by itself. */
function assertWellFormed(svg: string): void {
  const open: string[] = [];
  const rest = svg.replace(/<(\/?)([a-z]+)((?: [\w-]+="[^"<]*")*)(\/?)>/g, (_, close, name, __, alone) => {
    if (close) assert.equal(open.pop(), name);
    else if (!alone) open.push(name);
    return '';
  });
  assert.deepEqual(open, []);
  assert.doesNotMatch(rest, /[<>]|&(?!amp;|lt;|gt;|quot;|#39;)/);
  assert.ok(isVisible(svg.replaceAll('\n', '')));
}

describe('drawMap', () => {
  it('has a button for every work item that says all that it shows', () => {
    const drawn = drawMap(layoutOf(example), example);
    const labels = [...drawn.matchAll(/role="button"[^>]*aria-label="([^"]*)"/g)].map(([, label]) => label);
    assert.deepEqual(labels.sort(), [
      'Work a; not ready, 4 of 5 points met, missing: Goal; waits on itself, in a circle; waits on: Work b; holds up: Work b',
      'Work b; not ready, 4 of 5 points met, missing: Goal; waits on itself, in a circle; waits on: Work a; holds up: Work a, Work c',
      'Work c; ready; status: To Do; owner: Ann; waits on: Work b',
    ]);
  });

  it('says of what is finished or set aside that it is, and not how ready', () => {
    const map = exampleMap(
      ['a>b'],
      [
        mapItem('a', { readiness: 'set-aside', status: 'Deferred' }),
        mapItem('b', { readiness: 'finished', status: 'Done' }),
      ],
    );
    const drawn = drawMap(layoutOf(map), map);
    assert.match(
      drawn,
      />Set aside · Deferred<[\s\S]*aria-label="Work a; set aside; status: Deferred; holds up: Work b"/,
    );
    assert.doesNotMatch(drawn, /class="dots"/);
    assert.match(mapMermaid(map), /"Work a<br>Set aside"\]:::setAside\n/);
  });

  it('has every link, circles marked', () => {
    const drawn = drawMap(layoutOf(example), example);
    assert.equal(drawn.match(/<g class="link" data-first="b" data-next="c">/g)?.length, 1);
    assert.equal(drawn.match(/<g class="link circular"/g)?.length, 2);
  });
});

describe('mapSvg', () => {
  it('is a picture by itself, whatever the names are', () => {
    fc.assert(
      fc.property(names, names, (name, other) => {
        const map = exampleMap(['a>b'], [mapItem('b', { name, status: other, owner: other })]);
        const svg = mapSvg(layoutOf(map), map);
        assertWellFormed(svg);
        assert.doesNotMatch(svg, /data-|tabindex|role="button"/);
      }),
    );
  });

  it('tells the name and its state in words', () => {
    const svg = mapSvg(layoutOf(example), example);
    assert.match(svg, />Work c<\/text>/);
    assert.match(svg, />Ready · To Do<\/text>/);
    assert.match(svg, />Waits on itself<\/text>/);
  });
});

describe('mapMermaid', () => {
  it('has every work item and link', () => {
    assert.equal(
      mapMermaid(example),
      `flowchart LR
  item1["Work a<br>4 of 5, waits on itself"]:::notReady
  item2["Work b<br>4 of 5, waits on itself"]:::notReady
  item3["Work c<br>Ready"]:::ready
  item1 -.-> item2
  item2 -.-> item1
  item2 --> item3
  classDef ready stroke:#2a7a2a,stroke-width:2px
  classDef notReady stroke:#8a5a00,stroke-width:2px
  classDef setAside stroke:#6b7280,stroke-dasharray:4 3
  classDef finished stroke:#6b7280,stroke-dasharray:4 3
`,
    );
  });

  it('is broken by no name', () => {
    fc.assert(
      fc.property(names, (name) => {
        const node = mapMermaid(exampleMap([], [mapItem('a', { name })])).split('\n')[1] ?? '';
        assert.match(node, /^ {2}item1\["(?:[\p{L}\p{N} .,:!?()/+-]|#\d+;|;)*<br>4 of 5"\]:::notReady$/u);
      }),
    );
  });
});
