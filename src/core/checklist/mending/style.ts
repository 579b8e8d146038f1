import type { MarkdownDocument } from '../../document/document.ts';
import type { Field, FieldSource } from '../../document/fields.ts';
import type { Table } from '../../document/markdown.ts';
import type { WorkItem } from '../../document/work-item.ts';
import type { DocumentStyle } from '../../report.ts';

/** The style that a fix imitates. */
export function styleOf(item: WorkItem): DocumentStyle {
  const { frontMatter } = item.document;
  if (frontMatter && frontMatter.entries.length > 0) return 'front-matter';
  const header = headerFields(item);
  if (header.some((field) => field.source === 'table')) return 'table';
  return header.length > 0 ? 'labels' : 'headings';
}

/** The labelled values between the title and the next heading, without labels that do the work of a heading. */
export function headerFields({ document, heading }: WorkItem): readonly Field[] {
  const titleEnd = heading?.range.end ?? -1;
  const next = document.blocks.find((block) => block.kind === 'heading' && block.range.start > titleEnd);
  const end = next?.range.start ?? document.text.length;
  const fields = document.fields.filter(({ source, range }) => range.start < end && headerSources.has(source));
  if (fields.length === 0) return fields;
  const openings = new Set(document.sections.map((section) => section.headingRange.start));
  return fields.filter(
    (field) =>
      !openings.has(field.range.start) && (field.source !== 'table' || tableOf(document, field)?.rows[0]?.length === 2),
  );
}

const headerSources: ReadonlySet<FieldSource> = new Set(['bold', 'plain', 'table']);

/** The table that holds `field`. */
export function tableOf({ blocks }: MarkdownDocument, field: Field): Table | undefined {
  return blocks.find(
    (block): block is Table =>
      block.kind === 'table' && block.range.start <= field.range.start && field.range.end <= block.range.end,
  );
}
