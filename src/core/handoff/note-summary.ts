import type { CommitFact, Gathered, HandoffFacts, Repository } from './handoff-facts.ts';
import {
  counted,
  isHeadPushed,
  mostChangedFirst,
  uncommittedFiles,
  unpushedCommits,
  unpushedCount,
} from './note-words.ts';
import { codeSpan, plainMarkdown } from './visible.ts';

/** How many paths the summary names; the rest are listed below. */
const mostPaths = 5;

/** What only this machine has, beside what git tells. */
export interface OnlyHere {
  /** Paths of files with changes in an editor that are not saved. */
  readonly unsaved: readonly string[];
  /** Paths of files that the work items link to and git ignores. */
  readonly ignoredLinks: readonly string[];
}

/** The TL;DR as far as git and the work items carry it: first what a team-mate cannot see. */
export function summaryLines(
  gathered: Gathered,
  workItems: readonly string[],
  { unsaved, ignoredLinks }: OnlyHere,
): string[] {
  const about = workItems.length > 0 ? [`This passes on ${workItems.join(', ')}.`] : [];
  if ('reason' in gathered) {
    return [...about, `There are no facts from git in this note: ${plainMarkdown(gathered.reason)}`];
  }
  const { facts } = gathered;
  const lines = [...onlyHere(gathered), ...ignored(ignoredLinks), ...underWay(facts)];
  return [...about, ...notSaved(unsaved), 'From git:', lines.map((line) => `- ${line}`).join('\n')];
}

function notSaved(paths: readonly string[]): string[] {
  if (paths.length === 0) return [];
  return [
    `**${counted(paths.length, 'file')} with changes on my machine that are not saved, so that git does not see them:** ${names(paths)}.`,
  ];
}

function ignored(paths: readonly string[]): string[] {
  if (paths.length === 0) return [];
  const [files, are] = paths.length === 1 ? ['1 file', 'is'] : [`${paths.length} files`, 'are'];
  return [`**${files} that the work links to ${are} ignored by git, so that nobody else gets them:** ${names(paths)}.`];
}

function onlyHere(repository: Repository): string[] {
  const { facts } = repository;
  const files = uncommittedFiles(facts);
  const commits = unpushedCommits(facts);
  const lines: string[] = [];
  if (files.length > 0) {
    const verb = files.length === 1 ? 'is' : 'are';
    lines.push(
      `**${counted(files.length, 'file')} ${verb} changed only on my machine, not committed:** ${names(mostChangedFirst(files).map(({ path }) => path))}.`,
    );
  }
  if (facts.leftOut > 0) {
    const verb = facts.leftOut === 1 ? 'is' : 'are';
    lines.push(`${counted(facts.leftOut, 'more file')} ${verb} changed and not staged: this note leaves that out.`);
  }
  const isMine = facts.commits.some(({ own }) => own);
  if (files.length > 0 && facts.commits.length > 0 && !isMine) lines.push('None of the commits here is mine.');
  if (commits.length > 0) lines.push(notPushed(repository, commits));
  if (facts.stashes > 0) {
    const verb = facts.stashes === 1 ? 'is' : 'are';
    lines.push(
      `${facts.stashes} ${facts.stashes === 1 ? 'stash' : 'stashes'} ${verb} on my machine; git does not say for which work.`,
    );
  }
  if (facts.head === null) lines.push('There is no commit yet.');
  else if (files.length + facts.leftOut === 0 && commits.length === 0 && isHeadPushed(facts)) {
    lines.push('Everything that is saved is committed and pushed, as of the last fetch.');
  }
  return lines;
}

function notPushed(repository: Repository, commits: readonly CommitFact[]): string {
  const claim = `**${unpushedCount(repository)} ${commits.length === 1 ? 'is' : 'are'} not pushed`;
  const others = commits.filter(({ own }) => !own).length;
  if (others === 0) return `${claim}.**`;
  const theirs = others < commits.length ? `${others} ` : others === 1 ? '' : 'all ';
  return `${claim}**, ${theirs}by others.`;
}

function underWay(facts: HandoffFacts): string[] {
  const lines: string[] = [];
  const conflicts = facts.files.filter(({ change }) => change === 'conflicted');
  const on = facts.branch === null ? '' : ` on ${codeSpan(facts.branch)}`;
  if (facts.operation !== 'none') lines.push(`\`git ${facts.operation}\` is in progress${on}.`);
  if (conflicts.length > 0)
    lines.push(`${counted(conflicts.length, 'file')} in conflict: ${names(conflicts.map(({ path }) => path))}.`);
  if (facts.detached && facts.operation === 'none') lines.push('No branch is checked out (HEAD is detached).');
  if (facts.behind && facts.upstream) {
    lines.push(`${codeSpan(facts.upstream)} has ${counted(facts.behind, 'commit')} that I have not taken in.`);
  }
  return lines;
}

function names(paths: readonly string[]): string {
  const shown = paths.slice(0, mostPaths).map(codeSpan);
  const rest = paths.length - shown.length;
  return shown.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
