import type { Log } from './ports.ts';
import type { Slices } from './slices.ts';

/** Keys of documents of which something has changed, kept until those who listen are told. */
export interface Changes {
  add(key: string): void;
  /** Tells of some of them at the most: who hears of them has something to do for each. */
  tell(): void;
  /** Tells of all of them, with pauses where it takes long. */
  tellAll(): Promise<void>;
  /** @returns what ends the listening */
  listen(listener: (keys: ReadonlySet<string>) => void): () => void;
  /** Nobody is told of anything any more. */
  dispose(): void;
}

/** How many changes are told at a time. */
const most = 500;

/** @param failure what to say in the log where a listener fails; the others are told all the same. */
export function createChanges(slices: Slices, log: Pick<Log, 'error'>, failure: string): Changes {
  const changed = new Set<string>();
  const listeners = new Set<(keys: ReadonlySet<string>) => void>();

  function tell(): void {
    if (changed.size === 0) return;
    const keys = new Set<string>();
    for (const key of changed) {
      if (keys.size === most) break;
      keys.add(key);
      changed.delete(key);
    }
    for (const listener of listeners) {
      try {
        listener(keys);
      } catch (error) {
        log.error(failure, error);
      }
    }
  }

  return {
    add: (key) => void changed.add(key),
    tell,
    async tellAll() {
      while (changed.size > 0) {
        tell();
        while (slices.isOver()) await slices.pause();
      }
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      listeners.clear();
    },
  };
}
