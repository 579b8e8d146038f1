import type { Gathered, HandoffFacts } from '../core/handoff/handoff-facts.ts';
import { type MergedFile, mergePlaces } from '../core/handoff/merge-places.ts';
import { redactCommits, redactFacts } from '../core/handoff/redact-facts.ts';
import { changesOf } from './git-changes.ts';
import { type Commits, commitsPushedBefore, commitsSince, ownPaths } from './git-commits.ts';
import { insidesOf, lookIntoDiff } from './git-insides.ts';
import { type GitQuestions, gitQuestions } from './git-questions.ts';
import { type Start, startOf } from './git-since.ts';
import { type GitPlaces, placesOf, stateOf, statusOf } from './git-state.ts';
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
    const places = await placesOf(questions);
    return 'reason' in places ? places : await gather(questions, places, question);
  } catch (error) {
    if (isGitUnavailable(error)) return { reason: error.message };
    throw error;
  }
}

async function gather(git: GitQuestions, places: GitPlaces, question: HandoffQuestion): Promise<Gathered> {
  const { prefix, upToRoot } = places;
  // What takes long runs beside what is asked step by step.
  const [status, history, author, stashes, overlooked] = await Promise.all([
    statusOf(git),
    historyOf(git, places, question),
    git.answer(['config', '--get', 'user.name']),
    stashCount(git),
    overlookedByGit(git, places),
  ]);
  const { state, start, commits, pushedBefore, diff } = history;
  const { head, branch, upstream, underWay, remotes, detached } = state;
  const { base } = start;
  const baseHash = 'hash' in base ? base.hash : null;
  const stagedOnly = start.since.kind === 'staged';
  const range = head !== null && baseHash !== null ? { base: baseHash, head } : null;
  const changes = await changesOf(git, status, range, upToRoot, diff.lines);
  const all = mergePlaces(changes.changes);
  const told = stagedOnly ? all.filter(({ where }) => where.includes('staged')) : all;
  const [insides, own] = await Promise.all([
    insidesOf(git, diff, told, { indexOnly: stagedOnly, prefix, readWorkItem: question.readWorkItem }),
    ownPaths(git, commits),
  ]);
  const isOwn = ({ path, where }: MergedFile) =>
    own === null || own.has(path) || where.some((place) => place !== 'committed');
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
    files: told.map((file) => ({ ...file, touched: insides.touched.get(file.path) ?? [], own: isOwn(file) })),
    leftOut: all.length - told.length,
    workItems: insides.workItems,
    todos: insides.todos,
    decisions: commits.decisions,
    stashes,
    unknown: [...unknownOf({ ...state, status, base, commits }), ...changes.unknown, ...insides.unknown, ...overlooked],
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

/** Where HEAD is, what it is compared with, the commits in between, and what the lines tell that have changed since. */
async function historyOf(git: GitQuestions, places: GitPlaces, { since, notes = [] }: HandoffQuestion) {
  const state = await stateOf(git, places);
  const { head, upstream, remotes } = state;
  if (head === null) {
    const start: Start = {
      since: { kind: since?.kind ?? 'uncommitted', of: null },
      base: { reason: 'there is no commit yet' },
    };
    const diff = await lookIntoDiff(git, { base: await emptyTree(git), indexOnly: false });
    return { state, start, commits: noCommits, pushedBefore: null, diff };
  }
  const start = await startOf(git, since, { ...state, head, notes });
  const base = 'hash' in start.base ? start.base.hash : null;
  const [commits, pushedBefore, diff] = await Promise.all([
    commitsSince(git, head, base),
    start.since.kind === 'unpushed' ? commitsPushedBefore(git, base, upstream, remotes) : null,
    lookIntoDiff(git, { base: base ?? head, indexOnly: start.since.kind === 'staged' }),
  ]);
  return { state, start, commits, pushedBefore, diff };
}

const noCommits: Commits = { commits: [], decisions: [], complete: true };

/** The tree of a repository without a commit; every hash function has its own. Nothing is written. */
async function emptyTree(git: GitQuestions): Promise<string> {
  return (await git.output(['hash-object', '-t', 'tree', '--stdin'])).trim();
}

async function stashCount(git: GitQuestions): Promise<number> {
  const stash = await git.answer(['rev-parse', '--quiet', '--verify', 'refs/stash']);
  return stash === null ? 0 : Number(await git.output(['rev-list', '--walk-reflogs', '--count', 'refs/stash', '--']));
}
