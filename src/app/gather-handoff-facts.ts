import type { Gathered, HandoffFacts } from '../core/handoff/handoff-facts.ts';
import { mergePlaces } from '../core/handoff/merge-places.ts';
import { redactCommits, redactFacts } from '../core/handoff/redact-facts.ts';
import { changesOf } from './git-changes.ts';
import { commitsPushedBefore, commitsSince } from './git-commits.ts';
import { insidesOf, lookIntoDiff } from './git-insides.ts';
import { type GitQuestions, gitQuestions } from './git-questions.ts';
import { type Start, startOf } from './git-since.ts';
import { placesOf, stateOf } from './git-state.ts';
import { overlookedByGit, unknownOf } from './git-unknown.ts';
import { type Git, isGitUnavailable } from './ports.ts';
import type { ReadWorkItem } from './read-work-item.ts';
import type { EarlierNote, Since } from './since.ts';

export interface HandoffQuestion {
  /** Without it, the last handoff of the branch; before the first one, the upstream, else the default branch. */
  readonly since?: Since;
  /** The handoff notes that are known, of whatever branch. */
  readonly notes?: readonly EarlierNote[];
  /** How the documents of the folder are read; paths are relative to it. */
  readonly readWorkItem: ReadWorkItem;
  readonly signal?: AbortSignal;
}

/**
 * Asks git for what a handoff has to tell, without secrets in it. Reads only; the facts are of one moment as far as
 * nobody works in the repository meanwhile.
 * @param folder key of a workspace folder: the repository that it lies in is told of as a whole.
 * @returns the facts, or why there are none. Rejects when it is aborted, when git fails in the midst, and with a
 * sentence for the user where there is nothing that `since` could mean.
 */
export async function gatherHandoffFacts(git: Git, folder: string, question: HandoffQuestion): Promise<Gathered> {
  const questions = gitQuestions(git, folder, question.signal);
  try {
    const reason = await whyNoRepository(questions);
    return reason === null ? await gather(questions, question) : { reason };
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

async function gather(git: GitQuestions, { since, notes = [], readWorkItem }: HandoffQuestion): Promise<Gathered> {
  const places = await placesOf(git);
  const { prefix, upToRoot } = places;
  const [state, author, stashes, overlooked] = await Promise.all([
    stateOf(git, places),
    git.answer(['config', '--get', 'user.name']),
    stashCount(git),
    overlookedByGit(git, places),
  ]);
  const { status, head, branch, upstream, underWay, remotes, detached } = state;
  const start: Start =
    head === null
      ? { since: { kind: since?.kind ?? 'uncommitted', of: null }, base: { reason: 'there is no commit yet' } }
      : await startOf(git, since, { head, branch, upstream, remotes, notes });
  const { base } = start;
  const baseHash = 'hash' in base ? base.hash : null;
  const stagedOnly = start.since.kind === 'staged';
  const compared = { base: baseHash ?? head ?? (await emptyTree(git)), indexOnly: stagedOnly };
  const [commits, changes, pushedBefore, diff] = await Promise.all([
    head === null ? { commits: [], decisions: [], complete: true } : commitsSince(git, head, baseHash),
    changesOf(git, status, head !== null && baseHash !== null ? { base: baseHash, head } : null, upToRoot),
    start.since.kind === 'unpushed' ? commitsPushedBefore(git, baseHash, upstream, remotes) : null,
    lookIntoDiff(git, compared),
  ]);
  const all = mergePlaces(changes.changes);
  const told = stagedOnly ? all.filter(({ where }) => where.includes('staged')) : all;
  const insides = await insidesOf(git, diff, told, { indexOnly: stagedOnly, prefix, readWorkItem });
  const facts: HandoffFacts = {
    version: 1,
    repository: upToRoot.slice(0, -1) || '.',
    branch,
    detached,
    head,
    upstream: status.upstream,
    ahead: status.ahead,
    behind: status.behind,
    operation: underWay.operation,
    since: start.since,
    base: baseHash,
    commits: commits.commits,
    files: told.map((file) => ({ ...file, touched: insides.touched.get(file.path) ?? [] })),
    leftOut: all.length - told.length,
    workItems: insides.workItems,
    todos: insides.todos,
    decisions: commits.decisions,
    stashes,
    unknown: [...unknownOf({ ...state, base, commits }), ...changes.unknown, ...insides.unknown, ...overlooked],
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

/** The tree of a repository without a commit; every hash function has its own. Nothing is written. */
async function emptyTree(git: GitQuestions): Promise<string> {
  return (await git.output(['hash-object', '-t', 'tree', '--stdin'])).trim();
}

async function stashCount(git: GitQuestions): Promise<number> {
  const stash = await git.answer(['rev-parse', '--quiet', '--verify', 'refs/stash']);
  return stash === null ? 0 : Number(await git.output(['rev-list', '--walk-reflogs', '--count', 'refs/stash', '--']));
}
