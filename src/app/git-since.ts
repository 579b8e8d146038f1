import type { SinceFact } from '../core/handoff/handoff-facts.ts';
import { type Base, mergeBase, shortRef } from './git-base.ts';
import type { GitQuestions } from './git-questions.ts';
import type { GitState } from './git-state.ts';
import { type EarlierNote, lastNoteOf, type Since } from './since.ts';

/** How things stand where there is a commit, and the handoff notes that are known, of whatever branch. */
export interface Standing extends Pick<GitState, 'branch' | 'upstream' | 'defaultBranch'> {
  readonly head: string;
  readonly notes: readonly EarlierNote[] | Promise<readonly EarlierNote[]>;
}

export interface Start {
  readonly since: SinceFact;
  readonly base: Base;
}

/**
 * The commit that everything is compared with.
 * @param since without it, the last handoff of the branch or, before the first one, for what has come since the upstream,
 * or without an upstream since the default branch.
 * Rejects with what is wrong with a commit or a date that somebody gave.
 */
export async function startOf(git: GitQuestions, since: Since | undefined, standing: Standing): Promise<Start> {
  const { head, upstream } = standing;
  switch (since?.kind) {
    case undefined:
      return (await sinceLastHandoff(git, standing)) ?? sinceUpstream(git, standing);
    case 'last-handoff': {
      const start = await sinceLastHandoff(git, standing);
      if (start) return start;
      const on = standing.branch === null ? 'without a branch' : `of the branch ${standing.branch}`;
      throw new Error(`There is no earlier handoff ${on} that says at which commit it was written.`);
    }
    case 'unpushed':
      return upstream
        ? sinceUpstream(git, standing)
        : { since: { kind: 'unpushed', of: null }, base: await unpushedBase(git, head) };
    case 'uncommitted':
    case 'staged':
      return { since: { kind: since.kind, of: null }, base: { hash: head } };
    case 'base':
      return sinceBase(git, standing);
    case 'commit':
      return { since: { kind: 'commit', of: since.of }, base: { hash: await ancestor(git, since.of, head) } };
    case 'date':
      return { since: { kind: 'date', of: since.of }, base: await baseAt(git, since, head) };
  }
}

/** Null where there is no earlier handoff. */
async function sinceLastHandoff(git: GitQuestions, { head, branch, notes }: Standing): Promise<Start | null> {
  const last = branch === null ? null : lastNoteOf(await notes, branch);
  if (!last) return null;
  const since: SinceFact = { kind: 'last-handoff', of: last.path };
  const hash = await commitOf(git, last.head);
  if (hash === null) return { since, base: { reason: `the commit of the last handoff, ${last.path}, is not here` } };
  if (await isAncestor(git, hash, head)) return { since, base: { hash } };
  // The branch was rebased, or taken back: what both have in common was handed off.
  const common = await git.answer(['merge-base', hash, head]);
  const gone = `the last handoff, ${last.path}, was written at a commit that the branch no longer has`;
  return { since, base: common === null ? { reason: gone } : { hash: common, remark: gone } };
}

/** From where the work was taken up: the merge base with the upstream, else with the remote's default branch. */
async function sinceUpstream(git: GitQuestions, { head, upstream, defaultBranch }: Standing): Promise<Start> {
  if (upstream) {
    const base = upstream.hasAll ? { hash: head } : await mergeBase(git, head, upstream.ref);
    return { since: { kind: 'unpushed', of: shortRef(upstream.ref) }, base };
  }
  const main = await defaultBranch();
  if ('reason' in main)
    return { since: { kind: 'base', of: null }, base: { reason: `there is no upstream, and ${main.reason}` } };
  return { since: { kind: 'base', of: shortRef(main.ref) }, base: await mergeBase(git, head, main.ref) };
}

/** A branch's base is the branch that it will go into: an upstream of another name, else the default branch. */
async function sinceBase(git: GitQuestions, standing: Standing): Promise<Start> {
  const { head, branch, upstream, defaultBranch } = standing;
  const isOwn = upstream?.remoteBranch?.branch === branch;
  const main = upstream && !isOwn ? { ref: upstream.ref } : await defaultBranch();
  if ('reason' in main) return { since: { kind: 'base', of: null }, base: main };
  return { since: { kind: 'base', of: shortRef(main.ref) }, base: await mergeBase(git, head, main.ref) };
}

/** The one commit behind all that no remote-tracking branch has. */
async function unpushedBase(git: GitQuestions, head: string): Promise<Base> {
  const listed = (await git.output(['rev-list', '--boundary', head, '--not', '--remotes'])).split('\n').filter(Boolean);
  const boundaries = listed.filter((line) => line.startsWith('-'));
  if (listed.length === 0) return { hash: head };
  if (boundaries.length === 0) return { reason: 'no commit of this history is pushed' };
  if (boundaries.length > 1) return { reason: 'the commits that are not pushed begin at several others' };
  return { hash: boundaries[0]?.slice(1) ?? head };
}

async function ancestor(git: GitQuestions, revision: string, head: string): Promise<string> {
  const hash = await commitOf(git, revision);
  if (hash === null) throw new Error(`There is no commit “${revision}” here.`);
  if (await isAncestor(git, hash, head)) return hash;
  const common = await git.answer(['merge-base', hash, head]);
  const instead = common === null ? 'they have no commit in common' : `they part at ${common.slice(0, 10)}`;
  throw new Error(`“${revision}” does not lie before HEAD: ${instead}.`);
}

async function isAncestor(git: GitQuestions, hash: string, head: string): Promise<boolean> {
  return (await git.answer(['merge-base', '--is-ancestor', hash, head])) !== null;
}

/** The full hash of the commit that a person means; null where there is none. */
async function commitOf(git: GitQuestions, revision: string): Promise<string | null> {
  // What begins with a dash names no commit, but an option.
  if (revision === '' || revision.startsWith('-')) return null;
  return git.answer(['rev-parse', '--quiet', '--verify', `${revision}^{commit}`]);
}

/** The newest commit of the branch itself, not of what was merged into it, from before that moment. */
async function baseAt(git: GitQuestions, { at, of }: Extract<Since, { kind: 'date' }>, head: string): Promise<Base> {
  const before = Math.ceil(at / 1000) - 1;
  const hash = (await git.output(['rev-list', '--first-parent', '--max-count=1', `--min-age=${before}`, head])).trim();
  if (hash === '') throw new Error(`The branch has no commit from before ${of}.`);
  return { hash };
}
