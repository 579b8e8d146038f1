import type { TextRange } from '../text.ts';
import type { Gathered } from './handoff-facts.ts';
import { changesSection } from './note-changes.ts';
import {
  decisionDraft,
  type EditorError,
  errorDraft,
  meaningDraft,
  riskDraft,
  startDraft,
  testDraft,
  todoDraft,
} from './note-drafts.ts';
import { atMost, linkToItem, type NotePlace } from './note-links.ts';
import { pickUpSection } from './note-pick-up.ts';
import { prompt, unfilledStops } from './note-prompt.ts';
import { summaryLines } from './note-summary.ts';
import type { AwaitedItem, NoteWorkItem } from './note-work-item.ts';
import type { Quote } from './quote-work-item.ts';
import { plainMarkdown, quotedMarkdown, yamlString } from './visible.ts';

export interface NoteInput {
  /** ISO 8601 with offset, in the author's time. */
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly gathered: Gathered;
  readonly workItems: readonly NoteWorkItem[];
  /** Paths of files with changes in an editor that are not saved, so that git does not see them. */
  readonly unsaved: readonly string[];
  /** Files that the work items link to and git ignores, relative to the repository's root: nobody else has them. */
  readonly ignoredLinks: readonly string[];
  /** What the editor reports in files that have changed. */
  readonly errors: readonly EditorError[];
  /** How many folders the note lies below the workspace folder, which the work items' paths are relative to. */
  readonly foldersUp: number;
}

export interface HandoffNote {
  readonly text: string;
  /** The first prompt: what only a person can say. */
  readonly firstStop: TextRange;
}

/** How many quotes of one kind a note takes from a work item; its document has the rest. */
const mostQuotes = 12;

/** What the note is about, in plain text: its work item, else its branch. Empty without either. */
export function noteSubject(gathered: Gathered, workItems: readonly NoteWorkItem[]): string {
  return workItems[0]?.title ?? ('reason' in gathered ? '' : (gathered.facts.branch ?? ''));
}

/** Writes a handoff note; docs/handoff-note.md describes the format. The input has to be redacted. */
export function handoffNote(input: NoteInput): HandoffNote {
  const { gathered, workItems, foldersUp } = input;
  const place: NotePlace = { foldersUp, prefix: 'reason' in gathered ? '' : gathered.prefix };
  const subject = noteSubject(gathered, workItems);
  const text = [
    frontMatter(input),
    `# Handoff${subject && `: ${plainMarkdown(subject)}`}`,
    '## TL;DR',
    ...summaryLines(
      gathered,
      workItems.map((item) => linkToItem(place, item)),
      input,
    ),
    prompt('what this is for, with its issue if there is one, and where it stands, in one or two sentences.'),
    '## Status',
    ...fromWorkItems(input, statusLines),
    ...meaningDraft(gathered),
    prompt(
      'what works, and by which command that was seen; what does not yet; what was tried; which changes are about something else.',
    ),
    '## Next steps',
    ...startDraft(place, gathered, input.errors),
    ...fromWorkItems(input, nextStepLines),
    ...todoDraft(place, gathered, 'Next steps'),
    prompt('what to do first, in which file and function, by which command, and how to tell that it worked.'),
    '## Open questions',
    ...fromWorkItems(input, questionLines),
    ...todoDraft(place, gathered, 'Open questions'),
    prompt('each question with who can answer it, or “none”.'),
    '## Blockers and risks',
    ...fromWorkItems(input, dependencyLines),
    ...riskDraft(gathered),
    ...todoDraft(place, gathered, 'Blockers and risks'),
    ...errorDraft(place, input.errors),
    prompt(
      'what was not tried, what may break and where, what has to stay as it is, who or what stands in the way, or “none”.',
    ),
    '## Decisions',
    ...decisionDraft(gathered),
    prompt('what was decided and why, so that nobody has to decide it again, or “none”.'),
    '## What changed',
    ...changesSection(gathered),
    '## Pick this up',
    ...pickUpSection(gathered, input.date.slice(0, 10)),
    ...testDraft(place, gathered),
  ].join('\n\n');
  // No text of the repository's begins a line, so that the first such line is ours.
  const [firstStop = { start: 0, end: 0 }] = unfilledStops(text);
  return { text: `${text}\n`, firstStop };
}

