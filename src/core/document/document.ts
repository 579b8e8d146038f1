import { type Lines, linesOf } from '../text.ts';
import { defaultVocabulary, type Vocabulary } from '../vocabulary/vocabulary.ts';
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
  /** What its labels and status words mean. */
  readonly vocabulary: Vocabulary;
}

/**
 * Reads a markdown document.
 * @param path relative to the workspace folder, with `/`.
 * @param text without a byte order mark.
 */
export function readDocument(path: string, text: string, vocabulary = defaultVocabulary): MarkdownDocument {
  const lines = linesOf(text);
  const frontMatter = readFrontMatter(text);
  const bodyStart = frontMatter ? afterLine(text, frontMatter.range.end) : 0;
  const blocks = readBlocks(text, lines, bodyStart);
  return {
    path,
    text,
    lines,
    eol: text.startsWith('\r\n', text.indexOf('\n') - 1) ? '\r\n' : '\n',
    frontMatter,
    bodyStart,
    blocks,
    sections: readSections(text, blocks, vocabulary),
    fields: readFields({ text, vocabulary }, frontMatter, blocks),
    vocabulary,
  };
}

/** The offset at which the line that holds `offset` ends: that of its line break, or of the text's end. */
export function endOfLine(text: string, offset: number): number {
  const end = /[\r\n]|$/g;
  end.lastIndex = offset;
  return end.exec(text)?.index ?? text.length;
}

/** The offset at which the line after the one at `offset` begins. */
export function afterLine(text: string, offset: number): number {
  const end = endOfLine(text, offset);
  return end + (text.startsWith('\r\n', end) ? 2 : end < text.length ? 1 : 0);
}
