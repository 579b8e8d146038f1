import assert from 'node:assert/strict';
import { readZonedDate } from '../../../src/core/handoff/zoned-date.ts';

const read = (text: string) => {
  const date = readZonedDate(text);
  return date && [new Date(date.time).toISOString().slice(0, 19), date.offset];
};

describe('readZonedDate', () => {
  it('reads ISO 8601 with an offset', () => {
    assert.deepEqual(read('2026-03-02T18:04:00+01:00'), ['2026-03-02T17:04:00', 60]);
    assert.deepEqual(read('2026-03-02T18:04:00-03:30'), ['2026-03-02T21:34:00', -210]);
    assert.deepEqual(read('2026-03-02T18:04Z'), ['2026-03-02T18:04:00', 0]);
  });

  it('reads what people write', () => {
    assert.deepEqual(read(' 2026-03-02 18:04 +0100'), ['2026-03-02T17:04:00', 60]);
    assert.deepEqual(read('2026-03-02 18:04 UTC'), ['2026-03-02T18:04:00', 0]);
    assert.deepEqual(read('2026-03-02 18:04 UTC+9'), null);
    assert.deepEqual(read('2026-03-02 18:04 GMT+09'), ['2026-03-02T09:04:00', 540]);
  });

  it('does not invent an offset, nor a time', () => {
    assert.deepEqual(read('2026-03-02 18:04'), ['2026-03-02T18:04:00', null]);
    assert.equal(readZonedDate('2026-03-02')?.dayOnly, true);
    assert.equal(readZonedDate('2026-03-02 18:04')?.dayOnly, false);
  });

  it('reads no date where there is none', () => {
    for (const text of ['', 'today', '2026-13-02', '2026-03-02T25:00', '02.03.2026', '2026-03-02 and later'])
      assert.equal(readZonedDate(text), null, text);
  });
});
