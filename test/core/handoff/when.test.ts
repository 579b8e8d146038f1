import assert from 'node:assert/strict';
import { whenFor, whenThere } from '../../../src/core/handoff/when.ts';
import { readZonedDate } from '../../../src/core/handoff/zoned-date.ts';

const date = (text: string) => readZonedDate(text) ?? assert.fail(text);

/** In Tokyo, at 03:04 of 3 March 2026; it is 2 March, 18:04 in UTC. */
const tokyo = { now: Date.parse('2026-03-02T18:04:00Z'), offsetAt: () => 540 };
const utc = { ...tokyo, offsetAt: () => 0 };

describe('whenFor', () => {
  const told: [written: string, there: string, inUtc: string][] = [
    ['2026-03-02T18:54:00+01:00', 'today 02:54, 10 min ago', 'today 17:54, 10 min ago'],
    ['2026-03-02T18:03:30Z', 'today 03:03, just now', 'today 18:03, just now'],
    ['2026-03-02T10:04:00+01:00', 'yesterday 18:04, 9 h ago', 'today 09:04, 9 h ago'],
    ['2026-03-01T10:04:00Z', 'Sun 19:04, 2 days ago', 'yesterday 10:04, 1 day ago'],
    ['2026-02-27T10:04:00Z', 'Fri 19:04, 4 days ago', 'Fri 10:04, 3 days ago'],
    ['2026-02-02T10:04:00Z', '2 Feb, 29 days ago', '2 Feb, 28 days ago'],
    ['2025-03-02T10:04:00Z', '2 Mar 2025, 366 days ago', '2 Mar 2025, 365 days ago'],
    ['2026-03-04T18:04:00Z', '5 Mar 03:04', '4 Mar 18:04'],
  ];
  for (const [written, there, inUtc] of told)
    it(`tells of ${written} in the reader’s time`, () => {
      assert.equal(whenFor(date(written), tokyo), there);
      assert.equal(whenFor(date(written), utc), inUtc);
    });

  it('leaves a time without a zone as it is written', () => {
    assert.equal(whenFor(date('2026-03-02 18:04'), tokyo), 'yesterday 18:04');
    assert.equal(whenFor(date('2026-02-25 18:04'), tokyo), 'Wed 18:04, 6 days ago');
  });

  it('has no time where none is written', () => {
    assert.equal(whenFor(date('2026-03-03'), tokyo), 'today');
    assert.equal(whenFor(date('2026-02-02'), tokyo), '2 Feb, 29 days ago');
  });

  it('takes the offset that the reader had then', () => {
    const summer = Date.parse('2026-03-29T01:00:00Z');
    const berlin = { now: Date.parse('2026-03-29T09:00:00Z'), offsetAt: (time: number) => (time < summer ? 60 : 120) };
    assert.equal(whenFor(date('2026-03-28T22:30:00Z'), berlin), 'yesterday 23:30, 10 h ago');
    assert.equal(whenFor(date('2026-03-29T01:30:00Z'), berlin), 'today 03:30, 7 h ago');
  });
});

describe('whenThere', () => {
  it('tells the time as it was for the author', () => {
    assert.equal(whenThere(date('2026-03-02T18:04:00+01:00')), '2 Mar 2026, 18:04 (UTC+01:00)');
    assert.equal(whenThere(date('2026-03-02T23:30:00-03:30')), '2 Mar 2026, 23:30 (UTC−03:30)');
    assert.equal(whenThere(date('2026-03-02 18:04')), '2 Mar 2026, 18:04 (time zone not said)');
    assert.equal(whenThere(date('2026-03-02')), '2 Mar 2026');
  });
});
