import { type Lines, linesOf } from '../text.ts';
import { type Field, readFields } from './fields.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { type Block, readBlocks } from './markdown.ts';
import { readSections, type Section } from './sections.ts';

/** A markdown document, read once: what every judgement and fix looks at. */
export interface MarkdownDocument {
  readonly path: string;
  readonly text: string;
  readonly lines: Lines;
  /** `\r\n` or `\n`, whichever the first line ends with. */
  readonly eol: string;
  readonly frontMatter: FrontMatter | null;
  /** Offset of the first line after the front matter. */
  readonly bodyStart: number;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly fields: readonly Field[];
}

/**
 * Reads a markdown document.
 * @param path relative to the workspace folder, with `/`.
 * @param text without a byte order mark.
 */
export function readDocument(path: string, text: string): MarkdownDocument {
  const lines = linesOf(text);
  const frontMatter = readFrontMatter(text);
  const bodyStart = frontMatter ? afterLine(text, frontMatter.range.end) : 0;
  const blocks = readBlocks(text, lines, bodyStart);
  return {
    path,
    text,
    lines,
    eol: /\r\n|\n/.exec(text)?.[0] ?? '\n',
    frontMatter,
    bodyStart,
    blocks,
    sections: readSections(text, blocks),
    fields: readFields(text, frontMatter, blocks),
  };
}

/** The offset at which the line after the one at `offset` begins. */
export function afterLine(text: string, offset: number): number {
  const end = /\r\n|\n|\r|$/g;
  end.lastIndex = offset;
  const match = end.exec(text);
  return match ? match.index + match[0].length : text.length;
}
