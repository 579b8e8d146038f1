/** What slicing needs of the process: a clock that only runs forward, and a way to let other work have its turn. */
export interface SlicePorts {
  /** Milliseconds since some moment in the past. */
  elapsed(): number;
  /** Resolves after the process has had time for other work. */
  pause(): Promise<void>;
}

/**
 * Makes a function to await before each piece of work: it lets other work have its turn whenever more than `budget`
 * milliseconds have passed since the last turn ended, however many share it.
 * @returns resolves to whether there was a pause.
 */
export function createSlices(ports: SlicePorts, budget: number): () => Promise<boolean> {
  let start = ports.elapsed();
  let pausing: Promise<void> | undefined;
  const pause = async (): Promise<void> => {
    await ports.pause();
    start = ports.elapsed();
    pausing = undefined;
  };
  return async () => {
    let paused = false;
    // A loop: those that wait wake together, and the first of them may use up the whole slice.
    while (pausing !== undefined || ports.elapsed() - start > budget) {
      pausing ??= pause();
      await pausing;
      paused = true;
    }
    return paused;
  };
}
