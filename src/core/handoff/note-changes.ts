import { isGenerated } from './generated-files.ts';
import type { CommitFact, FileFact, Gathered, HandoffFacts, Repository } from './handoff-facts.ts';
import { prompt } from './note-prompt.ts';
import { counted, shortHash, uncommittedFiles, unpushedCommits } from './note-words.ts';
import { codeSpan, plainLine, plainMarkdown } from './visible.ts';

/** How many files or commits a list names before it only counts. */
const longestList = 50;

/** What has changed, grouped by where a reader can see it. */
export function changesSection(gathered: Gathered): string[] {
  if ('reason' in gathered) return [prompt('the branch, and what has changed on it.')];
  const { facts } = gathered;
  const groups = [...uncommitted(facts), ...committed(facts), ...pushedBefore(gathered)];
  return [
    startingPoint(facts),
    ...(groups.length > 0 ? groups : ['No file differs, and there is no commit to tell of.']),
    ...listed(
      'Kept out of this note:',
      facts.heldBack.map(({ path, reason }) => `${codeSpan(path)}: ${plainMarkdown(reason)}`),
    ),
    ...listed('What git could not tell:', facts.unknown.map(plainLine)),
  ];
}

function startingPoint({ branch, head, base }: HandoffFacts): string {
  const on = branch === null ? '' : ` on ${codeSpan(branch)}`;
  const at = head === null ? '' : ` at commit ${codeSpan(shortHash(head))}`;
  const since = base === null ? '' : `, compared with ${codeSpan(shortHash(base))}`;
  return `From git${on}${at}${since}:`;
}

function uncommitted(facts: HandoffFacts): string[] {
  const files = uncommittedFiles(facts);
  if (files.length === 0) return [];
  return [`### Only on my machine, not committed: ${counted(files.length, 'file')}`, fileList(files)];
}

function committed(facts: HandoffFacts): string[] {
  const { commits } = facts;
  const files = facts.files.filter(({ where }) => where.includes('committed'));
  if (commits.length === 0 && files.length === 0) return [];
  const unpushed = unpushedCommits(facts).length;
  // Without a base, nobody has asked for the files of the commits.
  const ofFiles = facts.base === null ? '' : `, ${counted(files.length, 'file')}`;
  const extent = counted(commits.length, 'commit') + ofFiles;
  const only = files.filter(({ where }) => where.length === 1);
  const again = files.length - only.length;
  const mixed = unpushed > 0 && unpushed < commits.length;
  const heading = {
    all: `### Only on my machine, committed and not pushed: ${extent}`,
    some: `### Committed: ${extent}; ${counted(unpushed, 'commit')} of them not pushed`,
    none: `### Committed and pushed: ${extent}`,
  }[mixed ? 'some' : unpushed > 0 ? 'all' : 'none'];
  return [
    heading,
    ...(commits.length > 0 ? [bounded(commits.map((commit) => commitLine(commit, mixed)))] : []),
    ...(only.length > 0 ? ['Files of these commits:', fileList(only)] : []),
    ...(again > 0
      ? [`${counted(again, 'file')} of these commits changed again since: see “not committed” above.`]
      : []),
  ];
}

function pushedBefore({ facts, pushedBefore: pushed }: Repository): string[] {
  if (pushed === null || facts.upstream === null || facts.base === null) return [];
  const count = `${pushed.complete ? '' : 'at least '}${counted(pushed.commits.length, 'commit')}`;
  return [
    `### Pushed to ${codeSpan(facts.upstream)} before: ${count} since ${codeSpan(pushed.since)}`,
    bounded(pushed.commits.map((commit) => commitLine(commit, false))),
    `Their files: ${codeSpan(`git diff --stat ${shortHash(pushed.base)} ${shortHash(facts.base)}`)}`,
  ];
}

function commitLine({ hash, subject, pushed }: CommitFact, mixed: boolean): string {
  const words = subject === '' ? 'no subject' : codeSpan(subject);
  return `- ${codeSpan(shortHash(hash))} ${words}${mixed && !pushed ? ' (not pushed)' : ''}`;
}

function fileList(files: readonly FileFact[]): string {
  const generated = files.filter(({ path }) => isGenerated(path));
  const written = files.filter(({ path }) => !isGenerated(path));
  const lines = written.length > 0 ? [bounded(written.map(fileLine))] : [];
  if (generated.length > 0) {
    const shown = generated.slice(0, 3).map(({ path }) => codeSpan(path));
    const more = generated.length > shown.length ? ', …' : '';
    lines.push(`- Written by tools: ${counted(generated.length, 'file')} (${shown.join(', ')}${more})`);
  }
  return lines.join('\n');
}

function fileLine(file: FileFact): string {
  const path = file.oldPath === null ? codeSpan(file.path) : `${codeSpan(file.oldPath)} → ${codeSpan(file.path)}`;
  const details = [extentOf(file), ...placesOf(file)].filter(Boolean).join(', ');
  return `- ${file.change} ${path}${details && ` (${details})`}`;
}

function extentOf({ path, change, binary, added, removed }: FileFact): string {
  if (path.endsWith('/')) return 'a repository of its own';
  if (change === 'conflicted') return '';
  if (binary) return 'binary';
  return added === null || removed === null ? 'lines not counted' : `+${added} −${removed}`;
}

/** The places, where they say more than the heading and the change do. */
function placesOf({ where, change }: FileFact): string[] {
  const said = change === 'conflicted' || (where.length === 1 && where[0] !== 'staged' && where[0] !== 'unstaged');
  return said ? [] : [...where];
}

function bounded(lines: readonly string[]): string {
  const rest = lines.length - longestList;
  if (rest <= 0) return lines.join('\n');
  return [...lines.slice(0, longestList), `- and ${rest} more`].join('\n');
}

function listed(heading: string, entries: readonly string[]): string[] {
  return entries.length > 0 ? [heading, bounded(entries.map((entry) => `- ${entry}`))] : [];
}
