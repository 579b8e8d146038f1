import assert from 'node:assert/strict';
import { byAge, handoffChains, type PlacedNote } from '../../../src/core/handoff/chain.ts';
import { note, placed } from '../../fakes/notes.ts';

const on = (day: number, more: Parameters<typeof note>[0] = {}) =>
  placed(`handoffs/${day}.md`, note({ date: `2026-03-0${day}T18:00:00+01:00`, ...more }));

/** The handoff before `of` among `notes` and itself. */
const previousHandoff = (of: PlacedNote, notes: readonly PlacedNote[]): PlacedNote | null =>
  handoffChains([...new Set([...notes, of])]).previous(of);

describe('the chain of handoffs', () => {
  const [first, second, third] = [on(1), on(2), on(3)];

  it('goes back one by one, in whatever order the notes come', () => {
    const notes = [third, first, second];
    assert.equal(previousHandoff(third, notes), second);
    assert.equal(previousHandoff(second, notes), first);
    assert.equal(previousHandoff(first, notes), null);
  });

  it('knows the same work by a work item of both', () => {
    const other = on(1, { workItems: ['tasks/b.md', 'tasks/c.md'] });
    assert.equal(previousHandoff(second, [other]), null);
    assert.equal(previousHandoff(on(3, { workItems: ['tasks/c.md'], branch: 'y' }), [other, second]), other);
  });

  it('knows it by the branch where neither names a work item', () => {
    const bare = { workItems: [] };
    const old = on(1, bare);
    assert.equal(previousHandoff(on(2, bare), [old]), old);
    assert.equal(previousHandoff(on(2, { ...bare, branch: 'y' }), [old]), null);
    assert.equal(previousHandoff(on(2, { ...bare, branch: null }), [on(1, { ...bare, branch: null })]), null);
    assert.equal(previousHandoff(on(2), [old]), null);
  });

  it('stays in the workspace folder', () => {
    assert.equal(previousHandoff(second, [placed('handoffs/1.md', first.note, '/v')]), null);
  });

  it('tells notes of one moment apart by their names, and puts those without a date first', () => {
    const [again, undated] = [placed('handoffs/2-2.md', second.note), placed('handoffs/0.md', note({ date: '?' }))];
    assert.equal(previousHandoff(again, [undated, second, again]), second);
    assert.equal(previousHandoff(second, [undated, second, again]), undated);
    assert.deepEqual([undated, second, again].sort(byAge), [again, second, undated]);
  });

  it('has gone on after all but the newest', () => {
    const notes = [on(1), on(2), on(3, { workItems: ['tasks/b.md'] })];
    const { isFollowed } = handoffChains(notes);
    assert.deepEqual(notes.map(isFollowed), [true, false, false]);
  });
});
