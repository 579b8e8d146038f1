import { type Lines, linesOf } from '../text.ts';
import { defaultVocabulary, type Vocabulary } from '../vocabulary/vocabulary.ts';
import { type Field, readFields } from './fields.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { type Block, type ListItem, readBlocks } from './markdown.ts';
import { readSections, type Section } from './sections.ts';

/** A markdown document, read once: what every judgement and fix looks at. */
export interface MarkdownDocument {
  readonly path: string;
  /** Without the handoffs at its end. */
  readonly text: string;
  readonly lines: Lines;
  /** `\r\n` or `\n`, whichever the first line ends with. */
  readonly eol: string;
  readonly frontMatter: FrontMatter | null;
  /** Offset of the first line after the front matter. */
  readonly bodyStart: number;
  readonly blocks: readonly Block[];
  /** The blocks that are task list items. */
  readonly boxes: readonly ListItem[];
  readonly sections: readonly Section[];
  readonly fields: readonly Field[];
  /** What its labels and status words mean. */
  readonly vocabulary: Vocabulary;
}

/**
 * Reads a markdown document.
 * @param path relative to the workspace folder, with `/`.
 * @param whole its text without a byte order mark.
 */
export function readDocument(path: string, whole: string, vocabulary = defaultVocabulary): MarkdownDocument {
  const text = whole.slice(0, startOfHandoffs(whole));
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
    boxes: blocks.filter((block): block is ListItem => block.kind === 'item' && block.checked !== null),
    sections: readSections(text, blocks, vocabulary),
    fields: readFields({ text, vocabulary }, frontMatter, blocks),
    vocabulary,
  };
}

const handoffsHeading = '\n## Handoffs';

/**
 * Where the section “Handoffs” begins that ends a document; its length without one. What its notes say of status, next
 * steps and the like was so when they were written, and is not what the document says.
 */
export function startOfHandoffs(text: string): number {
  // Nearly every document has none, and a few characters that begin with a rare one are found quickest.
  if (!text.includes('Handof')) return text.length;
  const at = text.lastIndexOf(handoffsHeading);
  if (at < 0) return text.length;
  const rest = text.slice(at + handoffsHeading.length);
  const fences = text.slice(0, at).match(/^ {0,3}(?:```|~~~)/gm)?.length ?? 0;
  return /^[ \t]*(?:\r?\n|$)/.test(rest) && !/^##? /m.test(rest) && fences % 2 === 0 ? at + 1 : text.length;
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
