import assert from 'node:assert/strict';
import { readPeriod, sampleMoments } from '../../../src/core/readiness/sample-days.ts';

const days = (period: string, now: string): string[] => {
  const read = readPeriod(period);
  assert.ok(read, period);
  return sampleMoments(read, Date.parse(now)).map((moment) => new Date(moment).toISOString().slice(0, 10));
};

describe('readPeriod', () => {
  it('takes days, weeks, months and years', () => {
    assert.deepEqual(readPeriod('6months'), { months: 6 });
    assert.deepEqual(readPeriod(' 1 Year '), { months: 12 });
    assert.equal(Math.round(readPeriod('26weeks')?.months ?? 0), 6);
    assert.equal(Math.round(readPeriod('90days')?.months ?? 0), 3);
  });

  it('takes nothing else', () => {
    for (const text of [
      '',
      '6',
      'months',
      '0months',
      '-1month',
      '1.5years',
      '11years',
      '121months',
      '6 moons',
      '6monthsx',
    ])
      assert.equal(readPeriod(text), null, text);
  });
});

describe('sampleMoments', () => {
  it('looks at every week of half a year', () => {
    const found = days('6months', '2026-07-15T12:00:00Z');
    assert.equal(found.length, 26);
    assert.deepEqual([found[0], found[1], found.at(-1)], ['2026-01-14', '2026-01-21', '2026-07-08']);
  });

  it('looks at every month of a longer time, at its last day where it is short', () => {
    assert.deepEqual(days('1year', '2026-08-31T12:00:00Z'), [
      '2025-08-31',
      '2025-09-30',
      '2025-10-31',
      '2025-11-30',
      '2025-12-31',
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
      '2026-07-31',
    ]);
  });

  it('looks at one day at least', () => {
    assert.deepEqual(days('1day', '2026-07-15T12:00:00Z'), ['2026-07-08']);
  });
});
