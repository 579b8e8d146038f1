/** Work between two pauses, in milliseconds. The last piece may exceed it; the process is to be held for 50 at the most. */
export const sliceBudget = 8;

/** What slicing needs of the process: a clock that only runs forward, and a way to let other work have its turn. */
export interface SlicePorts {
  /** Milliseconds since some moment in the past. */
  elapsed(): number;
  /** Resolves after the process has had time for other work. */
  pause(): Promise<void>;
}

/** Long work cut into slices: `while (slices.isOver()) await slices.pause();` goes right before each piece of it. */
export interface Slices {
  /** Whether it is time to let other work have its turn. */
  isOver(): boolean;
  /** Ends the slice; all that wait share the pause. */
  pause(): Promise<void>;
}

/**
 * Makes slices of `budget` milliseconds, for one or several loops that run side by side.
 * Asked in a loop and without an await in between: those who wait wake together, and the first may use up the new slice.
 */
export function createSlices(ports: SlicePorts, budget: number): Slices {
  let start = ports.elapsed();
  let pausing: Promise<void> | undefined;
  const pause = async (): Promise<void> => {
    await ports.pause();
    start = ports.elapsed();
    pausing = undefined;
  };
  return {
    isOver: () => pausing !== undefined || ports.elapsed() - start > budget,
    pause() {
      pausing ??= pause();
      return pausing;
    },
  };
}
