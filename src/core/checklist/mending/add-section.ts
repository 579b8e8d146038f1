import { afterLine, endOfLine, type MarkdownDocument } from '../../document/document.ts';
import { type Heading, type ListItem, readBlocks } from '../../document/markdown.ts';
import type { Section } from '../../document/sections.ts';
import { excerpt, substanceOf, textOf } from '../../document/substance.ts';
import type { WorkItem } from '../../document/work-item.ts';
import { linesOf } from '../../text.ts';
import type { Mend } from '../rule.ts';
import { escapeSnippet } from './snippet.ts';

/**
 * Adds a section, or fills the first of `existing`, which has nothing in it.
 * @param snippet its content, one line.
 * @param place before the document's first section, or at its end.
 * @returns null where what is added would not be read as a section.
 */
export function addSection(
  item: WorkItem,
  title: string,
  snippet: string,
  place: 'start' | 'end',
  existing: readonly Section[] = [],
): Mend | null {
  const { document } = item;
  const { text, eol, lines } = document;
  const [section] = existing;
  if (section) return fillSection(document, section, snippet);
  const added = `${'#'.repeat(sectionLevel(item))} ${title}${eol}${eol}${snippet}${eol}`;
  const first = place === 'start' && headingsBelow(item).find((heading) => isTopLevel(document, heading));
  if (first) {
    const at = lines.starts[first.line] ?? 0;
    return {
      title: `Add section "${title}"`,
      edits: [{ range: { start: at, end: at }, snippet: added + eol, section: title }],
    };
  }
  if (endsOpen(document)) return null;
  const end = text.trimEnd().length;
  return {
    title: `Add section "${title}"`,
    edits: [{ range: { start: end, end: text.length }, snippet: (end > 0 ? eol + eol : '') + added, section: title }],
  };
}

const headingsBelow = ({ document, heading }: WorkItem): Heading[] =>
  document.blocks.filter((block): block is Heading => block.kind === 'heading' && block !== heading);

const isTopLevel = ({ text, lines }: MarkdownDocument, heading: Heading): boolean =>
  heading.depth === 0 && /^[ \t#]*$/.test(text.slice(lines.starts[heading.line], heading.range.start));

/** Whether the document ends in a block that has not been closed and would swallow what is added. */
function endsOpen({ text, blocks }: MarkdownDocument): boolean {
  const last = blocks.at(-1);
  if (last?.kind !== 'code' && last?.kind !== 'html') return false;
  const probe = `${text.slice(last.range.start)}\n\n# Added`;
  return readBlocks(probe, linesOf(probe), 0).at(-1)?.kind !== 'heading';
}

/** The level of the document's sections: the smallest that is below the title or that two headings share. */
function sectionLevel(item: WorkItem): number {
  const headings = headingsBelow(item);
  const counts = new Map<number, number>();
  for (const { level } of headings) counts.set(level, (counts.get(level) ?? 0) + 1);
  const titleLevel = item.heading?.level ?? 0;
  const levels = [...counts].flatMap(([level, count]) => (level > titleLevel || count > 1 ? [level] : []));
  return levels.length > 0 ? Math.min(...levels) : 2;
}

function fillSection(document: MarkdownDocument, section: Section, snippet: string): Mend {
  const { text, lines, eol } = document;
  const name = excerpt(section.title, 40);
  const title = `Fill in "${name}"`;
  const { placeholder, first } = substanceOf(document, section);
  const prompt = snippet.replace(/^(?:- \[ \]|-|\d+\.) /, '');
  if (placeholder) {
    const own = `\${1:${escapeSnippet(textOf(document, placeholder.range))}}`;
    return {
      title: `Replace the placeholder in "${name}"`,
      edits: [{ range: placeholder.range, snippet: prompt.startsWith(`\${1|`) ? prompt : own }],
    };
  }
  const blank = first ? undefined : blankItem(document, section);
  if (blank) {
    const range = { start: blank.range.start, end: endOfLine(text, blank.range.end) };
    return { title, edits: [{ range, snippet: text.charAt(range.start - 1) === ' ' ? prompt : ` ${prompt}` }] };
  }
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

/** The first item of the section that only has its mark. */
function blankItem({ blocks }: MarkdownDocument, section: Section): ListItem | undefined {
  return blocks
    .slice(section.from, section.to)
    .find((block): block is ListItem => block.kind === 'item' && block.range.start === block.range.end);
}

/** The end of the heading's line; for one underlined with `=` or `-`, of the line below. */
function endOfHeading(text: string, section: Section): number {
  const end = endOfLine(text, section.headingRange.end);
  const below = text.slice(end, afterLine(text, afterLine(text, end)));
  return end + (/^(?:\r\n|\n|\r) {0,3}(?:=+|-+)[ \t]*(?=[\r\n]|$)/.exec(below)?.[0].length ?? 0);
}
