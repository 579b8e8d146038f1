import type { Gathered, HandoffFacts } from '../core/handoff/handoff-facts.ts';
import { mergePlaces } from '../core/handoff/merge-places.ts';
import { parseStatus } from '../core/handoff/parse-status.ts';
import { redactCommits, redactFacts } from '../core/handoff/redact-facts.ts';
import { baseOf, shortRef, upstreamOf } from './git-base.ts';
import { changesOf } from './git-changes.ts';
import { commitsPushedBefore, commitsSince } from './git-commits.ts';
import { operationInProgress } from './git-operation.ts';
import { type GitQuestions, gitQuestions } from './git-questions.ts';
import { overlookedByGit, unknownOf } from './git-unknown.ts';
import { type Git, isGitUnavailable } from './ports.ts';

const statusCommand = [
  ...['-c', 'status.renames=copies', '-c', 'status.renameLimit=1000', 'status'],
  ...['--porcelain=v2', '--branch', '--untracked-files=all', '--ignore-submodules=dirty', '-z'],
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
    if (isGitUnavailable(error)) return { reason: error.message };
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
  const { prefix, upToRoot, gitDirectory } = await placesOf(git);
  const [statusOutput, branchRef, head, underWay, remoteNames, author, stashes, overlooked] = await Promise.all([
    git.output(statusCommand),
    git.answer(['symbolic-ref', '--quiet', 'HEAD']),
    git.answer(['rev-parse', '--quiet', '--verify', 'HEAD^{commit}']),
    operationInProgress(git, gitDirectory),
    git.output(['remote']),
    git.answer(['config', '--get', 'user.name']),
    stashCount(git),
    overlookedByGit(git, upToRoot),
  ]);
  const status = parseStatus(statusOutput);
  const remotes = remoteNames.split('\n').filter(Boolean);
  const upstream = branchRef === null ? null : await upstreamOf(git, branchRef);
  const base = head === null ? { reason: 'there is no commit yet' } : await baseOf(git, head, upstream, remotes);
  const baseHash = 'hash' in base ? base.hash : null;
  const [commits, changes, pushedBefore] = await Promise.all([
    head === null ? { commits: [], complete: true } : commitsSince(git, head, baseHash),
    changesOf(git, status, head !== null && baseHash !== null ? { base: baseHash, head } : null, upToRoot),
    commitsPushedBefore(git, baseHash, upstream, remotes),
  ]);
  const startedOn = branchRef ?? underWay.startedOn;
  const facts: HandoffFacts = {
    version: 1,
    repository: upToRoot.slice(0, -1) || '.',
    branch: startedOn && shortRef(startedOn),
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
      ...unknownOf({ status, head, base, upstream, underWay, detached: branchRef === null, remotes, commits }),
      ...changes.unknown,
      ...overlooked,
    ],
    heldBack: [],
  };
  return {
    facts: await redactFacts(facts),
    prefix,
    pushedBefore: pushedBefore && { ...pushedBefore, commits: await redactCommits(pushedBefore.commits) },
    remoteBranch: upstream?.remoteBranch ?? null,
    allCommitsListed: commits.complete,
    remotes,
    author: author ?? '',
  };
}

/** Where we are in the repository, and where git keeps its own files; paths of git end in one line end of its own. */
async function placesOf(git: GitQuestions): Promise<{ prefix: string; upToRoot: string; gitDirectory: string }> {
  const path = async (flag: string) => (await git.output(['rev-parse', flag])).replace(/\n$/, '');
  const [prefix, gitDirectory] = await Promise.all([path('--show-prefix'), path('--git-dir')]);
  return { prefix, upToRoot: '../'.repeat(prefix.split('/').length - 1), gitDirectory };
}

async function stashCount(git: GitQuestions): Promise<number> {
  const stash = await git.answer(['rev-parse', '--quiet', '--verify', 'refs/stash']);
  return stash === null ? 0 : Number(await git.output(['rev-list', '--walk-reflogs', '--count', 'refs/stash', '--']));
}
