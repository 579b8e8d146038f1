import assert from 'node:assert/strict';
import { type CodeSymbol, partsOfSymbols } from '../../../src/core/handoff/symbol-parts.ts';

const symbol = (name: string, first: number, last: number, ...children: CodeSymbol[]): CodeSymbol => ({
  ...{ name, first, last, children },
  isValue: false,
});
const value = (...given: Parameters<typeof symbol>): CodeSymbol => ({ ...symbol(...given), isValue: true });

describe('partsOfSymbols', () => {
  it('names what types hold behind them, each after its holder, and no fields and variables inside', () => {
    const queue = symbol(
      'Queue',
      1,
      9,
      value('size', 2, 2),
      symbol('run', 3, 8, value('x', 4, 4), value('f', 5, 7, symbol('g', 6, 6))),
    );
    assert.deepEqual(partsOfSymbols([queue, value('limit', 11, 11)]), [
      { name: 'Queue', first: 1, last: 9 },
      { name: 'Queue.run', first: 3, last: 8 },
      { name: 'Queue.run.f', first: 5, last: 7 },
      { name: 'Queue.run.f.g', first: 6, last: 6 },
      { name: 'limit', first: 11, last: 11 },
    ]);
  });

  it('calls tests by their titles', () => {
    const tests = symbol(
      "describe('the queue') callback",
      1,
      5,
      symbol("it.only('waits') callback", 2, 4, symbol('go', 3, 3)),
    );
    assert.deepEqual(
      partsOfSymbols([tests]).map(({ name }) => name),
      ['the queue', 'waits', 'go'],
    );
  });
});
