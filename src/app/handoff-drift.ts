import type { Drift } from '../core/handoff/drift.ts';
import type { HandoffReport } from '../core/handoff/read-note.ts';
import { defaultBranch, mergeBase, shortRef } from './git-base.ts';
import { type GitQuestions, gitQuestions } from './git-questions.ts';
import { type Git, isGitUnavailable } from './ports.ts';

/** What of a note decides how far the world has moved since. */
export interface NoteOrigin extends Pick<HandoffReport, 'head' | 'base' | 'branch'> {
  /** Of the note, relative to the folder: that it was committed is no news. */
  readonly path: string;
}

/** Tells how far the world has moved since handoff notes were written; git is only read. */
export interface DriftSource {
  /** Null where the note names no commit, or git is not to be had. */
  of(folder: string, note: NoteOrigin): Promise<Drift | null>;
  /** Has git asked anew where the branches stand, as after a fetch; what lies between two commits stays known. */
  forget(): void;
}

interface Tip {
  readonly branch: string;
  readonly hash: string;
}

/** @param warn gets why git could not tell, where that is not in the nature of the folder. */
export function createDrift(git: Git, warn: (message: string) => void): DriftSource {
  /** By folder. */
  const tips = new Map<string, Promise<Tips>>();
  const drifts = new Map<string, Promise<Drift>>();

  async function ask(folder: string, { head, base, branch, path }: NoteOrigin & { head: string }): Promise<Drift> {
    const questions = gitQuestions(git, folder);
    const commit = await questions.answer(['rev-parse', '--quiet', '--verify', `${head}^{commit}`]);
    if (commit === null) return { kind: 'not-here' };
    const { head: checkedOut, branches, prefix } = await once(tips, folder, () => readTips(questions));
    const known = branches.get(branch ?? '') ?? checkedOut;
    const key = [folder, path, commit, base, ...known.flatMap((tip) => [tip.branch, tip.hash])].join('\n');
    return once(drifts, key, () => driftBetween(questions, { head: commit, base, note: prefix + path }, known));
  }

  return {
    async of(folder, note) {
      const { head } = note;
      if (head === null) return null;
      try {
        return await ask(folder, { ...note, head });
      } catch (error) {
        if (!isGitUnavailable(error))
          warn(`How far a handoff note is behind is left out: ${error instanceof Error ? error.message : error}`);
        return null;
      }
    },
    forget: () => tips.clear(),
  };
}

function once<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? ask();
  known.set(key, found);
  // What failed is asked again.
  found.catch(() => known.delete(key));
  return found;
}

/** Where the branches stand, here and on the remotes as of the last fetch. */
interface Tips {
  /** By the branch's name without that of a remote. */
  readonly branches: ReadonlyMap<string, readonly Tip[]>;
  /** HEAD; empty before the first commit. */
  readonly head: readonly Tip[];
  /** Path of the folder below the repository's root: empty, or ending in `/`. */
  readonly prefix: string;
}

async function readTips(git: GitQuestions): Promise<Tips> {
  const [refs, head, prefix] = await Promise.all([
    git.output(['for-each-ref', '--format=%(objectname) %(refname)', 'refs/heads', 'refs/remotes']),
    git.answer(['rev-parse', '--quiet', '--verify', 'HEAD^{commit}']),
    git.answer(['rev-parse', '--show-prefix']),
  ]);
  const branches = new Map<string, Tip[]>();
  for (const [, hash = '', ref = '', name = ''] of refs.matchAll(
    /^(\S+) (refs\/(?:heads|remotes\/[^/\n]+)\/(.+))$/gm,
  )) {
    const tip = { branch: shortRef(ref), hash };
    const known = branches.get(name);
    if (known) known.push(tip);
    else branches.set(name, [tip]);
  }
  return { branches, head: head === null ? [] : [{ branch: 'HEAD', hash: head }], prefix: prefix ?? '' };
}

interface NoteCommits {
  /** Full hash. */
  readonly head: string;
  readonly base: string | null;
  /** Path of the note, relative to the repository's root. */
  readonly note: string;
}

async function driftBetween(git: GitQuestions, of: NoteCommits, tips: readonly Tip[]): Promise<Drift> {
  const { head, note } = of;
  let furthest: (Tip & { commits: number }) | null = null;
  for (const tip of tips) {
    const commits = await commitsBetween(git, of, tip.hash);
    if (furthest === null || commits > furthest.commits) furthest = { ...tip, commits };
  }
  if (furthest === null || furthest.commits === 0) return { kind: 'none' };
  const { branch, hash, commits } = furthest;
  const { exitCode } = await git.run(['merge-base', '--is-ancestor', head, hash]);
  const changed = (await pathsBetween(git, head, hash)).filter((path) => path !== note);
  const start = await startOfWork(git, of);
  const about = start === null ? null : new Set(await pathsBetween(git, start, head));
  return {
    kind: 'moved',
    branch,
    hash,
    commits,
    rewritten: exitCode === 1,
    files: about?.size ?? null,
    changed: about ? changed.filter((path) => about.has(path)) : changed,
  };
}

/** How many commits are looked into. */
const mostCommits = 1000;

/** How many commits `to` has that the note does not know of, without those that change nothing but the note, and without merges. */
async function commitsBetween(git: GitQuestions, { head, note }: NoteCommits, to: string): Promise<number> {
  const flags = ['-z', '--name-only', '--no-renames', '--no-show-signature', '--no-decorate', '--format=%x02%H'];
  const log = await git.output(['log', ...flags, `--max-count=${mostCommits}`, `${head}..${to}`, '--']);
  const commits = log.split('\x02').slice(1);
  if (commits.length === mostCommits)
    return Number(await git.output(['rev-list', '--count', '--no-merges', `${head}..${to}`, '--']));
  const changes = commits.map((commit) => commit.split(/[\0\n]+/).slice(1));
  return changes.filter((paths) => paths.some((path) => path !== '' && path !== note)).length;
}

/**
 * Where the work of a note began: its base or, where all was pushed when it was written, where its branch left the default
 * branch. Null where neither is known here.
 */
export async function startOfWork(
  git: GitQuestions,
  { base, head }: { readonly base: string | null; readonly head: string },
): Promise<string | null> {
  if (base !== null && !head.startsWith(base))
    return git.answer(['rev-parse', '--quiet', '--verify', `${base}^{commit}`]);
  const remotes = (await git.output(['remote'])).split('\n').filter(Boolean);
  const main = await defaultBranch(git, remotes);
  const fork = 'reason' in main ? main : await mergeBase(git, head, main.ref);
  return 'reason' in fork || fork.hash === head ? null : fork.hash;
}

async function pathsBetween(git: GitQuestions, from: string, to: string): Promise<string[]> {
  const output = await git.output(['diff-tree', '-r', '-z', '--name-only', '--no-renames', from, to, '--']);
  return output.split('\0').filter(Boolean);
}
