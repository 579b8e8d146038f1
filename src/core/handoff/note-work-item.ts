import type { MarkdownDocument } from '../document/document.ts';
import type { DocumentReport } from '../report.ts';
import { type Quote, quoteWorkItem } from './quote-work-item.ts';
import { redactTexts } from './redact.ts';

/** What a note says of a work item, all of it in the document's own words. */
export interface NoteWorkItem {
  /** Relative to the workspace folder, with `/`. */
  readonly path: string;
  readonly title: string;
  readonly finished: boolean;
  readonly status: Quote | null;
  readonly dependencies: Quote | null;
  readonly nextActions: readonly Quote[];
  readonly unticked: readonly Quote[];
}

/** Takes from a work item what a note quotes of it, without the secrets in it. */
export async function noteWorkItem(report: DocumentReport, document: MarkdownDocument): Promise<NoteWorkItem> {
  const { status, dependencies } = report.points;
  const quotes = quoteWorkItem(document);
  const listed = dependencies.kind === 'listed' ? quoteOf(dependencies.evidence, dependencies.range.start.line) : null;
  const statusLine = status.currentStatusRange.start.line;
  // A section that tells the status at length is quoted by its title.
  const told = report.status ?? document.sections.find(({ line }) => line === statusLine)?.title;
  const stated = status.currentStatus === 'met' && told ? quoteOf(told, statusLine) : null;
  const texts = [report.path, report.title, ...[stated, listed, ...quotes.nextActions, ...quotes.unticked].map(textOf)];
  const redacted = (await redactTexts(texts)).values();
  const next = () => redacted.next().value?.text ?? '';
  const same = (quote: Quote): Quote => ({ ...quote, text: next() });
  const optional = (quote: Quote | null): Quote | null => {
    const text = next();
    return quote && { ...quote, text };
  };
  return {
    path: next(),
    title: next(),
    finished: report.finished,
    status: optional(stated),
    dependencies: optional(listed),
    nextActions: quotes.nextActions.map(same),
    unticked: quotes.unticked.map(same),
  };
}

function quoteOf(text: string, line: number): Quote {
  return { text, line: line + 1 };
}

function textOf(quote: Quote | null): string {
  return quote?.text ?? '';
}
