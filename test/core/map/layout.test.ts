import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type KnownParts, layoutMap, type MapBox, type MapLayout } from '../../../src/core/map/layout.ts';
import { exampleMap, mapItem } from './example-map.ts';

const layoutOf = (...links: string[]): MapLayout => {
  const { items, links: made } = exampleMap(links);
  return layoutMap(items, made);
};

const boxOf = ({ boxes }: MapLayout, key: string): MapBox => {
  const found = boxes.find((box) => box.key === key);
  assert.ok(found, key);
  return found;
};

const overlap = (a: MapBox, b: MapBox): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('layoutMap', () => {
  it('puts what comes first left of what waits on it', () => {
    const layout = layoutOf('a>b', 'b>c', 'a>c');
    const [a, b, c] = ['a', 'b', 'c'].map((key) => boxOf(layout, key));
    assert.ok(a && b && c);
    assert.ok(a.x + a.width < b.x && b.x + b.width < c.x);
  });

  it('keeps room between boxes, and has every link from box to box within the picture', () => {
    const link = fc.tuple(fc.nat(24), fc.nat(24)).filter(([a, b]) => a !== b);
    fc.assert(
      fc.property(fc.uniqueArray(link, { maxLength: 40, selector: String }), fc.nat(5), (pairs, single) => {
        const { items, links } = exampleMap(
          pairs.map(([a, b]) => `${a}>${b}`),
          Array.from({ length: single }, (_, at) => mapItem(`single ${at}`, { name: 'long name '.repeat(at * 4) })),
        );
        const layout = layoutMap(items, links);
        const { boxes, routes, width, height } = layout;
        assert.equal(boxes.length, items.length);
        for (const [at, box] of boxes.entries()) {
          assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height);
          for (const other of boxes.slice(at + 1)) assert.ok(!overlap(box, other), `${box.key} and ${other.key}`);
        }
        assert.equal(routes.length, links.length);
        for (const { first, next } of links) {
          const points = routes.find((route) => route.first === first && route.next === next)?.points ?? [];
          const [from, to] = [boxOf(layout, first), boxOf(layout, next)];
          const [start, end] = [points[0], points.at(-1)];
          assert.ok(start && end, `${first}>${next}`);
          assert.ok(
            [from.x, from.x + from.width].includes(start.x) && start.y > from.y && start.y < from.y + from.height,
          );
          assert.ok([to.x, to.x + to.width].includes(end.x) && end.y > to.y && end.y < to.y + to.height);
          for (const { x, y } of points) assert.ok(x >= 0 && y >= 0 && x <= width && y <= height);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leads no way through a box that it does not belong to', () => {
    const layout = layoutOf('a>b', 'b>c', 'c>d', 'a>d', 'a>c', 'b>d', 'x>c', 'x>d', 'a>y', 'y>d');
    for (const { first, next, points } of layout.routes) {
      const others = layout.boxes.filter(({ key }) => key !== first && key !== next);
      for (const [at, to] of points.entries()) {
        const from = points[at - 1] ?? to;
        const through = others.filter(
          (box) =>
            to.x > box.x &&
            from.x < box.x + box.width &&
            Math.max(from.y, to.y) > box.y &&
            Math.min(from.y, to.y) < box.y + box.height,
        );
        assert.deepEqual(
          through.map(({ key }) => key),
          [],
          `${first}>${next}`,
        );
      }
    }
  });

  it('tells a way there from the way back', () => {
    const { routes } = layoutOf('a~b', 'b~a');
    const [there, back] = routes;
    assert.ok(there && back);
    assert.notEqual(there.points[0]?.y, back.points.at(-1)?.y);
  });

  it('lays out only those parts anew that are not as they were', () => {
    const known: KnownParts = new Map();
    const before = exampleMap(['a>b', 'c>d']);
    const first = layoutMap(before.items, before.links, known);
    const kept = [...known.values()];
    const after = exampleMap(['a>b', 'c>d', 'd>e']);
    layoutMap(after.items, after.links, known);
    assert.equal([...known.values()].filter((part) => kept.includes(part)).length, 1);
    assert.deepEqual(layoutMap(before.items, before.links), first);
  });

  it('has nothing for nothing', () => {
    assert.deepEqual(layoutMap([], []).boxes, []);
  });
});
