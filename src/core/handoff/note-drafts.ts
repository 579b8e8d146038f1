import { folderOf } from '../paths.ts';
import { definesNames } from './defined-name.ts';
import { isGenerated } from './generated-files.ts';
import type { DecisionFact, Gathered, HandoffFacts, StartFact, TodoFact, WorkItemFact } from './handoff-facts.ts';
import { atMost, linkToLine, type NotePlace } from './note-links.ts';
import { counted, shortHash } from './note-words.ts';
import { isTestFile } from './test-files.ts';
import { codeSpan, plainMarkdown, quotedMarkdown } from './visible.ts';

/** An error that the editor reports in a file. */
export interface EditorError {
  /** Relative to the repository's root, with `/`. */
  readonly path: string;
  /** Counts from 1. */
  readonly line: number;
  readonly message: string;
  /** What reports it, such as `ts`; empty where that does not say. */
  readonly source: string;
}

/** How many lines of one kind a note takes over. */
const mostLines = 15;
/** How many paths are named where things are only counted. */
const mostPaths = 3;

/** Where the marked lines of a diff belong in a note. */
export const todoSections = {
  'Next steps': ['TODO'],
  'Open questions': ['QUESTION'],
  'Blockers and risks': ['FIXME', 'HACK'],
} as const satisfies Readonly<Record<string, readonly TodoFact['kind'][]>>;

/**
 * The lines that were added with a mark of that section's, each with a link to its place; of those in files that nothing
 * but commits by others has changed, only how many there are.
 */
export function todoDraft(place: NotePlace, gathered: Gathered, section: keyof typeof todoSections): string[] {
  const kinds: readonly TodoFact['kind'][] = todoSections[section];
  const facts = factsOf(gathered);
  const found = facts?.todos.filter(({ kind }) => kinds.includes(kind)) ?? [];
  const theirs = changedByOthers(facts);
  const others = found.filter(({ path }) => theirs.has(path));
  return draft(
    'From git, in lines that were added:',
    found
      .filter((todo) => !others.includes(todo))
      .map(({ path, line, text }) => `- ${linkToLine(place, path, line)}: “${quotedMarkdown(text)}”`),
    others.length > 0 ? [`- ${others.length} more in files that only others have changed: ${pathsIn(others)}`] : [],
  );
}

/** Paths of the files that nothing but commits by others has changed. */
function changedByOthers(facts: HandoffFacts | null): ReadonlySet<string> {
  return new Set(facts?.files.flatMap(({ path, own }) => (own ? [] : path)));
}

function pathsIn(places: readonly { readonly path: string }[]): string {
  const paths = [...new Set(places.map(({ path }) => codeSpan(path)))];
  return atMost(mostPaths, paths, (more) => `${more} more`).join(', ');
}

/** What is in the way of going on: the first place where the editor reports an error, or a conflict; else where the work was left. */
export function startDraft(place: NotePlace, gathered: Gathered, [error]: readonly EditorError[]): string[] {
  if (error) return draft('From the editor, start here:', [`- ${errorLine(place, error)}`]);
  const start = factsOf(gathered)?.start;
  if (!start) return [];
  const { path, line, why, commit } = start;
  const at = line === null ? codeSpan(path) : linkToLine(place, path, line);
  const within = start.in === null ? '' : `, in ${codeSpan(start.in)}`;
  const words: Readonly<Record<StartFact['why'], string>> = {
    conflict: 'it is in conflict',
    'saved-last': 'saved last of what is not committed',
    'newest-commit': `changed most by my newest commit, ${codeSpan(shortHash(commit ?? ''))}`,
  };
  return draft(why === 'conflict' ? 'From git, start here:' : 'From git, worked on last:', [
    `- ${at}${within}: ${words[why]}`,
  ]);
}

/** The command for the tests that the repository names, with what it runs. */
export function testDraft(place: NotePlace, gathered: Gathered): string[] {
  const test = factsOf(gathered)?.test;
  if (!test) return [];
  const { command, runs, path, line } = test;
  const folder = folderOf(path);
  const within = folder === '' ? '' : `, in ${codeSpan(`${folder}/`)}`;
  const words = runs === null ? '' : `, which runs ${codeSpan(runs)}`;
  return [
    `How tests are run here, as written: ${codeSpan(command)}${within}${words} (${linkToLine(place, path, line)}).`,
  ];
}

