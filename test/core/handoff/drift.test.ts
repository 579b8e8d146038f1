import assert from 'node:assert/strict';
import { type Drift, driftLabel, driftMessage } from '../../../src/core/handoff/drift.ts';

type Moved = Extract<Drift, { kind: 'moved' }>;

const moved = (more: Partial<Moved> = {}): Moved => ({
  kind: 'moved',
  branch: 'origin/x',
  hash: 'a'.repeat(40),
  commits: 6,
  rewritten: false,
  files: 5,
  changed: ['a.ts', 'b.ts'],
  ...more,
});

describe('the drift of a note, in words', () => {
  it('is short for a row, and names branch and files for a reader', () => {
    assert.equal(driftLabel(moved()), '6 commits behind');
    assert.equal(
      driftMessage(moved()),
      'origin/x has 6 commits that this note does not know of; 2 of its 5 files have changed since (a.ts, b.ts). Look at what has changed before you go on from here.',
    );
    assert.equal(driftLabel(moved({ commits: 1 })), '1 commit behind');
    assert.match(
      driftMessage(moved({ changed: ['a', 'b', 'c', 'd'] })) ?? '',
      /4 of its 5 files have .* \(a, b, c, …\)/,
    );
    assert.match(driftMessage(moved({ changed: ['a'] })) ?? '', /; 1 of its 5 files has changed since \(a\)\./);
    assert.match(driftMessage(moved({ files: 2 })) ?? '', /; all of its 2 files have changed since \(a\.ts, b\.ts\)\./);
    assert.match(driftMessage(moved({ files: 1, changed: ['a'] })) ?? '', /; its only file has changed since \(a\)\./);
    assert.match(driftMessage(moved({ changed: [] })) ?? '', /; none of its 5 files has changed since\./);
  });

  it('tells of all files where those of the note are not known', () => {
    assert.match(
      driftMessage(moved({ files: null })) ?? '',
      /not know of; 2 files have changed since \(a\.ts, b\.ts\)\./,
    );
    for (const files of [null, 0])
      assert.match(driftMessage(moved({ files, changed: [] })) ?? '', /not know of\. Look/);
  });

  it('says so where the branch was rewritten, or the commit is not here', () => {
    assert.equal(driftLabel(moved({ rewritten: true })), 'branch rewritten');
    assert.match(driftMessage(moved({ rewritten: true })) ?? '', /^origin\/x has been rewritten .*; 2 of its 5 files/);
    assert.equal(driftLabel({ kind: 'not-here' }), 'not fetched');
    assert.match(driftMessage({ kind: 'not-here' }) ?? '', /not in this clone/);
  });

  it('is nothing where nothing has moved', () => {
    assert.equal(driftLabel({ kind: 'none' }), '');
    assert.equal(driftMessage({ kind: 'none' }), null);
  });
});
