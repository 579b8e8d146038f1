import type { MarkdownDocument } from '../../document/document.ts';
import { type Heading, readBlocks } from '../../document/markdown.ts';
import type { Section } from '../../document/sections.ts';
import type { WorkItem } from '../../document/work-item.ts';
import { linesOf } from '../../text.ts';
import type { Mend } from '../rule.ts';
import { fillSection } from './fill-section.ts';

/**
 * Adds a section, or fills the first of `existing`.
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
