import assert from 'node:assert/strict';
import { handoffLenses } from '../../src/app/handoff-lenses.ts';
import type { Handoff } from '../../src/app/handoff-list.ts';
import type { Drift } from '../../src/core/handoff/drift.ts';
import { note, placed } from '../fakes/notes.ts';

const start = { line: 0, character: 0 };
const time = { now: Date.parse('2026-03-02T18:04:00Z'), offsetAt: () => 0 };
const moved: Drift = {
  kind: 'moved',
  ...{ branch: 'x', hash: '', commits: 2, rewritten: false, files: null, changed: ['a'] },
};

const handoff = (more: Partial<Handoff> = {}): Handoff => ({
  ...placed('handoffs/a.md', note()),
  ...{ title: 'A', titleRange: { start, end: start }, fromMe: false, to: 'me', open: true, followed: false },
  ...{ openQuestions: [], elsewhere: null },
  ...more,
});

const titles = (of: Handoff, drift?: Drift, previous: Handoff | null = null, canShare = false): string[] =>
  handoffLenses(of, drift, previous, time, canShare).map(({ title }) => title);

describe('handoffLenses', () => {
  const who = 'Ann Lee → you · today 17:04, 1 h ago';

  it('says who passes the work on to whom and when, and offers to pick it up', () => {
    assert.deepEqual(titles(handoff()), [who, 'Pick up', 'Ask back']);
  });

  it('offers the changes since, where something has moved', () => {
    assert.deepEqual(titles(handoff(), moved), [who, '2 commits behind: show changes', 'Pick up', 'Ask back']);
    assert.deepEqual(titles(handoff(), { kind: 'none' }), [who, 'Pick up', 'Ask back']);
    assert.deepEqual(titles(handoff(), { kind: 'not-here' }), [who, 'Pick up', 'Ask back']);
  });

  it('leads to the handoff before', () => {
    assert.equal(titles(handoff(), undefined, handoff()).at(-1), 'Previous handoff: today 17:04, 1 h ago');
  });

  it('offers the author nothing that is for others, and nobody to pick up what is not open', () => {
    assert.equal(titles(handoff({ fromMe: true })).length, 1);
    assert.deepEqual(titles(handoff({ open: false }), moved).slice(1), ['Ask back']);
  });

  it('offers the author to commit and push what is open and here, where git can be asked', () => {
    const share = (more: Partial<Handoff>, canShare = true) =>
      titles(handoff(more), undefined, null, canShare).slice(1);
    assert.deepEqual(share({ fromMe: true }), ['Commit and push']);
    assert.deepEqual(share({ fromMe: true }, false), []);
    assert.deepEqual(share({ fromMe: true, open: false }), []);
    assert.deepEqual(share({ fromMe: true, elsewhere: { ref: 'origin/x', branch: 'x' } }), []);
    assert.deepEqual(share({}), ['Pick up', 'Ask back']);
  });

  it('offers no question in a note that is not checked out', () => {
    const elsewhere = { ref: 'origin/x', branch: 'x' };
    assert.deepEqual(titles(handoff({ elsewhere })), [`${who} · on origin/x`, 'Pick up']);
  });
});
