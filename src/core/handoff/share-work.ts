import type { FileFact, HandoffFacts, Repository } from './handoff-facts.ts';
import { counted, uncommittedFiles, unpushedCommits, unpushedCount } from './note-words.ts';
import { heldBackMark } from './redact.ts';
import { isSecretFile } from './secret-files.ts';
import { isVisible, shellWord, visible } from './visible.ts';

/** A command of git that changes something, for the user to agree to. */
export interface GitStep {
  readonly args: readonly string[];
  /** What it reads from standard input; empty for nothing. */
  readonly input: string;
  /** The command as a person would type it, in one line. */
  readonly shown: string;
}

/** What would be run, or why nothing can be, in words for the user. */
export type SharePlan =
  | { readonly steps: readonly GitStep[]; readonly leftOut: readonly string[] }
  | { readonly reason: string };

/** How many paths of a command are shown; the rest is counted. */
const mostShown = 8;

/** What nobody else can see yet and git could commit or push: `6 files are not committed, 2 commits are not pushed`; empty for nothing. */
export function notShared(repository: Repository): string {
  const files = uncommittedFiles(repository.facts).length;
  const commits = unpushedCommits(repository.facts).length;
  return [
    ...(files > 0 ? [`${counted(files, 'file')} ${files === 1 ? 'is' : 'are'} not committed`] : []),
    ...(commits > 0 && remoteFor(repository) !== null
      ? [`${unpushedCount(repository)} ${commits === 1 ? 'is' : 'are'} not pushed`]
      : []),
  ].join(', ');
}

/** Commits everything that is not committed to `branch`, made where it is not the one that is checked out, and pushes it. */
export function commitAndPushPlan(repository: Repository, branch: string, message: string): SharePlan {
  const { facts } = repository;
  const files = uncommittedFiles(facts);
  const inTheWay = whyNotNow(facts) ?? secretInIndex(files);
  if (inTheWay !== null) return { reason: inTheWay };
  const toAdd = files.filter(({ where }) => where.includes('unstaged') || where.includes('untracked'));
  const leftOut = toAdd.map(({ path }) => path).filter(isLeftOut);
  const paths = toAdd.map(({ path }) => path).filter((path) => !leftOut.includes(path));
  const commits = files.length > leftOut.length;
  const steps = [
    ...(branch === facts.branch && !facts.detached ? [] : [step(['switch', '--create', branch])]),
    ...(paths.length > 0 ? [addStep(paths)] : []),
    ...(commits ? [step(['commit', '--message', message])] : []),
    ...pushStep(repository, branch),
  ];
  const changes = commits || unpushedCommits(facts).length > 0;
  return changes ? { steps, leftOut } : { reason: 'Everything is committed and pushed already, as of the last fetch.' };
}

/**
 * Commits one file, such as a handoff note, and nothing else, and pushes the branch.
 * @param path relative to the repository's root.
 */
export function shareFilePlan(repository: Repository, path: string, message: string): SharePlan {
  const { facts } = repository;
  const inTheWay = whyNotNow(facts);
  if (inTheWay !== null) return { reason: inTheWay };
  if (facts.branch === null || facts.detached)
    return { reason: 'No branch is checked out (HEAD is detached): switch to one first.' };
  const changed = uncommittedFiles(facts).some((file) => file.path === path);
  const steps = [
    ...(changed ? [addStep([path]), step(['commit', '--message', message, '--only', '--', path])] : []),
    ...(changed || unpushedCommits(facts).length > 0 ? pushStep(repository, facts.branch) : []),
  ];
  return steps.length > 0
    ? { steps, leftOut: [] }
    : { reason: 'It is committed and pushed already, as of the last fetch.' };
}

/** A branch to commit work in progress to: the one that is checked out, unless others build on that one. */
export function suggestedBranch(repository: Repository, slug: string): string {
  const { branch, detached, behind } = repository.facts;
  const others = /^(main|master|trunk|develop|development|dev|release\b.*)$/;
  return branch !== null && !detached && !behind && !others.test(branch) ? branch : `wip/${slug}`;
}

/** Why a name cannot be that of a branch; null where it can. After git-check-ref-format(1), and nothing that does not show. */
export function branchNameFault(name: string): string | null {
  if (name === '') return 'A branch needs a name.';
  const refused = /^[-/]|[\s~^:?*[\\]|\.\.|@\{|\/\/|\/$|\.$|^@$|^HEAD$/.test(name) || !isVisible(name);
  const parts = name.split('/').some((part) => part.startsWith('.') || part.endsWith('.lock'));
  return refused || parts ? 'Git takes no branch of that name.' : null;
}

/** Repositories of their own, what holds secrets by custom, and what cannot be named to git: names with a secret, or not in UTF-8. */
const isLeftOut = (path: string): boolean =>
  path.endsWith('/') || isSecretFile(path) || path.includes(heldBackMark) || path.includes('\uFFFD');

function whyNotNow({ operation, files, branch }: HandoffFacts): string | null {
  if (branch?.includes(heldBackMark)) return 'The name of the branch holds what looks like a secret: rename it first.';
  if (operation !== 'none') return `git ${operation} is in progress: finish it, or give it up, first.`;
  const conflict = files.find(({ change }) => change === 'conflicted');
  return conflict ? `${conflict.path} is in conflict: mend that first.` : null;
}

/** A file that must not be committed by us is in the index already: whoever put it there has to say so themselves. */
function secretInIndex(files: readonly FileFact[]): string | null {
  const secret = files.find(({ path, where }) => where.includes('staged') && isSecretFile(path));
  return secret
    ? `${secret.path} is staged, and files of that name hold secrets by custom. Unstage it, or commit it yourself, first.`
    : null;
}

const remoteFor = ({ remoteBranch, remotes }: Repository): string | null =>
  remoteBranch?.remote ?? (remotes.includes('origin') ? 'origin' : (remotes[0] ?? null));

function pushStep(repository: Repository, branch: string): GitStep[] {
  const remote = remoteFor(repository);
  if (remote === null) return [];
  const known = repository.facts.branch === branch && repository.remoteBranch?.branch === branch;
  return [
    step([
      'push',
      ...(known ? [] : ['--set-upstream']),
      remote,
      branch.startsWith('-') ? `refs/heads/${branch}` : branch,
    ]),
  ];
}

function step(args: readonly string[]): GitStep {
  return { args, input: '', shown: visible(['git', ...args.map(shellWord)].join(' ')) };
}

/** By standard input: a command line has room for some paths only, and takes those with `*` for patterns. */
function addStep(paths: readonly string[]): GitStep {
  const more = paths.length - mostShown;
  const named = paths.slice(0, mostShown).map(shellWord).join(' ');
  return {
    args: ['--literal-pathspecs', 'add', '--pathspec-from-file=-', '--pathspec-file-nul'],
    input: paths.join('\0'),
    shown: `git add -- ${visible(named)}${more > 0 ? ` … (and ${counted(more, 'more file')})` : ''}`,
  };
}
