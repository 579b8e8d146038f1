import type { FreshnessSource } from '../../src/app/freshness.ts';
import { type Git, GitUnavailable } from '../../src/app/ports.ts';

/** Git where there is none. */
export const noGit: Git = {
  run: unavailable,
  stream: unavailable,
  async readFile() {
    return null;
  },
  async lastWritten() {
    return null;
  },
  readBlobs: unavailable,
};

async function unavailable(): Promise<never> {
  throw new GitUnavailable('Git is not here.');
}

/** What is told of work items without git: nothing. */
export const unknownFreshness: Pick<FreshnessSource, 'of'> = { of: async () => null };
