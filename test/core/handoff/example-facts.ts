import type { CommitFact, FileFact, HandoffFacts, Repository } from '../../../src/core/handoff/handoff-facts.ts';

/** The facts of a clean branch that is pushed, but for what is given. */
export function facts(more: Partial<HandoffFacts> = {}): HandoffFacts {
  return {
    version: 1,
    repository: '.',
    branch: 'feature/x',
    detached: false,
    head: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    upstream: 'origin/feature/x',
    ahead: 0,
    behind: 0,
    operation: 'none',
    since: { kind: 'unpushed', of: 'origin/feature/x' },
    base: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    commits: [],
    files: [],
    leftOut: 0,
    start: null,
    test: null,
    alsoChanged: null,
    workItems: [],
    todos: [],
    decisions: [],
    stashes: 0,
    unknown: [],
    heldBack: [],
    ...more,
  };
}

export function repository(given: Partial<HandoffFacts> = {}, more: Partial<Repository> = {}): Repository {
  return {
    facts: facts(given),
    prefix: '',
    pushedBefore: null,
    remoteBranch: { remote: 'origin', branch: 'feature/x' },
    allCommitsListed: true,
    remotes: ['origin'],
    author: 'Ann Lee',
    ...more,
  };
}

export function commit(more: Partial<CommitFact> = {}): CommitFact {
  return {
    hash: 'cccccccccccccccccccccccccccccccccccccccc',
    subject: 'Send the mail',
    author: 'Ann Lee',
    own: true,
    pushed: false,
    ...more,
  };
}

export function file(more: Partial<FileFact> = {}): FileFact {
  return {
    path: 'src/a.ts',
    oldPath: null,
    change: 'modified',
    where: ['unstaged'],
    added: 3,
    removed: 1,
    inCommits: null,
    binary: false,
    touched: [],
    own: true,
    ...more,
  };
}
