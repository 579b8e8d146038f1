import type { Gathered, HandoffFacts, Repository } from './handoff-facts.ts';
import { prompt } from './note-prompt.ts';
import { counted, isHeadPushed, shortHash, uncommittedFiles, unpushedCount } from './note-words.ts';
import { heldBackMark } from './redact.ts';
import { codeSpan, isVisible, shellWord } from './visible.ts';

/**
 * How a reader gets to where the work stands: what the author has to do first, then the commands for the reader.
 * @param day of the note, YYYY-MM-DD; names a branch for work that has none.
 */
export function pickUpSection(gathered: Gathered, day: string): string[] {
  if ('reason' in gathered) return [prompt('the commands that bring a reader to this work.')];
  const { facts } = gathered;
  if (facts.head === null) return ['There is no commit yet, so there is nothing to fetch before I commit and push.'];
  const first = [...unfinished(facts), ...notCommitted(facts)];
  const uncommitted = uncommittedFiles(facts).length > 0;
  const told = facts.commits.length > 0 || gathered.pushedBefore !== null;
  // HEAD of a rebase or bisect is a commit on the way: nobody should take the work up there.
  if (facts.operation !== 'none' && (facts.detached || !isHeadPushed(facts))) return first;
  // Who fetches then has nothing of the work.
  if (uncommitted && !told)
    return facts.operation === 'none' ? [...first, 'A note written then has the commands.'] : first;
  if (isHeadPushed(facts)) {
    const fetched = uncommitted ? ['What is pushed already:'] : [];
    return [...first, ...fetched, ...fetchCommands(gathered, pushedName(gathered), facts.head)];
  }
  return [...first, ...pushFirst(gathered, day)];
}

function unfinished({ operation }: HandoffFacts): string[] {
  if (operation === 'none') return [];
  const end = operation === 'bisect' ? 'end it (`git bisect reset`)' : 'finish it or give it up';
  return [
    `\`git ${operation}\` is in progress: I have to ${end} before what I have can be pushed. A note written then has the commands.`,
  ];
}

function notCommitted(facts: HandoffFacts): string[] {
  const files = uncommittedFiles(facts).length;
  if (files === 0) return [];
  const what = files === 1 ? 'file' : `${files} files`;
  return [`The ${what} that I have not committed cannot be fetched until I commit and push.`];
}

/** The branch under which the remote has HEAD, where it is the same branch that is checked out here. */
function pushedName({ facts, remoteBranch }: Repository): { remote: string; branch: string } | null {
  const same = remoteBranch !== null && !facts.detached && facts.branch === remoteBranch.branch;
  return same && canBeTyped(remoteBranch.remote) && canBeTyped(remoteBranch.branch) ? remoteBranch : null;
}

function fetchCommands(
  { remotes }: Repository,
  name: { readonly remote: string; readonly branch: string } | null,
  head: string,
): string[] {
  if (name === null) return [sh([fetchAll(remotes), `git switch --detach ${head}`])];
  return [
    sh([`git fetch ${shellWord(name.remote)}`, `git switch ${shellWord(name.branch)}`, 'git pull --ff-only']),
    'What has come since this note:',
    sh([`git log --oneline ${shortHash(head)}..HEAD`]),
  ];
}

function fetchAll(remotes: readonly string[]): string {
  const [remote] = remotes;
  return remotes.length === 1 && remote !== undefined && canBeTyped(remote)
    ? `git fetch ${shellWord(remote)}`
    : 'git fetch --all';
}

function pushFirst(repository: Repository, day: string): string[] {
  const { facts, remotes } = repository;
  const commits = unpushedCount(repository);
  const remote = repository.remoteBranch?.remote ?? (remotes.includes('origin') ? 'origin' : remotes[0]);
  if (remote === undefined) {
    return [`This repository has no remote: what is here, ${commits}, cannot be fetched until it has one.`];
  }
  if (!canBeTyped(remote) || facts.head === null) return [`Before this can be fetched, I have to push ${commits}.`];
  const named = facts.branch !== null && !facts.detached && canBeTyped(facts.branch) ? facts.branch : null;
  const branch = named ?? `handoff-${day}`;
  return [
    `Nobody else can fetch this before I have pushed ${commits}. On my machine:`,
    sh([pushCommand(repository, remote, named, branch)]),
    ...(facts.behind && facts.upstream && repository.remoteBranch?.branch === branch
      ? [
          `That push is refused until I have taken in the ${counted(facts.behind, 'commit')} of ${codeSpan(facts.upstream)}.`,
        ]
      : []),
    'Then, on yours:',
    ...fetchCommands(repository, { remote, branch }, facts.head),
  ];
}

function pushCommand(
  { facts, remoteBranch }: Repository,
  remote: string,
  named: string | null,
  branch: string,
): string {
  if (named === null) return `git push ${shellWord(remote)} ${facts.head}:${shellWord(`refs/heads/${branch}`)}`;
  const upstream = remoteBranch?.branch === branch ? '' : '--set-upstream ';
  return `git push ${upstream}${shellWord(remote)} ${shellWord(branch)}`;
}

/** Whether a name can be given in a command as it is. */
function canBeTyped(name: string): boolean {
  return isVisible(name) && !name.startsWith('-') && !name.includes(heldBackMark);
}

function sh(commands: readonly string[]): string {
  return ['```sh', ...commands, '```'].join('\n');
}
