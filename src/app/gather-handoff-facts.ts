import type { Gathered, HandoffFacts } from '../core/handoff/handoff-facts.ts';
import { mergePlaces } from '../core/handoff/merge-places.ts';
import { parseIndex } from '../core/handoff/parse-index.ts';
import { parseStatus, type Status } from '../core/handoff/parse-status.ts';
import { redactFacts } from '../core/handoff/redact-facts.ts';
import { baseOf, type Upstream, upstreamOf } from './git-base.ts';
import { changesOf } from './git-changes.ts';
import { commitsSince } from './git-commits.ts';
import { type OperationInProgress, operationInProgress } from './git-operation.ts';
import { type GitQuestions, gitQuestions } from './git-questions.ts';
import { type Git, GitUnavailable } from './ports.ts';

const statusCommand = [
  ...['-c', 'status.renames=copies', '-c', 'status.renameLimit=1000', 'status'],
  ...['--porcelain=v2', '--branch', '--ahead-behind', '--untracked-files=all', '--ignore-submodules=dirty', '-z'],
];

/**
 * Asks git for what a handoff has to tell, without secrets in it. Reads only; the facts are of one moment as far as
 * nobody works in the repository meanwhile.
 * @param folder key of a workspace folder: the repository that it lies in is told of as a whole.
 * @returns the facts, or why there are none. Rejects when it is aborted, and when git fails in the midst.
 */
export async function gatherHandoffFacts(git: Git, folder: string, signal?: AbortSignal): Promise<Gathered> {
  const questions = gitQuestions(git, folder, signal);
  try {
    const reason = await whyNoRepository(questions);
    return reason === null ? await gather(questions) : { reason };
  } catch (error) {
    if (error instanceof GitUnavailable) return { reason: error.message };
    throw error;
  }
}

async function whyNoRepository(git: GitQuestions): Promise<string | null> {
  const { exitCode, stdout, stderr } = await git.run(['rev-parse', '--is-inside-work-tree', '--is-bare-repository']);
  if (exitCode === 0) {
    const [inWorkTree, bare] = stdout.split('\n');
    if (inWorkTree === 'true') return null;
    return bare === 'true'
      ? 'This is a bare git repository: it has no files to work on.'
      : 'This is the inside of a git repository, not its files.';
  }
  if (stderr.includes('not a git repository')) return 'This folder is in no git repository.';
  if (stderr.includes('dubious ownership') || stderr.includes('unsafe repository')) {
    return 'Git does not read this repository because its folder belongs to another user (see safe.directory in git help config).';
  }
  return `Git cannot read this repository: ${stderr.trim().split('\n')[0] ?? ''}`;
}

async function gather(git: GitQuestions): Promise<Gathered> {
  const prefix = (await git.output(['rev-parse', '--show-prefix'])).replace(/\n$/, '');
  const upToRoot = '../'.repeat(prefix.split('/').length - 1);
  const gitDirectory = (await git.output(['rev-parse', '--git-dir'])).replace(/\n$/, '');
  const [statusOutput, branchRef, head, underWay, remoteNames, author, stashes, others] = await Promise.all([
    git.output(statusCommand),
    git.answer(['symbolic-ref', '--quiet', 'HEAD']),
    git.answer(['rev-parse', '--quiet', '--verify', 'HEAD^{commit}']),
    operationInProgress(git, gitDirectory),
    git.output(['remote']),
    git.answer(['config', '--get', 'user.name']),
    stashCount(git),
    othersUnknown(git, upToRoot),
  ]);
  const status = parseStatus(statusOutput);
  const remotes = remoteNames.split('\n').filter(Boolean);
  const upstream = branchRef === null ? null : await upstreamOf(git, branchRef);
  const base = head === null ? { reason: 'there is no commit yet' } : await baseOf(git, head, upstream, remotes);
  const baseHash = 'hash' in base ? base.hash : null;
  const [commits, changes] = await Promise.all([
    head === null ? { commits: [], complete: true } : commitsSince(git, head, baseHash),
    changesOf(git, status, head !== null && baseHash !== null ? { base: baseHash, head } : null, upToRoot),
  ]);
  const facts: HandoffFacts = {
    version: 1,
    repository: upToRoot.slice(0, -1) || '.',
    branch: shortBranch(branchRef ?? underWay.startedOn),
    detached: branchRef === null,
    head,
    upstream: status.upstream,
    ahead: status.ahead,
    behind: status.behind,
    operation: underWay.operation,
    base: baseHash,
    commits: commits.commits,
    files: mergePlaces(changes.changes),
    stashes,
    unknown: [
      ...('reason' in base ? [`The base, and with it the files that commits have changed: ${base.reason}.`] : []),
      ...upstreamUnknown(status, upstream, head),
      ...operationUnknown(underWay, branchRef === null),
      ...(remotes.length === 0 && head !== null ? ['What others have: the repository has no remote.'] : []),
      ...(commits.complete ? [] : [`Commits: only the newest ${commits.commits.length} are listed.`]),
      ...changes.unknown,
      ...nameUnknown(status),
      ...nestedUnknown(status),
      ...others,
    ],
    heldBack: [],
  };
  return {
    facts: await redactFacts(facts),
    prefix,
    remoteBranch: upstream?.remoteBranch ?? null,
    allCommitsListed: commits.complete,
    remotes,
    author: author ?? '',
  };
}

