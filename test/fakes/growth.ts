/**
 * How much longer `work` takes on four times as much: about 4 where it is linear, 16 where it is quadratic.
 * Both sizes in turn, the least of seven each, so that other programs on the machine hardly matter.
 */
export async function growth(size: number, work: (size: number) => unknown): Promise<number> {
  const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 7; round++) {
    for (const [at, times] of [1, 4].entries()) {
      const start = performance.now();
      await work(size * times);
      least[at] = Math.min(least[at] ?? 0, performance.now() - start);
    }
  }
  return (least[1] ?? 0) / (least[0] ?? 0);
}

/** Less than this is no worse than linear, whatever the machine does besides. */
export const linear = 9;
