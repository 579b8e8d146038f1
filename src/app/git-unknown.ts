import { counted } from '../core/handoff/note-words.ts';
import { parseIndex } from '../core/handoff/parse-index.ts';
import type { Status } from '../core/handoff/parse-status.ts';
import { type Base, shortRef } from './git-base.ts';
import type { Commits } from './git-commits.ts';
import type { GitQuestions } from './git-questions.ts';
import type { GitPlaces, GitState } from './git-state.ts';

interface Asked extends GitState {
  readonly status: Status;
  readonly base: Base;
  readonly commits: Commits;
}

/** What could not be known of a repository although git was asked, and why; a sentence each. */
export function unknownOf(asked: Asked): string[] {
  const { base, head, remotes, commits, status } = asked;
  return [
    ...('reason' in base ? [`The base, and with it the files that commits have changed: ${base.reason}.`] : []),
    ...('remark' in base && base.remark ? [`What was handed off before: ${base.remark}.`] : []),
    ...upstreamUnknown(asked),
    ...operationUnknown(asked),
    ...(remotes.length === 0 && head !== null ? ['What others have: the repository has no remote.'] : []),
    ...(commits.complete ? [] : [`Commits: only the newest ${commits.commits.length} are listed.`]),
    ...nameUnknown(status),
    ...nestedUnknown(status),
  ];
}

function upstreamUnknown({ status, upstream, head }: Asked): string[] {
  if (status.upstream === null || head === null) return [];
  const name = status.upstream;
  if (upstream === null) return [`How far the upstream ${name} is: it is not here, deleted or never fetched.`];
  if (upstream.remoteBranch !== null) return [];
  return [`What others have of it: the upstream ${name} is a branch of this machine.`];
}

function operationUnknown({ underWay, detached }: Asked): string[] {
  if (underWay.operation !== 'rebase' || !detached) return [];
  const { startedOn } = underWay;
  const branch = startedOn === null ? '' : `, and ${shortRef(startedOn)} is still where it was before`;
  return [`How the rebase will end: HEAD is on its way${branch}.`];
}

function nameUnknown({ entries, untracked }: Status): string[] {
  const garbled = [...entries.map(({ path }) => path), ...untracked].filter((path) => path.includes('\u{FFFD}'));
  if (garbled.length === 0) return [];
  return [
    `The exact names of ${counted(garbled.length, 'changed file')}: they are not UTF-8, and shown with \u{FFFD}.`,
  ];
}

function nestedUnknown({ untracked }: Status): string[] {
  return untracked
    .filter((path) => path.endsWith('/'))
    .map((path) => `What has changed in ${path}: it is a repository of its own.`);
}

/** In bytes; the index of a million files is smaller. */
const largestIndex = 256 * 1024 * 1024;

/** What git does not look at, although it may have changed; a sentence each. */
export async function overlookedByGit(
  git: GitQuestions,
  { upToRoot, gitDirectory, shallow }: GitPlaces,
): Promise<string[]> {
  const [lock, index] = await Promise.all([
    git.readFile(`${gitDirectory}/index.lock`, largestIndex),
    git.output(['ls-files', '-v', '--stage', '-z', '--full-name', ...(upToRoot ? ['--', upToRoot] : [])]),
  ]);
  const { submodules, assumedUnchanged, skipped } = parseIndex(index);
  const overlooked = (what: string, paths: readonly string[]) =>
    paths.length > 0 ? [`${what}: ${listed(paths)}.`] : [];
  return [
    ...(lock === null ? [] : ['Whether this still holds: git is at work here, or was interrupted (index.lock).']),
    ...(shallow ? ['History before the oldest commit here: the clone is shallow.'] : []),
    ...overlooked('What has changed inside the submodules, and whether that is pushed', submodules),
    ...overlooked('Changes of files that git was told to take as unchanged', assumedUnchanged),
    ...overlooked('Changes of files that are skipped or not checked out', skipped),
  ];
}

function listed(paths: readonly string[]): string {
  return paths.slice(0, 3).join(', ') + (paths.length > 3 ? ` and ${paths.length - 3} more` : '');
}
