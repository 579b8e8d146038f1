import type { PlacedNote } from '../core/handoff/chain.ts';
import type { Drift } from '../core/handoff/drift.ts';
import type { DriftSource } from './handoff-drift.ts';

export interface WantedDriftsPorts {
  readonly source: Pick<DriftSource, 'of'>;
  /** The handoffs of which somebody wants to know how far the world has moved since. */
  wanted(): readonly PlacedNote[];
  /** Some of them have moved. */
  changed(): void;
  failed(error: unknown): void;
}

/** How far the world has moved since those handoffs that somebody looks at. */
export interface WantedDrifts {
  /** Undefined where it is not known, or not yet. */
  of(key: string): Drift | undefined;
  /** Asks again of what is wanted by now. */
  look(): void;
  /** Forgets what is not among `keys`. */
  keep(keys: ReadonlySet<string>): void;
  dispose(): void;
}

/** Of how many handoffs the drift is asked without being told to: each takes git a moment. */
const mostAsked = 50;

export function createWantedDrifts({ source, wanted, changed, failed }: WantedDriftsPorts): WantedDrifts {
  const known = new Map<string, Drift>();
  let again = false;
  let looking = false;
  let disposed = false;

  /** @returns whether it is another one now. */
  async function ask({ key, folder, path, note }: PlacedNote): Promise<boolean> {
    const drift = await source.of(folder, { ...note, path });
    if (JSON.stringify(known.get(key) ?? null) === JSON.stringify(drift)) return false;
    if (drift) known.set(key, drift);
    else known.delete(key);
    return true;
  }

  async function look(): Promise<void> {
    while (again && !disposed) {
      again = false;
      let moved = false;
      // One after the other: each starts processes.
      for (const note of wanted().slice(0, mostAsked)) if (!disposed) moved = (await ask(note)) || moved;
      if (moved && !disposed) changed();
    }
  }

  return {
    of: (key) => known.get(key),
    look() {
      again = true;
      if (looking) return;
      looking = true;
      look()
        .catch(failed)
        .finally(() => {
          looking = false;
        });
    },
    keep(keys) {
      for (const key of known.keys()) if (!keys.has(key)) known.delete(key);
    },
    dispose() {
      disposed = true;
    },
  };
}
