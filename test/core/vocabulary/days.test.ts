import assert from 'node:assert/strict';
import { daysIn } from '../../../src/core/vocabulary/days.ts';

describe('daysIn', () => {
  const named: Readonly<Record<string, readonly string[]>> = {
    '2026-03-09': ['2026-03-09'],
    '2026-03-09T10:00:00Z': ['2026-03-09'],
    '9 March 2026': ['2026-03-09'],
    'the 9th of Sept. 2026': ['2026-09-09'],
    'DEC 31, 2026': ['2026-12-31'],
    'from 2026-03-09 to 10 March 2026': ['2026-03-09', '2026-03-10'],
    '2026-13-09, 2026-03-32, 39 March 2026': [],
    '12026-03-09, 2026-03-091, 2026-03': [],
    '9 Marble 2026 pieces, 9/3/2026, March 2026': [],
  };
  for (const [text, days] of Object.entries(named)) {
    it(`finds ${days.join(' and ') || 'nothing'} in "${text}"`, () => {
      const found = daysIn(text);
      assert.deepEqual(
        found.map(({ day }) => day),
        days,
      );
    });
  }

  it('tells where each stands', () => {
    const text = 'due on 9 March 2026, at noon';
    const [found] = daysIn(text);
    assert.equal(found && text.slice(found.range.start, found.range.end), '9 March 2026');
  });
});