function frontMatter({ date, from, to, gathered, workItems }: NoteInput): string {
  const facts = 'reason' in gathered ? null : gathered.facts;
  const field = (name: string, value: string | null | undefined) =>
    value ? `${name}: ${yamlString(value)}` : `${name}:`;
  const items = workItems.map(({ path }) => `\n  - ${yamlString(path)}`).join('');
  return [
    '---',
    'type: handoff',
    `date: ${date}`,
    field('from', from),
    field('to', to),
    field('branch', facts?.branch),
    field('base', facts?.base),
    field('head', facts?.head),
    `work-items:${items || ' []'}`,
    'state: open',
    'picked-up-by:',
    'picked-up-at:',
    '---',
  ].join('\n');
}

type Cite = (quote: Quote) => string;

/** One paragraph and list a work item that has something to say; the lines of a work item are one block. */
function fromWorkItems(
  input: NoteInput,
  lines: (item: NoteWorkItem, cite: Cite, input: NoteInput) => string[],
): string[] {
  return input.workItems.flatMap((item) => {
    const cite = (quote: Quote) => `“${quotedMarkdown(quote.text)}” (${linkToItem(input, item, quote.line)})`;
    const said = lines(item, cite, input);
    return said.length > 0 ? [`From ${linkToItem(input, item)}:`, said.join('\n')] : [];
  });
}

function statusLines(item: NoteWorkItem, cite: Cite): string[] {
  if (item.status) return [`- Status, as written: ${cite(item.status)}`];
  return [item.finished ? '- Finished, by its document.' : '- Its document states no status.'];
}

function nextStepLines(item: NoteWorkItem, cite: Cite): string[] {
  return [
    ...quoteLines('Next, as written', item.nextActions, cite),
    ...planLines(item, cite),
    ...quoteLines('Not ticked yet', item.unticked, cite),
  ];
}

/** Steps of a plan that is begun are not known to be left: a plan stays as it is when it is carried out. */
function planLines({ planned: [first, ...more], begun, planned }: NoteWorkItem, cite: Cite): string[] {
  if (!first) return [];
  if (!begun) return quoteLines('Planned', planned, cite);
  const steps = more.length === 0 ? '1 step' : `${planned.length} steps, the first`;
  return [`- A plan, as written, that does not say what of it is done: ${steps} ${cite(first)}`];
}

function questionLines(item: NoteWorkItem, cite: Cite): string[] {
  return quoteLines('Asked', item.questions, cite);
}

function dependencyLines(item: NoteWorkItem, cite: Cite, input: NoteInput): string[] {
  const open = item.waitsOn.filter(({ finished }) => !finished);
  const finished = item.waitsOn.filter((awaited) => awaited.finished);
  return [
    ...(item.dependencies ? [`- Dependencies, as written: ${cite(item.dependencies)}`] : []),
    ...listed('Still open', open, input),
    ...listed('Finished', finished, input),
  ];
}

function listed(label: string, items: readonly AwaitedItem[], input: NoteInput): string[] {
  const named = items.map((item) => {
    const status = item.status === null ? '' : ` (“${quotedMarkdown(item.status)}”)`;
    return `- ${label}: ${linkToItem(input, item)}${item.finished ? '' : status}`;
  });
  return atMost(mostQuotes, named, (more) => `- ${label}: ${more} more.`);
}

function quoteLines(label: string, quotes: readonly Quote[], cite: Cite): string[] {
  const cited = quotes.map((quote) => `- ${label}: ${cite(quote)}`);
  return atMost(mostQuotes, cited, (more) => `- ${label}: ${more} more in the document.`);
}
