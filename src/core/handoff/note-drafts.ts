import type { DecisionFact, Gathered, HandoffFacts, TodoFact, WorkItemFact } from './handoff-facts.ts';
import { atMost, linkToLine, type NotePlace } from './note-links.ts';
import { counted, shortHash } from './note-words.ts';
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

/** Where the marked lines of a diff belong in a note. */
export const todoSections = {
  'Next steps': ['TODO'],
  'Open questions': ['QUESTION'],
  'Blockers and risks': ['FIXME', 'HACK'],
} as const satisfies Readonly<Record<string, readonly TodoFact['kind'][]>>;

/** The lines that were added with a mark of that section's, each with a link to its place. */
export function todoDraft(place: NotePlace, gathered: Gathered, section: keyof typeof todoSections): string[] {
  const kinds: readonly TodoFact['kind'][] = todoSections[section];
  const found = factsOf(gathered)?.todos.filter(({ kind }) => kinds.includes(kind)) ?? [];
  return draft(
    'From git, in lines that were added:',
    found.map(({ path, line, text }) => `- ${linkToLine(place, path, line)}: “${quotedMarkdown(text)}”`),
  );
}

/** What the messages of the commits say was decided, each with its commit. */
export function decisionDraft(gathered: Gathered): string[] {
  return draft('From git, in the messages of commits:', factsOf(gathered)?.decisions.map(decisionLine) ?? []);
}

function decisionLine({ kind, commit, text }: DecisionFact): string {
  const label = kind === 'Because' ? '' : `${kind}: `;
  return `- ${label}“${quotedMarkdown(text)}” (${codeSpan(shortHash(commit))})`;
}

/** How work items have changed in what they mean. */
export function meaningDraft(gathered: Gathered): string[] {
  return draft(
    'From git, in the work items that have changed:',
    factsOf(gathered)?.workItems.map((item) => `- ${plainMarkdown(item.title)}: ${meaningOf(item)}`) ?? [],
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
  const lines = errors.map(({ path, line, message, source }) => {
    const by = source === '' ? '' : ` (${plainMarkdown(source)})`;
    return `- ${linkToLine(place, path, line)}: “${plainMarkdown(message)}”${by}`;
  });
  return draft(`From the editor, ${counted(errors.length, 'error')} in files that have changed:`, lines);
}

function draft(heading: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return [heading, atMost(mostLines, lines, (more) => `- and ${more} more`).join('\n')];
}

const factsOf = (gathered: Gathered): HandoffFacts | null => ('reason' in gathered ? null : gathered.facts);
