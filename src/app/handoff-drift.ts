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
  const tips = new Map<string, Promise<readonly Tip[]>>();
  const drifts = new Map<string, Promise<Drift>>();

  async function ask(folder: string, { head, base, branch }: NoteOrigin & { head: string }): Promise<Drift> {
    const questions = gitQuestions(git, folder);
    const commit = await questions.answer(['rev-parse', '--quiet', '--verify', `${head}^{commit}`]);
    if (commit === null) return { kind: 'not-here' };
    const known = await once(tips, `${folder}\n${branch}`, () => tipsOf(questions, branch));
    const key = [folder, commit, base, ...known.map(({ hash }) => hash)].join('\n');
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

/** Where the branch stands, here and on the remotes as of the last fetch; without any of these, HEAD. */
async function tipsOf(git: GitQuestions, branch: string | null): Promise<readonly Tip[]> {
  // No branch's name holds what for-each-ref takes for a pattern (git-check-ref-format(1)).
  if (branch !== null && !/[*?[\\\s]/.test(branch)) {
    const patterns = [`refs/heads/${branch}`, `refs/remotes/*/${branch}`];
    const refs = await git.output(['for-each-ref', '--format=%(objectname) %(refname)', '--', ...patterns]);
    const found = refs.split('\n').flatMap((line): Tip[] => {
      const [, hash = '', ref = ''] = /^(\S+) (refs\/.*)$/.exec(line) ?? [];
      return ref.endsWith(`/${branch}`) ? [{ branch: shortRef(ref), hash }] : [];
    });
    if (found.length > 0) return found;
  }
  const hash = await git.answer(['rev-parse', '--quiet', '--verify', 'HEAD^{commit}']);
  return hash === null ? [] : [{ branch: 'HEAD', hash }];
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
