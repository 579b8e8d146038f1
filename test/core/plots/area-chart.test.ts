import assert from 'node:assert/strict';
import fc from 'fast-check';
import { areaChart, ticksTo } from '../../../src/core/plots/area-chart.ts';

const chart = (...values: number[][]): string =>
  areaChart(
    values.map((row, at) => ({ name: `Series ${at}`, kind: `kind-${at}`, values: row })),
    (values[0] ?? []).map((_, at) => `day ${at}`),
    'spoken',
  );

describe('areaChart', () => {
  it('draws numbers to scale from left to right', () => {
    const line = /class="kind-0">.*?class="line" d="M([^"]+)"/.exec(chart([0, 5, 10]))?.[1] ?? '';
    assert.deepEqual(
      line.split('L').map((point) => point.split(' ').map(Number)),
      [
        [36, 196],
        [330, 104],
        [624, 12],
      ],
    );
  });

  it('names the newest day, and no more than there is room for', () => {
    const days = [...chart(Array.from({ length: 53 }, () => 1)).matchAll(/>day (\d+)</g)].map(([, day]) => Number(day));
    assert.ok(days.length <= 8);
    assert.equal(days.at(-1), 52);
  });

  it('keeps the names of series apart', () => {
    const heights = [...chart([3, 3], [3, 3]).matchAll(/class="name" x="\d+" y="([\d.]+)"/g)].map(([, y]) => Number(y));
    assert.ok(Math.abs((heights[0] ?? 0) - (heights[1] ?? 0)) >= 16);
  });

  it('stays within its frame', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 2, maxLength: 60 }), (values) => {
        const line = /class="line" d="M([^"]+)"/.exec(chart(values))?.[1] ?? '';
        for (const [x = -1, y = -1] of line.split('L').map((point) => point.split(' ').map(Number)))
          assert.ok(x >= 36 && x <= 624 && y >= 12 && y <= 196, `${x} ${y}`);
      }),
    );
  });
});

describe('ticksTo', () => {
  it('reaches the most in a few round steps', () => {
    assert.deepEqual(ticksTo(1), [0, 1]);
    assert.deepEqual(ticksTo(4), [0, 1, 2, 3, 4]);
    assert.deepEqual(ticksTo(17), [0, 5, 10, 15, 20]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (most) => {
        const ticks = ticksTo(most);
        assert.ok(
          ticks.length <= 7 && (ticks.at(-1) ?? 0) >= most && ticks.every(Number.isInteger),
          `${most}: ${ticks}`,
        );
      }),
    );
  });
});
