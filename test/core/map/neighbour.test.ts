import assert from 'node:assert/strict';
import { layoutMap } from '../../../src/core/map/layout.ts';
import { type Direction, neighbour, startOf } from '../../../src/core/map/neighbour.ts';
import { exampleMap } from './example-map.ts';

const { items, links } = exampleMap(['a>b', 'a>c', 'b>d', 'c>d', 'x>y']);
const layout = layoutMap(items, links);
const from = (key: string, direction: Direction) => neighbour(layout, key, direction);

describe('neighbour', () => {
  it('goes along links to the right and left', () => {
    assert.ok(['b', 'c'].includes(from('a', 'right') ?? ''));
    assert.equal(from('b', 'right'), 'd');
    assert.equal(from('b', 'left'), 'a');
    assert.equal(from('a', 'left'), null);
    assert.equal(from('d', 'right'), null);
  });

  it('goes up and down in a column, and on to the next part', () => {
    const [upper, lower] =
      (layout.boxes.find(({ key }) => key === 'b')?.y ?? 0) < (layout.boxes.find(({ key }) => key === 'c')?.y ?? 0)
        ? ['b', 'c']
        : ['c', 'b'];
    assert.equal(from(upper, 'down'), lower);
    assert.equal(from(lower, 'up'), upper);
    assert.equal(from('unknown', 'up'), null);
  });

  it('reaches every box', () => {
    const reached = new Set(['a']);
    for (const key of reached)
      for (const direction of ['left', 'right', 'up', 'down'] as const) {
        const next = from(key, direction);
        if (next) reached.add(next);
      }
    // Parts beside one another are reached by what lies lower or higher in them.
    assert.deepEqual([...reached].sort(), ['a', 'b', 'c', 'd', 'x', 'y']);
  });
});

describe('startOf', () => {
  it('is work that waits on nothing and holds up most', () => {
    const map = exampleMap(['a>z', 'b>c', 'b>d', 'c>e', 'c>f', 'c>g']);
    assert.equal(startOf(layoutMap(map.items, map.links), map.links), 'b');
  });

  it('is any work where all waits on something, and nothing without work', () => {
    const circle = exampleMap(['a~b', 'b~a']);
    assert.match(startOf(layoutMap(circle.items, circle.links), circle.links) ?? '', /^[ab]$/);
    assert.equal(startOf({ boxes: [] }, []), null);
  });
});
