import { parseStatus, type Status } from '../core/handoff/parse-status.ts';
import { shortRef, type Upstream, upstreamOf } from './git-base.ts';
import { type OperationInProgress, operationInProgress } from './git-operation.ts';
import type { GitQuestions } from './git-questions.ts';

/** Where a folder lies in its repository. */
export interface GitPlaces {
  /** The way from the repository's root to the folder: empty, or ending in `/`. */
  readonly prefix: string;
  /** The way back: empty, or `../` for each step. */
  readonly upToRoot: string;
  /** Where git keeps its own files, relative to the folder or absolute. */
  readonly gitDirectory: string;
}

/** How things stand in a repository, whatever they are compared with. */
export interface GitState {
  readonly status: Status;
  readonly head: string | null;
  readonly detached: boolean;
  /** Short name of the branch that is checked out, or that an operation in progress was started on. */
  readonly branch: string | null;
  readonly upstream: Upstream | null;
  readonly underWay: OperationInProgress;
  readonly remotes: readonly string[];
}

const statusCommand = [
  ...['-c', 'status.renames=copies', '-c', 'status.renameLimit=1000', 'status'],
  ...['--porcelain=v2', '--branch', '--untracked-files=all', '--ignore-submodules=dirty', '-z'],
];

/** Paths of git end in one line end of its own. */
export async function placesOf(git: GitQuestions): Promise<GitPlaces> {
  const path = async (flag: string) => (await git.output(['rev-parse', flag])).replace(/\n$/, '');
  const [prefix, gitDirectory] = await Promise.all([path('--show-prefix'), path('--git-dir')]);
  return { prefix, upToRoot: '../'.repeat(prefix.split('/').length - 1), gitDirectory };
}

export async function stateOf(git: GitQuestions, { gitDirectory }: GitPlaces): Promise<GitState> {
  const [statusOutput, branchRef, head, underWay, remoteNames] = await Promise.all([
    git.output(statusCommand),
    git.answer(['symbolic-ref', '--quiet', 'HEAD']),
    git.answer(['rev-parse', '--quiet', '--verify', 'HEAD^{commit}']),
    operationInProgress(git, gitDirectory),
    git.output(['remote']),
  ]);
  const startedOn = branchRef ?? underWay.startedOn;
  return {
    status: parseStatus(statusOutput),
    head,
    detached: branchRef === null,
    branch: startedOn && shortRef(startedOn),
    upstream: branchRef === null ? null : await upstreamOf(git, branchRef),
    underWay,
    remotes: remoteNames.split('\n').filter(Boolean),
  };
}
