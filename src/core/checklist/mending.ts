import { afterLine, type MarkdownDocument } from '../document/document.ts';
import type { Field } from '../document/fields.ts';
import type { Section } from '../document/sections.ts';
import { excerpt, substanceOf, textOf } from '../document/substance.ts';
import type { WorkItem } from '../document/work-item.ts';
import type { DocumentStyle } from '../report.ts';
import type { Mend } from './rule.ts';

/** Escapes text for a TextMate snippet. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** The style that a fix imitates. */
export function styleOf({ document, heading }: WorkItem): DocumentStyle {
  if (document.frontMatter && document.frontMatter.entries.length > 0) return 'front-matter';
  const header = headerFields(document, heading?.range.end ?? 0);
  if (header.some((field) => field.source === 'table')) return 'table';
  return header.length > 0 ? 'labels' : 'headings';
}

/** The labelled values between the title and the next heading. */
function headerFields(document: MarkdownDocument, titleEnd: number): readonly Field[] {
  const next = document.blocks.find((block) => block.kind === 'heading' && block.range.start > titleEnd);
  const end = next?.range.start ?? document.text.length;
  return document.fields.filter(
    (field) => ['table', 'bold', 'plain'].includes(field.source) && field.range.start < end,
  );
}

/** Adds a labelled value where the document keeps such values; a section where it keeps none. */
export function addFact(item: WorkItem, label: string, snippet: string): Mend {
  const { document, heading } = item;
  const { text, eol, frontMatter } = document;
  const title = `Add ${label.toLowerCase()}`;
  const style = styleOf(item);
  if (style === 'front-matter' && frontMatter) {
    const key = label.toLowerCase();
    const empty = frontMatter.entries.find((entry) => entry.key.toLowerCase() === key);
    if (empty)
      return {
        title,
        edits: [{ range: { start: empty.range.start, end: empty.range.end }, snippet: `${empty.key}: ${snippet}` }],
      };
    const at = text.lastIndexOf('\n', frontMatter.range.end - 1) + 1;
    return { title, edits: [{ range: { start: at, end: at }, snippet: `${key}: ${snippet}${eol}` }] };
  }
  const last = headerFields(document, heading?.range.end ?? 0).at(-1);
  if (!last) return addSection(item, label, snippet, 'start');
  const lineStart = text.lastIndexOf('\n', last.range.start - 1) + 1;
  const line = text.slice(lineStart, afterLine(text, lineStart)).replace(/[\r\n]+$/, '');
  const end = lineStart + line.length;
  return {
    title,
    edits: [{ range: { start: end, end }, snippet: eol + likeLine(line, last, lineStart, label, snippet) }],
  };
}

/** A line as the one of `field`, with another label and value. */
function likeLine(line: string, field: Field, lineStart: number, label: string, snippet: string): string {
  if (field.source === 'table') return `| ${label} | ${snippet} |`;
  const lead = line.slice(0, field.range.start - lineStart);
  const tail = /(?: {2,}|\\)$/.exec(line)?.[0] ?? '';
  if (field.source === 'plain') return `${escapeSnippet(lead)}${label}: ${snippet}${escapeSnippet(tail)}`;
  const mark = line.startsWith('__', lead.length) ? '__' : '**';
  const colonInside = /:(?:\*\*|__)/.test(line);
  return `${escapeSnippet(lead)}${mark}${label}${colonInside ? `:${mark}` : `${mark}:`} ${snippet}${escapeSnippet(tail)}`;
}

/**
 * Adds a section, or fills the first of `existing`, which has nothing in it.
 * @param snippet its content.
 * @param place before the document's first section, or at its end.
 */
export function addSection(
  item: WorkItem,
  title: string,
  snippet: string,
  place: 'start' | 'end',
  existing: readonly Section[] = [],
): Mend {
  const { document } = item;
  const { text, eol } = document;
  const [section] = existing;
  if (section) return fillSection(document, section, snippet);
  const heading = `${'#'.repeat(sectionLevel(item))} ${title}${eol}${eol}${snippet}${eol}`;
  const first = document.blocks.find((block) => block.kind === 'heading' && block !== item.heading);
  if (place === 'start' && first) {
    const at = text.lastIndexOf('\n', first.range.start - 1) + 1;
    return { title: `Add section "${title}"`, edits: [{ range: { start: at, end: at }, snippet: heading + eol }] };
  }
  const end = text.trimEnd().length;
  return {
    title: `Add section "${title}"`,
    edits: [{ range: { start: end, end: text.length }, snippet: (end > 0 ? eol + eol : '') + heading }],
  };
}

function fillSection(document: MarkdownDocument, section: Section, snippet: string): Mend {
  const name = excerpt(section.title, 40);
  const { placeholder, first } = substanceOf(document, section);
  if (placeholder) {
    const prompt = `\${1:${escapeSnippet(textOf(document, placeholder.range))}}`;
    return { title: `Replace the placeholder in "${name}"`, edits: [{ range: placeholder.range, snippet: prompt }] };
  }
  const at = first ? first.range.end : endOfHeading(document, section);
  return {
    title: `Fill in "${name}"`,
    edits: [{ range: { start: at, end: at }, snippet: document.eol + document.eol + snippet }],
  };
}

/** The end of the heading's line; for one underlined with `=` or `-`, of the line below. */
function endOfHeading({ text }: MarkdownDocument, section: Section): number {
  const end = section.headingRange.end + (/^[^\r\n]*/.exec(text.slice(section.headingRange.end))?.[0].length ?? 0);
  return end + (/^\r?\n {0,3}(?:=+|-+)[ \t]*(?=\r?\n|$)/.exec(text.slice(end))?.[0].length ?? 0);
}

/** The level of the document's sections: the smallest that two headings below the title share, else one below the title. */
function sectionLevel({ document, heading }: WorkItem): number {
  const levels = document.blocks.flatMap((block) =>
    block.kind === 'heading' && block !== heading ? [block.level] : [],
  );
  const shared = levels.filter((level, at) => levels.indexOf(level) !== at);
  return Math.min(6, ...(shared.length > 0 ? shared : levels.length > 0 ? levels : [2]));
}
