import assert from 'node:assert/strict';
import type { Change, Place } from '../../../src/core/handoff/handoff-facts.ts';
import { mergePlaces, type PlacedChange } from '../../../src/core/handoff/merge-places.ts';

const at = (place: Place, change: Change, more: Partial<PlacedChange> = {}): PlacedChange => ({
  path: 'a',
  oldPath: null,
  change,
  place,
  counts: { added: 2, removed: 1 },
  ...more,
});

describe('mergePlaces', () => {
  it('makes one entry of a file in several places, with the sum of its lines', () => {
    assert.deepEqual(mergePlaces([at('committed', 'added'), at('staged', 'modified'), at('unstaged', 'modified')]), [
      {
        path: 'a',
        oldPath: null,
        change: 'added',
        where: ['committed', 'staged', 'unstaged'],
        added: 6,
        removed: 3,
        inCommits: { added: 2, removed: 1 },
        binary: false,
      },
    ]);
  });

  const cases: readonly (readonly [string, readonly PlacedChange[], Change])[] = [
    ['deleted in the end', [at('committed', 'modified'), at('unstaged', 'deleted')], 'deleted'],
    ['deleted, and there again', [at('committed', 'deleted'), at('staged', 'added')], 'added'],
    ['deleted for git only', [at('staged', 'deleted'), at('untracked', 'untracked')], 'deleted'],
    ['renamed, then modified', [at('committed', 'renamed', { oldPath: 'b' }), at('staged', 'modified')], 'renamed'],
    ['in conflict', [at('committed', 'deleted'), at('unstaged', 'conflicted')], 'conflicted'],
  ];
  for (const [name, places, change] of cases) {
    it(`calls a file ${change} that is ${name}`, () => assert.equal(mergePlaces(places)[0]?.change, change));
  }

  it('keeps where a deleted file had come from', () => {
    const [file] = mergePlaces([at('committed', 'renamed', { oldPath: 'b' }), at('staged', 'deleted')]);
    assert.deepEqual([file?.change, file?.oldPath], ['deleted', 'b']);
  });

  it('has no counts for a binary, a conflict, or where one place could not be counted', () => {
    const binary = { counts: { added: null, removed: null } };
    const [counted] = mergePlaces([at('committed', 'modified', binary), at('staged', 'modified')]);
    assert.deepEqual([counted?.added, counted?.removed, counted?.binary], [null, null, true]);
    const [conflict] = mergePlaces([at('committed', 'modified'), at('unstaged', 'conflicted')]);
    assert.deepEqual([conflict?.added, conflict?.binary], [null, false]);
    const [unread] = mergePlaces([at('untracked', 'untracked', { counts: undefined })]);
    assert.deepEqual([unread?.added, unread?.binary], [null, null]);
  });

  it('keeps files of one place apart whose names read the same', () => {
    assert.equal(mergePlaces([at('untracked', 'untracked'), at('untracked', 'untracked')]).length, 2);
  });

  it('sorts by path', () => {
    const files = mergePlaces([at('staged', 'added', { path: 'b' }), at('staged', 'added', { path: 'a' })]);
    assert.deepEqual(
      files.map(({ path }) => path),
      ['a', 'b'],
    );
  });
});
