import { join } from 'node:path';
import type { Since } from '../../../src/app/since.ts';
import type { HandoffFacts } from '../../../src/core/handoff/handoff-facts.ts';
import { lines, type TemporaryRepository } from '../temporary-repository.ts';

/** A state that a repository can be in. docs/handoff-states.md has the names. */
export interface State {
  readonly name: string;
  /**
   * Brings about the state in a clone with three commits, all of them pushed, in the folder `work` of `folder`.
   * @returns the folder in which git is asked, where that is not the clone.
   */
  set(repository: TemporaryRepository, folder: string): string | undefined;
  readonly since?: Since;
  /** What must stand in the facts, beside what git's plumbing says. */
  readonly facts?: Partial<HandoffFacts>;
  /** `change path` or `change oldPath > path`, and the places. */
  readonly files?: readonly string[];
  /** A word of a sentence in `unknown`. */
  readonly unknown?: readonly string[];
}

/** A branch whose last commit, `Theirs`, conflicts with the last of main; the commit of main is pushed. */
export function otherBranch(r: TemporaryRepository): string {
  r.git('switch', '--quiet', '--create', 'other');
  r.commit('a.txt', `${lines(1, 29)}theirs\n`, 'Theirs');
  r.git('switch', '--quiet', 'main');
  r.commit('a.txt', `${lines(1, 29)}ours\n`, 'Ours');
  r.git('push', '--quiet');
  return 'other';
}

/** The clone's origin. */
export const originOf = (folder: string): string => join(folder, 'origin.git');
