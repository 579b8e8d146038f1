import type { MarkdownDocument } from '../document/document.ts';
import type { DocumentReport } from '../report.ts';
import { type Quote, quoteWorkItem } from './quote-work-item.ts';

/** What a note says of a work item, all of it in the document's own words. */
export interface NoteWorkItem {
  /** Relative to the workspace folder, with `/`. */
  readonly path: string;
  readonly title: string;
  readonly finished: boolean;
  readonly status: Quote | null;
  readonly dependencies: Quote | null;
  /** Whether the work has begun, by its status or its ticks. */
  readonly begun: boolean;
  readonly nextActions: readonly Quote[];
  /** The steps of a plan, done or not. */
  readonly planned: readonly Quote[];
  readonly unticked: readonly Quote[];
  /** Questions that nobody has answered. */
  readonly questions: readonly Quote[];
  /** The work that it waits on, as far as that is known here. */
  readonly waitsOn: readonly AwaitedItem[];
}

/** Work that a handed-on work item waits on. */
export interface AwaitedItem {
  /** Relative to the workspace folder, with `/`. */
  readonly path: string;
  readonly title: string;
  /** In the document's words. */
  readonly status: string | null;
  readonly finished: boolean;
}

/** Takes from a work item what a note quotes of it. */
export function noteWorkItem(
  report: DocumentReport,
  document: MarkdownDocument,
  waitsOn: readonly AwaitedItem[],
): NoteWorkItem {
  const { path, title, finished, inProgress } = report;
  const { status, dependencies } = report.points;
  const statusLine = status.currentStatusRange.start.line;
  // A section that tells the status at length is quoted by its title.
  const told = report.status ?? document.sections.find(({ line }) => line === statusLine)?.title;
  return {
    path,
    title,
    finished,
    status: status.currentStatus === 'met' && told ? quoteOf(told, statusLine) : null,
    dependencies: dependencies.kind === 'listed' ? quoteOf(dependencies.evidence, dependencies.range.start.line) : null,
    begun: finished || inProgress || document.blocks.some((block) => block.kind === 'item' && block.checked === true),
    ...quoteWorkItem(document),
    waitsOn,
  };
}

function quoteOf(text: string, line: number): Quote {
  return { text, line: line + 1 };
}
