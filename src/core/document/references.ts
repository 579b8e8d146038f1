import type { TextRange } from '../text.ts';

/**
 * What a reader can follow without asking: links, addresses, wiki links, paths, file names and issue numbers.
 * Not `#1` as the first word of a list item, which numbers a criterion.
 */
const extensions =
  'md|mdx|txt|py|ts|tsx|js|jsx|mjs|cjs|json|ya?ml|toml|go|rs|rb|java|kt|swift|c|cc|cpp|h|hpp|cs|php|sh|sql|css|scss|html|vue|svelte|proto|tf|ipynb|csv|xml|ini|lock';

/** Products whose names only look like files. */
const products =
  'node|vue|next|nuxt|react|angular|express|three|d3|discord|alpine|ember|backbone|p5|chart|moment|socket|electron|nest|day|solid';

const reference = new RegExp(
  [
    String.raw`\]\((?!#)[^)\s]+`,
    String.raw`https?:\/\/[^\s)>\]]+`,
    String.raw`^ {0,3}\[[^\]\r\n]+\]:[ \t]*\S+`,
    String.raw`\[\[[^[\]\r\n]{1,200}\]\]`,
    '`(?=[^`\\s]{3,600}`)[^`\\s]*[\\w.-]/[\\w.-][^`\\s]*`',
    '`[\\w./-]{0,300}\\w\\.[a-z][a-z0-9]{0,4}(?:[#:][^`\\s]{0,300})?`',
    String.raw`(?<![\w./@-])(?:[\w.@-]{1,100}\/){1,20}[\w.@-]{1,100}\.[a-z][a-z0-9]{0,4}\b`,
    String.raw`(?<![\w./@-])(?!(?:${products})\.js\b)[\w-]{2,100}\.(?:${extensions})\b(?![\w.(])`,
    String.raw`#(?<=\p{L}[^\n]{0,200}\s\(?#)(?<!\[x\]\s#)\d+\b`,
    String.raw`(?<![\w.-])[\w.-]{1,100}\/[\w.-]{1,100}#\d+\b`,
    String.raw`\b(?:issue|pull request|PR|bug|ticket) #?\d+\b`,
  ].join('|'),
  'gimu',
);

/** The first reference in the text from `start` on, or null. */
export function firstReference(text: string, start: number): TextRange | null {
  reference.lastIndex = start;
  const match = reference.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}
