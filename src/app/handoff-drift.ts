import type { Drift } from '../core/handoff/drift.ts';
import type { HandoffReport } from '../core/handoff/read-note.ts';
import { shortRef } from './git-base.ts';
import { type GitQuestions, gitQuestions } from './git-questions.ts';
import { type Git, isGitUnavailable } from './ports.ts';

/** What of a note decides how far the world has moved since. */
export type NoteOrigin = Pick<HandoffReport, 'head' | 'base' | 'branch'>;

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

  async function ask(folder: string, { head, base, branch }: NoteOrigin & { head: string }): Promise<Drift> {
    const questions = gitQuestions(git, folder);
    const commit = await questions.answer(['rev-parse', '--quiet', '--verify', `${head}^{commit}`]);
    if (commit === null) return { kind: 'not-here' };
    const { head: checkedOut, branches } = await once(tips, folder, () => readTips(questions));
    const known = branches.get(branch ?? '') ?? checkedOut;
    const key = [folder, commit, base, ...known.flatMap((tip) => [tip.branch, tip.hash])].join('\n');
    return once(drifts, key, () => driftBetween(questions, { head: commit, base }, known));
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
}

async function readTips(git: GitQuestions): Promise<Tips> {
  const [refs, head] = await Promise.all([
    git.output(['for-each-ref', '--format=%(objectname) %(refname)', 'refs/heads', 'refs/remotes']),
    git.answer(['rev-parse', '--quiet', '--verify', 'HEAD^{commit}']),
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
  return { branches, head: head === null ? [] : [{ branch: 'HEAD', hash: head }] };
}

async function driftBetween(
  git: GitQuestions,
  { head, base }: { readonly head: string; readonly base: string | null },
  tips: readonly Tip[],
): Promise<Drift> {
  let furthest: (Tip & { commits: number }) | null = null;
  for (const tip of tips) {
    const commits = Number(await git.output(['rev-list', '--count', `${head}..${tip.hash}`, '--']));
    if (furthest === null || commits > furthest.commits) furthest = { ...tip, commits };
  }
  if (furthest === null || furthest.commits === 0) return { kind: 'none' };
  const { branch, hash, commits } = furthest;
  const { exitCode } = await git.run(['merge-base', '--is-ancestor', head, hash]);
  const changed = await pathsBetween(git, head, hash);
  const about = base === null ? null : await pathsOfNote(git, base, head);
  return {
    kind: 'moved',
    branch,
    hash,
    commits,
    rewritten: exitCode === 1,
    files: about?.size ?? null,
    changed: about === null ? changed : changed.filter((path) => about.has(path)),
  };
}

async function pathsBetween(git: GitQuestions, from: string, to: string): Promise<string[]> {
  const output = await git.output(['diff-tree', '-r', '-z', '--name-only', '--no-renames', from, to, '--']);
  return output.split('\0').filter(Boolean);
}

/** The files of the commits that the note tells of; null where its base is not here. */
async function pathsOfNote(git: GitQuestions, base: string, head: string): Promise<ReadonlySet<string> | null> {
  const commit = await git.answer(['rev-parse', '--quiet', '--verify', `${base}^{commit}`]);
  return commit === null ? null : new Set(await pathsBetween(git, commit, head));
}
