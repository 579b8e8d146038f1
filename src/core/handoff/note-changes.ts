import { isGenerated } from './generated-files.ts';
import type { CommitFact, FileFact, Gathered, HandoffFacts, Repository, SinceFact } from './handoff-facts.ts';
import { areas } from './note-areas.ts';
import { atMost } from './note-links.ts';
import { filesOfOthers, whoseCommits } from './note-others.ts';
import { prompt } from './note-prompt.ts';
import { counted, linesOf, mostChangedFirst, shortHash, uncommittedFiles, unpushedCommits } from './note-words.ts';
import { codeSpan, plainLine, plainMarkdown } from './visible.ts';

/** How many files or commits a list names before it only counts. */
const longestList = 50;
/** More files than that are shown by their areas, */
const manyFiles = 30;
/** with so many of each. */
const mostOfMany = 4;
/** How many folders are named. */
const mostAreas = 25;
/** How many functions or headings are named for a file. */
const mostTouched = 6;

/** What has changed, grouped by where a reader can see it. */
export function changesSection(gathered: Gathered): string[] {
  if ('reason' in gathered) return [prompt('the branch, and what has changed on it.')];
  const { facts } = gathered;
  const told = [...uncommitted(facts), ...committed(facts)];
  const groups = [...told, ...pushedBefore(gathered, told.length > 0)];
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

function startingPoint({ branch, head, base, since }: HandoffFacts): string {
  const on = branch === null ? '' : ` on ${codeSpan(branch)}`;
  const at = head === null ? '' : ` at commit ${codeSpan(shortHash(head))}`;
  const compared = base === null || base === head ? '' : `, compared with ${codeSpan(shortHash(base))}`;
  const told = sinceWords(since);
  return `From git${on}${at}${compared}${told && ` (${told})`}:`;
}

/** Since when the facts tell, and where that is not all, what they leave out. */
function sinceWords({ kind, of }: SinceFact): string {
  const what = of === null ? '' : ` ${codeSpan(of)}`;
  const words: Readonly<Record<SinceFact['kind'], string>> = {
    'last-handoff': `since the last handoff${what}`,
    unpushed: '',
    uncommitted: 'only what is in no commit',
    staged: 'only what is staged',
    base: `the branch against${what}`,
    commit: `since the commit${what}`,
    date: `since${what}`,
  };
  return kind === 'base' && of === null ? '' : words[kind];
}

function uncommitted(facts: HandoffFacts): string[] {
  const files = uncommittedFiles(facts);
  if (files.length === 0) return [];
  return [
    `### Only on my machine, not committed: ${counted(files.length, 'file')}`,
    fileList(files),
    ...partlyStaged(files, facts.leftOut),
  ];
}

/** A warning where a commit of what is staged would leave something behind. */
function partlyStaged(files: readonly FileFact[], leftOut: number): string[] {
  const staged = files.filter(({ where }) => where.includes('staged'));
  const whole = staged.filter(({ where }) => !where.includes('unstaged'));
  const inConflict = files.some(({ change }) => change === 'conflicted');
  if (staged.length === 0 || inConflict || whole.length === files.length + leftOut) return [];
  const part = staged.length - whole.length;
  const taken = [
    ...(whole.length > 0 ? [counted(whole.length, 'file')] : []),
    ...(part > 0 ? [`part of ${counted(part, 'file')}`] : []),
  ];
  return [`A plain \`git commit\` would take only what is staged: ${taken.join(' and ')}.`];
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
    ...(commits.length > 0 ? [commitList(commits, mixed)] : []),
    ...whoseCommits(commits),
    ...(only.length > 0 ? ['Files of these commits:', fileList(only)] : []),
    ...(again > 0
      ? [`${counted(again, 'file')} of these commits changed again since: see “not committed” above.`]
      : []),
  ];
}

/** @param inShort whether there is something else to tell of. */
function pushedBefore({ facts, pushedBefore: pushed }: Repository, inShort: boolean): string[] {
  if (pushed === null || facts.upstream === null || facts.base === null) return [];
  const count = `${pushed.complete ? '' : 'at least '}${counted(pushed.commits.length, 'commit')}`;
  const extent = `Pushed to ${codeSpan(facts.upstream)} before: ${count} since ${codeSpan(pushed.since)}`;
  if (inShort) return [`${extent}.`];
  return [`### ${extent}`, commitList(pushed.commits, false), ...whoseCommits(pushed.commits)];
}

