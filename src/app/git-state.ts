import { parseStatus, type Status } from '../core/handoff/parse-status.ts';
import { shortRef } from './git-base.ts';
import { configOf, type GitConfig } from './git-config.ts';
import { type OperationInProgress, operationInProgress } from './git-operation.ts';
import type { GitQuestions } from './git-questions.ts';
import { type GitRefs, refsOf } from './git-refs.ts';

/** Where a folder lies in its repository. */
export interface GitPlaces {
  /** The way from the repository's root to the folder: empty, or ending in `/`. */
  readonly prefix: string;
  /** The way back: empty, or `../` for each step. */
  readonly upToRoot: string;
  /** Where git keeps its own files, relative to the folder or absolute. */
  readonly gitDirectory: string;
  /** Whether history ends before its beginning. */
  readonly shallow: boolean;
}

/** Where HEAD is, whatever it is compared with. */
export interface GitState extends Pick<GitRefs, 'head' | 'upstream' | 'hasStash'>, GitConfig {
  readonly detached: boolean;
  /** Short name of the branch that is checked out, or that an operation in progress was started on. */
  readonly branch: string | null;
  readonly underWay: OperationInProgress;
  /** The default branch of the remote; or why it is not known. */
  defaultBranch(): ReturnType<GitRefs['defaultBranch']>;
}

const statusCommand = [
  ...['-c', 'status.renames=copies', '-c', 'status.renameLimit=1000', 'status'],
  ...['--porcelain=v2', '--branch', '--untracked-files=all', '--ignore-submodules=dirty', '-z'],
];

const placeFlags = [
  '--is-inside-work-tree',
  '--is-bare-repository',
  '--is-shallow-repository',
  '--git-dir',
  '--show-prefix',
];

/** Where the folder lies in its repository; or why it lies in none that has files, in words for the user. */
export async function placesOf(git: GitQuestions): Promise<GitPlaces | { readonly reason: string }> {
  const { exitCode, stdout, stderr } = await git.run(['rev-parse', ...placeFlags]);
  if (exitCode !== 0) return { reason: whyNoRepository(stderr) };
  const [inWorkTree, bare, shallow, ...paths] = stdout.split('\n');
  if (inWorkTree !== 'true') {
    const inside = 'This is the inside of a git repository, not its files.';
    return { reason: bare === 'true' ? 'This is a bare git repository: it has no files to work on.' : inside };
  }
  // Each path ends in a line end of git's, and may hold others of its own.
  const ask = async (flag: string) => (await git.output(['rev-parse', flag])).replace(/\n$/, '');
  const [gitDirectory = '', prefix = ''] =
    paths.length === 3 ? paths : [await ask('--git-dir'), await ask('--show-prefix')];
  const upToRoot = '../'.repeat(prefix.split('/').length - 1);
  return { prefix, upToRoot, gitDirectory, shallow: shallow === 'true' };
}

function whyNoRepository(complaint: string): string {
  if (complaint.includes('not a git repository')) return 'This folder is in no git repository.';
  if (complaint.includes('dubious ownership') || complaint.includes('unsafe repository')) {
    return 'Git does not read this repository because its folder belongs to another user (see safe.directory in git help config).';
  }
  return `Git cannot read this repository: ${complaint.trim().split('\n')[0] ?? ''}`;
}

/** What has changed and is not committed. */
export async function statusOf(git: GitQuestions): Promise<Status> {
  return parseStatus(await git.output(statusCommand));
}

export async function stateOf(git: GitQuestions, { gitDirectory }: GitPlaces): Promise<GitState> {
  const [{ branchRef, head, upstream, hasStash, ...refs }, underWay, config] = await Promise.all([
    refsOf(git, gitDirectory),
    operationInProgress(git, gitDirectory),
    configOf(git),
  ]);
  const startedOn = branchRef ?? underWay.startedOn;
  return {
    ...config,
    head,
    detached: branchRef === null,
    branch: startedOn && shortRef(startedOn),
    upstream,
    hasStash,
    underWay,
    defaultBranch: () => refs.defaultBranch(config.remotes),
  };
}
