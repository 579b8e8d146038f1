/**
 * How much longer `work` takes on four times as much: about 4 where it is linear, 16 where it is quadratic, and 0 where it takes
 * no time on as much as there may be.
 * Begins with as much as takes a few milliseconds; both sizes in turn, the least of seven each, so that other programs on the
 * machine hardly matter.
 */
export async function growth(work: (size: number) => unknown): Promise<number> {
  const time = async (size: number): Promise<number> => {
    const start = performance.now();
    await work(size);
    return performance.now() - start;
  };
  let size = 1000;
  while (size < most && (await time(size)) < 5) size *= 2;
  let [once, fourTimes] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 7; round++) {
    once = Math.min(once, await time(size));
    fourTimes = Math.min(fourTimes, await time(size * 4));
  }
  return fourTimes < 20 ? 0 : fourTimes / once;
}

/** Four times as much is what a document may have. */
const most = 250_000;

/** Less than this is no worse than linear, whatever the machine does besides. */
export const linear = 9;
