import { candidateGlobs, ignoredFolders } from '../core/document/candidates.ts';
import { globMatcher } from '../core/globs.ts';

const inIgnoredFolder = new RegExp(`(?:^|/)(?:${ignoredFolders.join('|').replaceAll('.', '\\.')})(?:/|$)`);

/** Whether the file at `path`, relative to its workspace folder, could be a work item and is in no ignored folder. */
export function isCandidatePath(path: string): boolean {
  return globMatcher(candidateGlobs)(path) && !inIgnoredFolder.test(path);
}