/** The commits, each with what tells it apart from others of the list. */
function commitList(commits: readonly CommitFact[], tellsUnpushed: boolean): string {
  const tellsOthers = commits.some(({ own }) => own);
  const lines = commits.map(({ hash, subject, author, own, pushed }) => {
    const words = subject === '' ? 'no subject' : codeSpan(subject);
    const by = tellsOthers && !own ? [`by ${plainMarkdown(author)}`] : [];
    const apart = [...by, ...(tellsUnpushed && !pushed ? ['not pushed'] : [])].join(', ');
    return `- ${codeSpan(shortHash(hash))} ${words}${apart && ` (${apart})`}`;
  });
  return bounded(lines);
}

function fileList(files: readonly FileFact[]): string {
  const own = files.filter((file) => file.own);
  const generated = own.filter(({ path }) => isGenerated(path));
  const written = own.filter(({ path }) => !isGenerated(path));
  const lines = written.length > 0 ? areasOf(written) : [];
  if (generated.length > 0) {
    const shown = generated.slice(0, 3).map(({ path }) => codeSpan(path));
    const more = generated.length > shown.length ? ', …' : '';
    lines.push(`- Written by tools: ${counted(generated.length, 'file')} (${shown.join(', ')}${more})`);
  }
  return [...lines, ...filesOfOthers(files)].join('\n');
}

/** The files by area where they lie in several; where they are many, those of each area with most changes. */
function areasOf(files: readonly FileFact[]): string[] {
  const found = areas(files);
  if (found.length === 1) {
    const more = files.length - longestList;
    return [...mostChanged(files, longestList).map(fileLine), ...(more > 0 ? [`- and ${more} more`] : [])];
  }
  const lines = found.map(({ folder, files: inside }) => {
    const named = files.length > manyFiles ? mostChanged(inside, mostOfMany) : inside;
    const of = folder === '' ? 'the top folder' : codeSpan(`${folder}/`);
    const heading = `- ${of}: ${[counted(inside.length, 'file'), ...linesOf(inside)].join(', ')}`;
    const rest = inside.length - named.length;
    const more = rest > 0 ? [`  - and ${rest} more`] : [];
    return [heading, ...named.map((file) => `  ${fileLine(file)}`), ...more].join('\n');
  });
  return atMost(mostAreas, lines, (more) => `- and ${counted(more, 'more folder')}`);
}

/** So many of the files with most lines changed, in their order; what was not counted comes last. */
function mostChanged(files: readonly FileFact[], count: number): FileFact[] {
  const most = new Set(mostChangedFirst(files).slice(0, count));
  return files.filter((file) => most.has(file));
}

function fileLine(file: FileFact): string {
  const path = file.oldPath === null ? codeSpan(file.path) : `${codeSpan(file.oldPath)} → ${codeSpan(file.path)}`;
  const details = (inTwoSteps(file) ?? [extentOf(file), ...placesOf(file)]).filter(Boolean).join(', ');
  const touched = atMost(mostTouched, file.touched.map(codeSpan), (more) => `${more} more`).join(', ');
  return `- ${file.change} ${path}${details && ` (${details})`}${touched && `: ${touched}`}`;
}

function extentOf({ path, change, binary, added, removed }: FileFact): string {
  if (path.endsWith('/')) return 'a repository of its own';
  if (change === 'conflicted') return '';
  if (binary) return 'binary';
  return added === null || removed === null ? 'lines not counted' : `+${added} −${removed}`;
}

/** A file that commits have changed, and something since: both, each with its lines where these are known. */
function inTwoSteps(file: FileFact): string[] | null {
  const { where, inCommits, added, removed } = file;
  const since = where.filter((place) => place !== 'committed');
  if (since.length === 0 || since.length === where.length || file.change === 'conflicted') return null;
  if (inCommits === null || inCommits.added === null || inCommits.removed === null) return null;
  if (added === null || removed === null) return null;
  const now = { ...file, added: added - inCommits.added, removed: removed - inCommits.removed };
  return [extentOf(now), ...since, `on top of +${inCommits.added} −${inCommits.removed} in commits`];
}

/** The places, where they say more than the heading and the change do. */
function placesOf({ where, change }: FileFact): string[] {
  const said = change === 'conflicted' || (where.length === 1 && where[0] !== 'staged' && where[0] !== 'unstaged');
  return said ? [] : [...where];
}

function bounded(lines: readonly string[]): string {
  return atMost(longestList, lines, (more) => `- and ${more} more`).join('\n');
}

function listed(heading: string, entries: readonly string[]): string[] {
  return entries.length > 0 ? [heading, bounded(entries.map((entry) => `- ${entry}`))] : [];
}