function shortBranch(ref: string | null): string | null {
  return ref?.replace(/^refs\/heads\//, '') ?? null;
}

async function stashCount(git: GitQuestions): Promise<number> {
  const stash = await git.answer(['rev-parse', '--quiet', '--verify', 'refs/stash']);
  return stash === null ? 0 : Number(await git.output(['rev-list', '--walk-reflogs', '--count', 'refs/stash', '--']));
}

function upstreamUnknown(status: Status, upstream: Upstream | null, head: string | null): string[] {
  if (status.upstream === null || head === null) return [];
  if (upstream === null)
    return [`How far the upstream ${status.upstream} is: it is not here, deleted or never fetched.`];
  if (upstream.remoteBranch === null)
    return [`What others have of it: the upstream ${status.upstream} is a branch of this machine.`];
  return [];
}

function operationUnknown({ operation, startedOn }: OperationInProgress, detached: boolean): string[] {
  if (operation !== 'rebase' || !detached) return [];
  const branch = shortBranch(startedOn);
  return [
    `How the rebase will end: HEAD is on its way${branch === null ? '' : `, and ${branch} still is where it was before`}.`,
  ];
}

function nameUnknown({ entries, untracked }: Status): string[] {
  const garbled = [...entries.map(({ path }) => path), ...untracked].filter((path) => path.includes('\u{FFFD}'));
  return garbled.length === 0
    ? []
    : [`Names that are not UTF-8, of ${garbled.length} changed files: they are shown with \u{FFFD}.`];
}

function nestedUnknown({ untracked }: Status): string[] {
  return untracked
    .filter((path) => path.endsWith('/'))
    .map((path) => `What has changed in ${path}: it is a repository of its own.`);
}

/** What `git status` is told not to look at. */
async function othersUnknown(git: GitQuestions, upToRoot: string): Promise<string[]> {
  const [shallow, index] = await Promise.all([
    git.output(['rev-parse', '--is-shallow-repository']),
    git.output(['ls-files', '-v', '--stage', '-z', '--full-name', ...(upToRoot ? ['--', upToRoot] : [])]),
  ]);
  const { submodules, assumedUnchanged, skipped } = parseIndex(index);
  const list = (paths: readonly string[]) =>
    paths.slice(0, 3).join(', ') + (paths.length > 3 ? `, … (${paths.length})` : '');
  return [
    ...(shallow.trim() === 'true' ? ['History before the oldest commit here: the clone is shallow.'] : []),
    ...(submodules.length > 0
      ? [`What has changed inside the submodules, and whether that is pushed: ${list(submodules)}.`]
      : []),
    ...(assumedUnchanged.length > 0
      ? [`Changes of files that git was told to take as unchanged: ${list(assumedUnchanged)}.`]
      : []),
    ...(skipped.length > 0 ? [`Changes of files that are skipped or not checked out: ${list(skipped)}.`] : []),
  ];
}
