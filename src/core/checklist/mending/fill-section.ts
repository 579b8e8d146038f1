import { afterLine, endOfLine, type MarkdownDocument } from '../../document/document.ts';
import type { ListItem } from '../../document/markdown.ts';
import { endOfItem, type Section } from '../../document/sections.ts';
import { excerpt, substanceOf, textOf } from '../../document/substance.ts';
import type { Mend } from '../rule.ts';
import { escapeSnippet } from './snippet.ts';

/**
 * Writes into a section: in place of a placeholder, into an empty list item, as another item of its list, or below its heading.
 * @param snippet one line, with the mark of a list where it is to begin one.
 */
export function fillSection(document: MarkdownDocument, section: Section, snippet: string): Mend {
  const { text, lines, eol } = document;
  const name = excerpt(section.title, 40);
  const title = `Fill in "${name}"`;
  const { placeholder, first } = substanceOf(document, section);
  const prompt = promptOf(snippet);
  if (placeholder) {
    const own = textOf(document, placeholder.range);
    const isPrompt = prompt.startsWith(`\${1|`) || own === prompt.replace(/\$\{\d:([^}]*)\}/g, '$1');
    return {
      title: `Replace the placeholder in "${name}"`,
      edits: [{ range: placeholder.range, snippet: isPrompt ? prompt : `\${1:${escapeSnippet(own)}}` }],
    };
  }
  const blank = first ? undefined : blankItem(document, section);
  if (blank) {
    const range = { start: blank.range.start, end: endOfLine(text, blank.range.end) };
    return { title, edits: [{ range, snippet: text.charAt(range.start - 1) === ' ' ? prompt : ` ${prompt}` }] };
  }
  const list = itemsOf(document, section);
  if (list.length > 0) return { title: `Add to "${name}"`, edits: [addItem(document, list, prompt)] };
  const at = first ? endOfLine(text, first.range.end) : endOfHeading(text, section);
  const before = text.slice(lines.starts[section.line], section.headingRange.start);
  // What belongs to a label in a list item stands below its text; what belongs to a heading in a quote, in the quote.
  const lead = before.replace(/#+[ \t]*$/, '').replace(/[^\s>]/g, ' ');
  const next = text.slice(afterLine(text, at), afterLine(text, afterLine(text, at)));
  const gap = next.trim() === '' ? '' : eol;
  return {
    title,
    edits: [{ range: { start: at, end: at }, snippet: eol + lead.trimEnd() + eol + lead + snippet + gap }],
  };
}

/** The line without the mark of a list. */
export function promptOf(snippet: string): string {
  return snippet.replace(/^(?:- \[ \]|-|\d+\.) /, '');
}

/** The first item of the section that only has its mark. */
function blankItem(document: MarkdownDocument, section: Section): ListItem | undefined {
  return itemsOf(document, section).find(({ range }) => range.start === range.end);
}

function itemsOf({ blocks }: MarkdownDocument, { from, to }: Section): ListItem[] {
  return blocks.slice(from, to).filter((block): block is ListItem => block.kind === 'item');
}

/** An item like the last one of the outermost list, below all that stands in that. */
function addItem(
  { text, lines, blocks, eol }: MarkdownDocument,
  items: readonly ListItem[],
  prompt: string,
): Mend['edits'][number] {
  const depth = Math.min(...items.map((item) => item.depth));
  const last = items.findLast((item) => item.depth === depth) as ListItem;
  const end = blocks[endOfItem(blocks, blocks.indexOf(last)) - 1] ?? last;
  const at = endOfLine(text, end.range.end);
  const mark = text
    .slice(lines.starts[last.line], last.range.start)
    .replace(/\[[xX]\]/, '[ ]')
    .replace(/\d+(?=[.)])/, (number) => String(Number(number) + 1));
  return { range: { start: at, end: at }, snippet: eol + escapeSnippet(mark) + prompt };
}

/** The end of the heading's line; for one underlined with `=` or `-`, of the line below. */
function endOfHeading(text: string, section: Section): number {
  const end = endOfLine(text, section.headingRange.end);
  const below = text.slice(end, afterLine(text, afterLine(text, end)));
  return end + (/^(?:\r\n|\n|\r) {0,3}(?:=+|-+)[ \t]*(?=[\r\n]|$)/.exec(below)?.[0].length ?? 0);
}
