import type { Gathered, HandoffFacts } from '../core/handoff/handoff-facts.ts';
import { type MergedFile, mergePlaces } from '../core/handoff/merge-places.ts';
import type { NamedPart } from '../core/handoff/outline.ts';
import { redactCommits, redactFacts } from '../core/handoff/redact-facts.ts';
import {
  type Comparing,
  changedOnMain,
  changesOf,
  committedDiff,
  comparing,
  noDiff,
  notCommitted,
} from './git-changes.ts';
import { type Commits, commitsPushedBefore, commitsSince, ownPaths } from './git-commits.ts';
import { insidesOf, lookIntoDiff, outlinesOf } from './git-insides.ts';
import { type GitQuestions, gitQuestions } from './git-questions.ts';
import { type Start, startOf } from './git-since.ts';
import { type GitPlaces, type GitState, placesOf, stateOf } from './git-state.ts';
import { overlookedByGit, unknownOf } from './git-unknown.ts';
import { type Git, isGitUnavailable } from './ports.ts';
import type { ReadWorkItem } from './read-work-item.ts';
import type { EarlierNote, Since } from './since.ts';
import { testCommandFor } from './test-command.ts';
import { whereToStart } from './where-to-start.ts';

export interface HandoffQuestion {
  /** Without it, the last handoff of the branch; before the first one, the upstream, else the default branch. */
  readonly since?: Since;
  /** The handoff notes that are known, of whatever branch. */
  readonly notes?: readonly EarlierNote[] | Promise<readonly EarlierNote[]>;
  /** How the documents of the folder are read; paths are relative to it. */
  readonly readWorkItem: ReadWorkItem;
  /** What an editor knows of files of the folder, by paths relative to it; null where it knows nothing. */
  readonly symbolsOf?: (path: string) => Promise<readonly NamedPart[] | null>;
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
  const compared = comparing(git);
  const asked = stateOf(git, places);
  // What takes long runs beside what is asked step by step.
  const [uncommitted, history, overlooked] = await Promise.all([
    notCommitted(git, compared, asked, upToRoot),
    historyOf(git, compared, asked, question),
    overlookedByGit(git, places),
  ]);
  const { status } = uncommitted;
  const { state, start, commits, pushedBefore, onMain, diff, stashes, own } = history;
  const { head, branch, upstream, underWay, remotes, detached, self } = state;
  const { base } = start;
  const baseHash = 'hash' in base ? base.hash : null;
  const stagedOnly = start.since.kind === 'staged';
  const changes = await changesOf(compared, uncommitted, history.committed, diff.lines);
  const all = mergePlaces(changes.changes);
  const told = stagedOnly ? all.filter(({ where }) => where.includes('staged')) : all;
  const outlineOf = outlinesOf(git, places, question.symbolsOf);
  const insides = await insidesOf(git, diff, told, {
    indexOnly: stagedOnly,
    prefix,
    readWorkItem: question.readWorkItem,
    outlineOf,
  });
  const notes = (await (question.notes ?? [])).flatMap(({ path, handoff }) => (handoff ? prefix + path : []));
  const files = {
    files: told,
    commits: [...commits.commits, ...(pushedBefore?.commits ?? [])],
    places: insides.places,
    outlineOf,
    notes: new Set(notes),
  };
  const left = await whereToStart(git, upToRoot, files);
  const both = told.flatMap(({ path, oldPath }) => (onMain?.paths.has(oldPath ?? path) ? path : []));
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
    start: left,
    test: left && (await testCommandFor(git, upToRoot, left.path)),
    alsoChanged: both.length > 0 && onMain ? { by: onMain.by, paths: both } : null,
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
    author: self.name ?? '',
  };
}

/** Where HEAD is, what it is compared with, the commits in between, and what the lines tell that have changed since. */
async function historyOf(
  git: GitQuestions,
  compared: Comparing,
  asked: Promise<GitState>,
  { since, notes = [] }: HandoffQuestion,
) {
  const state = await asked;
  const { head } = state;
  if (head === null) {
    const start: Start = {
      since: { kind: since?.kind ?? 'uncommitted', of: null },
      base: { reason: 'there is no commit yet' },
    };
    const diff = await lookIntoDiff(git, { base: await emptyTree(git), indexOnly: false });
    const stashes = await stashCount(git, state);
    const none = { commits: noCommits, own: null, pushedBefore: null, committed: noDiff, onMain: null };
    return { state, start, ...none, diff, stashes };
  }
  const start = await startOf(git, since, { ...state, head, notes });
  const base = 'hash' in start.base ? start.base.hash : null;
  const [[commits, own], pushedBefore, committed, onMain, diff, stashes] = await Promise.all([
    commitsSince(git, { ...state, head }, base).then(async (found) => [found, await ownPaths(git, found)] as const),
    start.since.kind === 'unpushed' ? commitsPushedBefore(git, state, base) : null,
    committedDiff(compared, base, head),
    changedOnMain(git, state),
    lookIntoDiff(git, { base: base ?? head, indexOnly: start.since.kind === 'staged' }),
    stashCount(git, state),
  ]);
  return { state, start, commits, own, pushedBefore, committed, onMain, diff, stashes };
}

const noCommits: Commits = { commits: [], decisions: [], complete: true };

/** The tree of a repository without a commit; every hash function has its own. Nothing is written. */
async function emptyTree(git: GitQuestions): Promise<string> {
  return (await git.output(['hash-object', '-t', 'tree', '--stdin'])).trim();
}

async function stashCount(git: GitQuestions, { hasStash }: Pick<GitState, 'hasStash'>): Promise<number> {
  return hasStash ? Number(await git.output(['rev-list', '--walk-reflogs', '--count', 'refs/stash', '--'])) : 0;
}
