import assert from 'node:assert/strict';
import { parseSince } from '../../src/app/since.ts';

/** Two hours ahead of UTC. */
const clock = { now: () => new Date('2026-03-02T12:00:00Z'), utcOffset: () => 120 };
const read = (text: string) => parseSince(text, clock);

describe('parseSince', () => {
  it('reads kinds, commits and dates', () => {
    assert.deepEqual(read('last-handoff'), { kind: 'last-handoff' });
    assert.deepEqual(read(' staged '), { kind: 'staged' });
    assert.deepEqual(read('HEAD~2'), { kind: 'commit', of: 'HEAD~2' });
    assert.deepEqual(read('20260302'), { kind: 'commit', of: '20260302' });
    assert.deepEqual(read('2026-03-01'), { kind: 'date', of: '2026-03-01', at: Date.parse('2026-02-28T22:00:00Z') });
    const at = Date.parse('2026-03-01T08:00:00Z');
    for (const of of ['2026-03-01T10:00', '2026-03-01 10:00:00', '2026-03-01T08:00Z', '2026-03-01T03:00-05:00']) {
      assert.deepEqual(read(of), { kind: 'date', of, at });
    }
  });

  it('says what is wrong with a date', () => {
    for (const date of ['2026-02-30', '2026-13-01', '2026-03-01T25:00', '2026-03-01 noon']) {
      assert.throws(() => read(date), new RegExp(`There is no such date as ${date}\\.`));
    }
    assert.throws(() => read('2026-03-03'), /2026-03-03 is in the future\./);
    assert.throws(() => read('2026-03-02T14:01'), /is in the future/);
    assert.equal(read('2026-03-02T14:00').kind, 'date');
    assert.throws(() => read('date'), /Give the date itself/);
  });
});
