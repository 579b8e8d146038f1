import assert from 'node:assert/strict';
import fc from 'fast-check';
import { circlesOf, type Step } from '../../../src/core/map/circles.ts';

const steps = (...texts: string[]): Step[] =>
  texts.map((text) => {
    const [first = '', next = ''] = text.split('>');
    return { first, next };
  });

/** Whether a way along the steps leads from one key to another. */
function leads(all: readonly Step[], from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const at of seen) for (const { first, next } of all) if (first === at) seen.add(next);
  return all.some(({ first, next }) => seen.has(first) && next === to);
}

describe('circlesOf', () => {
  it('finds those that lie on a circle', () => {
    assert.deepEqual([...circlesOf(steps('a>b', 'b>c', 'c>b', 'c>d')).keys()].sort(), ['b', 'c']);
    assert.equal(circlesOf(steps('a>b', 'a>c', 'b>c')).size, 0);
  });

  it('tells circles apart as ways to and fro do', () => {
    const step = fc.tuple(fc.nat(8), fc.nat(8)).filter(([a, b]) => a !== b);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (pairs) => {
        const all = pairs.map(([a, b]) => ({ first: String(a), next: String(b) }));
        const found = circlesOf(all);
        const keys = [...new Set(all.flatMap(({ first, next }) => [first, next]))];
        for (const a of keys) {
          assert.equal(found.has(a), leads(all, a, a), a);
          for (const b of keys)
            if (found.has(a) && found.has(b) && a !== b)
              assert.equal(found.get(a) === found.get(b), leads(all, a, b) && leads(all, b, a), `${a} and ${b}`);
        }
      }),
    );
  });

  it('follows a chain of any length', () => {
    const chain = Array.from({ length: 50_000 }, (_, at) => ({ first: String(at), next: String(at + 1) }));
    assert.equal(circlesOf([...chain, { first: '50000', next: '0' }]).size, 50_001);
  });
});