/**
 * What git tells that may bite: files that the default branch has changed, too, which merging or rebasing has to bring
 * together, and code that has changed without any tests.
 */
export function riskDraft(gathered: Gathered): string[] {
  const facts = factsOf(gathered);
  return facts ? draft('From git:', [...alsoChangedLines(facts), ...untestedLines(facts)]) : [];
}

function alsoChangedLines({ alsoChanged }: HandoffFacts): string[] {
  if (!alsoChanged) return [];
  const { by, paths } = alsoChanged;
  const words = paths.length === 1 ? '1 of these files' : `${paths.length} of these files`;
  const named = pathsIn(paths.map((path) => ({ path })));
  return [`- ${codeSpan(by)} has changed ${words}, too, since the two parted, as of the last fetch: ${named}`];
}

function untestedLines({ files, leftOut }: HandoffFacts): string[] {
  const own = files.filter((file) => file.own);
  const sources = own.filter(({ path }) => definesNames(path) && !isGenerated(path));
  if (sources.length === 0 || leftOut > 0 || own.some(({ path }) => isTestFile(path))) return [];
  return [`- ${counted(sources.length, 'source file')} changed, and no file that is a test by its name`];
}

/** What the messages of the commits say was decided, each with its commit. */
export function decisionDraft(gathered: Gathered): string[] {
  const facts = factsOf(gathered);
  const others = new Map(facts?.commits.flatMap(({ hash, own, author }) => (own ? [] : [[hash, author] as const])));
  return draft(
    'From git, in the messages of commits:',
    facts?.decisions.map((decision) => decisionLine(decision, others.get(decision.commit))) ?? [],
  );
}

/** @param author of the commit, where that is somebody else. */
function decisionLine({ kind, commit, text }: DecisionFact, author: string | undefined): string {
  const label = kind === 'Because' ? '' : `${kind}: `;
  const by = author === undefined ? '' : ` by ${plainMarkdown(author)}`;
  return `- ${label}“${quotedMarkdown(text)}” (${codeSpan(shortHash(commit))}${by})`;
}

/** How work items have changed in what they mean; of those that only others have changed, how many there are. */
export function meaningDraft(gathered: Gathered): string[] {
  const facts = factsOf(gathered);
  const theirs = changedByOthers(facts);
  const own = facts?.workItems.filter(({ path }) => !theirs.has(path)) ?? [];
  const others = facts?.workItems.filter(({ path }) => theirs.has(path)) ?? [];
  return draft(
    'From git, in the work items that have changed:',
    own.map((item) => `- ${plainMarkdown(item.title)}: ${meaningOf(item)}`),
    others.length > 0 ? [`- ${others.length} more that only others have changed: ${pathsIn(others)}`] : [],
  );
}

function meaningOf({ status, boxes }: WorkItemFact): string {
  const quoted = (text: string | null) => (text === null ? 'none' : `“${quotedMarkdown(text)}”`);
  return [
    ...(status ? [`status ${quoted(status.from)} → ${quoted(status.to)}`] : []),
    ...(boxes ? [`${boxes.ticked} of ${boxes.total} ${boxes.kind} now ticked (${boxes.tickedBefore} before)`] : []),
  ].join('; ');
}

/** The errors that the editor reports in files that have changed. */
export function errorDraft(place: NotePlace, errors: readonly EditorError[]): string[] {
  const lines = errors.map((error) => `- ${errorLine(place, error)}`);
  return draft(`From the editor, ${counted(errors.length, 'error')} in files that have changed:`, lines);
}

function errorLine(place: NotePlace, { path, line, message, source }: EditorError): string {
  const by = source === '' ? '' : ` (${plainMarkdown(source)})`;
  return `${linkToLine(place, path, line)}: “${plainMarkdown(message)}”${by}`;
}

/** @param last lines that stand behind the others, however many these are. */
function draft(heading: string, lines: readonly string[], last: readonly string[] = []): string[] {
  if (lines.length + last.length === 0) return [];
  return [heading, [...atMost(mostLines, lines, (more) => `- and ${more} more`), ...last].join('\n')];
}

const factsOf = (gathered: Gathered): HandoffFacts | null => ('reason' in gathered ? null : gathered.facts);
