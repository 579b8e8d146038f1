import assert from 'node:assert/strict';
import { foldersOf, neighboursOf, selectFrom } from '../../../src/core/map/dependency-map.ts';
import { exampleMap, mapItem } from './example-map.ts';

const map = exampleMap(
  ['a>b', 'b>c', 'done>a'],
  [
    mapItem('done', { readiness: 'finished', path: 'archive/done.md' }),
    mapItem('c', { path: 'web/c.md' }),
    mapItem('alone', { path: 'web/deep/alone.md' }),
  ],
);
const everything = { folder: '', finished: true, setAside: true, unconnected: true };
const keys = (filter: Partial<typeof everything>) => {
  const { items, links, ...counts } = selectFrom(map, { ...everything, ...filter });
  return {
    items: items.map(({ key }) => key).sort(),
    links: links.map(({ first, next }) => `${first}>${next}`),
    counts,
  };
};

describe('selectFrom', () => {
  it('leaves out finished work and what is linked to nothing, and counts them', () => {
    assert.deepEqual(keys({ finished: false, unconnected: false }), {
      items: ['a', 'b', 'c'],
      links: ['a>b', 'b>c'],
      counts: { finished: 1, setAside: 0, unconnected: 1 },
    });
    assert.deepEqual(keys({}).items, ['a', 'alone', 'b', 'c', 'done']);
  });

  it('takes finished work without its link for nothing that is linked', () => {
    const small = exampleMap(['done>a'], [mapItem('done', { readiness: 'finished' })]);
    const folded = selectFrom(small, { folder: '', finished: false, setAside: false, unconnected: false });
    assert.deepEqual([folded.items.length, folded.unconnected], [0, 1]);
  });

  it('leaves out what is set aside, unless open work waits on it', () => {
    const aside = (key: string) => mapItem(key, { readiness: 'set-aside' });
    const laid = exampleMap(
      ['awaited>open', 'open>waits', 'between>awaited', 'between>done'],
      [aside('awaited'), aside('waits'), aside('between'), mapItem('done', { readiness: 'finished' })],
    );
    const shown = (setAside: boolean) => {
      const found = selectFrom(laid, { ...everything, setAside });
      return [found.items.map(({ key }) => key).sort(), found.setAside];
    };
    assert.deepEqual(shown(false), [['awaited', 'done', 'open'], 2]);
    assert.deepEqual(shown(true), [['awaited', 'between', 'done', 'open', 'waits'], 2]);
  });

  it('keeps to a folder and what its work items are linked to', () => {
    assert.deepEqual(keys({ folder: 'web', unconnected: false }).items, ['b', 'c']);
    assert.deepEqual(keys({ folder: 'web' }).items, ['alone', 'b', 'c']);
    assert.deepEqual(keys({ folder: 'we' }).items, []);
  });
});

describe('foldersOf', () => {
  it('names each folder that adds something, with how many work items are below it', () => {
    const items = ['a/b/c/1.md', 'a/b/c/2.md', 'a/d/3.md', '4.md'].map((path) => mapItem(path, { path }));
    assert.deepEqual(foldersOf(items), [
      { folder: 'a', count: 3 },
      { folder: 'a/b/c', count: 2 },
      { folder: 'a/d', count: 1 },
    ]);
  });
});

describe('neighboursOf', () => {
  it('knows both sides of a link, and circles', () => {
    const { links } = exampleMap(['a~b', 'b~a', 'b>c']);
    assert.deepEqual(neighboursOf(links).get('b'), { waitsOn: ['a'], holdsUp: ['a', 'c'], circular: true });
    assert.deepEqual(neighboursOf(links).get('c'), { waitsOn: ['b'], holdsUp: [], circular: false });
  });
});
