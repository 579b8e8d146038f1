import assert from 'node:assert/strict';
import { createWantedDrifts } from '../../src/app/wanted-drifts.ts';
import type { Drift } from '../../src/core/handoff/drift.ts';
import { note, placed } from '../fakes/notes.ts';

const moved: Drift = { kind: 'not-here' };
const settled = () => new Promise((resolve) => setImmediate(resolve));

function drifts(keys: readonly string[]) {
  const world = { wanted: keys.map((key) => placed(key, note())), asked: [] as string[], changes: 0, failures: 0 };
  const told = new Map<string, Drift | null>();
  const source = {
    async of() {
      const { path } = world.wanted[world.asked.length % world.wanted.length] ?? placed('');
      world.asked.push(path);
      return told.get(path) ?? null;
    },
  };
  const of = createWantedDrifts({
    source,
    wanted: () => world.wanted,
    changed: () => {
      world.changes += 1;
    },
    failed: () => {
      world.failures += 1;
    },
  });
  return { world, told, of, source };
}

describe('createWantedDrifts', () => {
  it('asks of what is wanted, and tells when something has moved', async () => {
    const { world, told, of } = drifts(['a', 'b']);
    told.set('a', moved);
    of.look();
    await settled();
    assert.deepEqual([world.asked, world.changes], [['a', 'b'], 1]);
    assert.deepEqual([of.of('/w/a'), of.of('/w/b')], [moved, undefined]);
    of.look();
    await settled();
    assert.equal(world.changes, 1);
    told.delete('a');
    of.look();
    await settled();
    assert.deepEqual([world.changes, of.of('/w/a')], [2, undefined]);
  });

  it('looks once more for all who ask meanwhile', async () => {
    const { world, of } = drifts(['a']);
    for (let time = 0; time < 5; time++) of.look();
    await settled();
    assert.equal(world.asked.length, 2);
  });

  it('asks of fifty at the most', async () => {
    const { world, of } = drifts(Array.from({ length: 60 }, (_, at) => `${at}`));
    of.look();
    await settled();
    await settled();
    assert.equal(world.asked.length, 50);
  });

  it('tells what fails, and asks again when it is told to', async () => {
    const { world, of, source } = drifts(['a']);
    source.of = () => Promise.reject(new Error('no'));
    of.look();
    await settled();
    of.look();
    await settled();
    assert.equal(world.failures, 2);
  });

  it('forgets what has gone, and is silent when it is disposed', async () => {
    const { world, told, of } = drifts(['a']);
    told.set('a', moved);
    of.look();
    await settled();
    of.keep(new Set());
    assert.equal(of.of('/w/a'), undefined);
    of.look();
    of.dispose();
    await settled();
    assert.equal(world.changes, 1);
  });
});
