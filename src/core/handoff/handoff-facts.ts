import type { LineCounts } from './parse-diff.ts';
import type { TestCommand } from './test-commands.ts';

/** What git is in the middle of. */
export type Operation = 'none' | 'merge' | 'rebase' | 'cherry-pick' | 'revert' | 'am' | 'bisect';

/** What has happened to a file. */
export type Change =
  | 'added'
  | 'modified'
  | 'deleted'
  | 'renamed'
  | 'copied'
  | 'type-changed'
  | 'conflicted'
  | 'untracked';

/** Where a change stands: in commits since the base, in the index, in the work tree, or outside of git. */
export type Place = 'committed' | 'staged' | 'unstaged' | 'untracked';

/** Since when it is told what has changed; docs/handoff-note.md says what each means. */
export const sinceKinds = ['last-handoff', 'unpushed', 'uncommitted', 'staged', 'base', 'commit', 'date'] as const;
export type SinceKind = (typeof sinceKinds)[number];

export interface SinceFact {
  readonly kind: SinceKind;
  /** What that was: the path of the last handoff's note, the short name of the branch, the commit or the date as given. */
  readonly of: string | null;
}

export interface CommitFact {
  /** The full hash. */
  readonly hash: string;
  readonly subject: string;
  /** Name of the author. */
  readonly author: string;
  /** Whether the author is who git's `user.email` or `user.name` says; true where it says nobody. */
  readonly own: boolean;
  /** Whether a remote-tracking branch holds it, as of the last fetch. */
  readonly pushed: boolean;
}

/** A changed file: one entry for a path, in however many places it has changed. */
export interface FileFact {
  /** Relative to the root of the repository, with `/`; a repository inside this one ends in `/`. */
  readonly path: string;
  readonly oldPath: string | null;
  readonly change: Change;
  readonly where: readonly Place[];
  /** Lines added, summed over the places; null for a binary, a conflict, and what could not be counted. */
  readonly added: number | null;
  readonly removed: number | null;
  /** The lines of these that commits have added and removed; null where none has changed it, or they could not be counted. */
  readonly inCommits: LineCounts | null;
  /** Null for an untracked file that was not read. */
  readonly binary: boolean | null;
  /**
   * Names of the functions, methods and tests that the change touches, most changed first, or titles of the sections in
   * their order; empty where none can be told.
   */
  readonly touched: readonly string[];
  /** False where nothing but commits by others has changed it. */
  readonly own: boolean;
}

/** Where the work was left, as far as git tells. */
export interface StartFact {
  readonly path: string;
  /** Where most lines have changed together: the first of them, counted from 1; null where that is not known. */
  readonly line: number | null;
  /** Name of the function, method or test that this line lies in. */
  readonly in: string | null;
  /** It is in conflict, it was saved last of the files that are not committed, or it is what the newest own commit has changed most. */
  readonly why: 'conflict' | 'saved-last' | 'newest-commit';
  /** Full hash of that commit. */
  readonly commit: string | null;
}

/** The command that the repository names for the tests of where the work was left. */
export interface TestCommandFact extends TestCommand {
  /** Of the file that names it. */
  readonly path: string;
}

/** What another branch has changed since this one left it. */
export interface AlsoChanged {
  /** Short name of the default branch. */
  readonly by: string;
  /** Of the files that have changed here. */
  readonly paths: readonly string[];
}

/** Words by which people mark in the text what is left to do. */
export const todoKinds = ['TODO', 'FIXME', 'QUESTION', 'HACK'] as const;

/** A line with a mark that was added since the base, as it stands in the work tree. */
export interface TodoFact {
  readonly kind: (typeof todoKinds)[number];
  readonly path: string;
  /** Counts from 1. */
  readonly line: number;
  /** The mark and what follows it, without the marks of a comment around it. */
  readonly text: string;
}

/** A line such as `Decision: …`, `Why: …` or `Because …` in the message of a commit. */
export interface DecisionFact {
  readonly kind: 'Decision' | 'Why' | 'Because';
  /** Full hash of the commit. */
  readonly commit: string;
  /** What was decided, or why; of “Because” with that word. */
  readonly text: string;
}

/** A work item that means something else now than at the base. */
export interface WorkItemFact {
  readonly path: string;
  readonly title: string;
  /** A status that has changed, in the document's words; null where it is as it was. */
  readonly status: { readonly from: string | null; readonly to: string | null } | null;
  /** Boxes of acceptance criteria, or without such of tasks, where their ticks have changed; null otherwise. */
  readonly boxes: {
    readonly kind: 'criteria' | 'tasks';
    readonly total: number;
    readonly ticked: number;
    /** How many were ticked at the base. */
    readonly tickedBefore: number;
  } | null;
}

/** Something that is in the repository and was kept out of the note. */
export interface HeldBack {
  readonly path: string;
  readonly reason: string;
}

/** What git proves about the state of a repository: the object of `async-ready handoff --format json`, without its note. */
export interface HandoffFacts {
  readonly version: 1;
  /** The repository's root, relative to the folder that was asked about: `.`, `..`, `../..`, … */
  readonly repository: string;
  /** The branch that is checked out or, in the middle of a rebase or bisect, the one it was started on. */
  readonly branch: string | null;
  readonly detached: boolean;
  readonly head: string | null;
  readonly upstream: string | null;
  /** Commits that the upstream does not have; null when there is no upstream, or it is gone. */
  readonly ahead: number | null;
  readonly behind: number | null;
  readonly operation: Operation;
  readonly since: SinceFact;
  /** The commit that all is compared with; null when there is none, or it is not known. */
  readonly base: string | null;
  readonly commits: readonly CommitFact[];
  readonly files: readonly FileFact[];
  /** How many more files have changed, where only staged ones are told of. */
  readonly leftOut: number;
  readonly start: StartFact | null;
  readonly test: TestCommandFact | null;
  /** Null where it has changed none of these files, and where that is not known. */
  readonly alsoChanged: AlsoChanged | null;
  readonly workItems: readonly WorkItemFact[];
  readonly todos: readonly TodoFact[];
  readonly decisions: readonly DecisionFact[];
  readonly stashes: number;
  readonly unknown: readonly string[];
  readonly heldBack: readonly HeldBack[];
}

/** The facts, and what a note needs besides to link and to name commands. */
export interface Repository {
  readonly facts: HandoffFacts;
  /** Path of the folder that was asked about below the repository's root: empty, or ending in `/`. */
  readonly prefix: string;
  /** The upstream taken apart; null when there is none, it is gone, or it is a branch of this machine. */
  readonly remoteBranch: { readonly remote: string; readonly branch: string } | null;
  /** The commits of the branch that the upstream has, newest first; null without an upstream, or when there are none. */
  readonly pushedBefore: {
    /** Short name of the default branch, which does not have them. */
    readonly since: string;
    readonly commits: readonly CommitFact[];
    readonly complete: boolean;
  } | null;
  /** False when there are more commits than the facts list. */
  readonly allCommitsListed: boolean;
  /** Names of the remotes. */
  readonly remotes: readonly string[];
  /** git's `user.name`; empty when it is not set. */
  readonly author: string;
}

/** What could be found out from git: a repository's facts, or why there are none, in words for the user. */
export type Gathered = Repository | { readonly reason: string };
