import { escapeSnippet } from '../checklist/mending/snippet.ts';
import type { MarkdownDocument } from '../document/document.ts';
import type { TextRange } from '../text.ts';

export const promptStart = '_To fill in: ';

/** A line of its own that waits for a person; whoever reads a note back knows it by its shape. */
export function prompt(ask: string): string {
  return `${promptStart}${ask}_`;
}

/** The lines of a note that still wait for a person, without their line ends. */
export function unfilledStops(text: string): TextRange[] {
  return [...text.matchAll(/^_To fill in: .*_(?=[ \t]*\r?$)/gm)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
  }));
}

/** What selects each of these lines in its turn, in TextMate snippet syntax. */
export function stopsIn(text: string): { readonly range: TextRange; readonly snippet: string }[] {
  return unfilledStops(text).map((range, at) => ({
    range,
    snippet: `\${${at + 1}:${escapeSnippet(text.slice(range.start, range.end))}}`,
  }));
}

/** What people call a handoff note. */
const handoffType = /^hand-?(?:off|over)(?:[ _-]note)?s?$/i;

/** Whether the document says in its front matter that it is a handoff note. */
export function isHandoffNote({ frontMatter }: Pick<MarkdownDocument, 'frontMatter'>): boolean {
  return (
    frontMatter?.entries.some(
      ({ key, text }) => key.length === 4 && key.toLowerCase() === 'type' && handoffType.test(text),
    ) ?? false
  );
}
