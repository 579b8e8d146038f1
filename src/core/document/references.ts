import type { TextRange } from '../text.ts';
import { letter } from '../vocabulary/letter.ts';

/**
 * What a reader can follow without asking: links, addresses, wiki links, paths, file names and issue numbers.
 * Not `#1` as the first word of a list item, which numbers a criterion.
 */
const extensions =
  'mdx?|txt|py|[cm]?tsx?|[cm]?jsx?|jsonc?|jsonl|json5|ya?ml|toml|go|rs|rb|java|kts?|scala|swift|c|cc|cpp|h|hpp|mm|cs|csproj|sln|fsx?|php|sh|ps1|bat|sql|css|scss|less|html?|hbs|ejs|erb|j2|tmpl|vue|svelte|astro|proto|graphql|prisma|tf|nix|ipynb|csv|xml|ini|cfg|conf|lock|lua|dart|exs?|erl|clj|hs|jl|pl|zig|sol|scm|rst|adoc|tex|pdf|png|jpe?g|svg|gif|docx?|xlsx?|pptx?|zip|gz|wasm|gradle|properties|cmake|mk|snap';

/** Products whose names only look like files. */
const products =
  'node|vue|next|nuxt|react|angular|express|three|d3|discord|alpine|ember|backbone|p5|chart|moment|socket|electron|nest|day|solid';

/** Commands that a reader can run in any work tree. */
const runners =
  'npm|npx|pnpm|yarn|bun|bunx|deno|node|cargo|go|make|just|pytest|python3?|uv|poetry|tox|mvn|gradle|dotnet|docker|kubectl|terraform|git|gh';

const reference = new RegExp(
  [
    String.raw`\]\((?!#|(?:path or address|url|link|todo|tbd|\.{2,})\))[^)\s]+`,
    String.raw`https?:\/\/[^\s)>\]]+`,
    String.raw`^ {0,3}\[[^\]\r\n]+\]:[ \t]*\S+`,
    String.raw`\[\[[^[\]\r\n]{1,200}\]\]`,
    '`(?=[^`\\s]{3,600}`)[^`\\s]*[\\w.-]/[\\w.*-][^`\\s]*`',
    '`[\\w.-]{2,100}/`',
    `\`(?:${runners}) [^\`\\r\\n]{2,200}\``,
    `\`[\\w./-]{0,300}\\w\\.(?:${extensions})(?:[#:][^\`\\s]{0,300})?\``,
    String.raw`(?<![\w./@-])(?:[\w.@-]{1,100}\/){1,20}[\w.@-]{1,100}\.[a-z][a-z0-9]{0,4}\b`,
    String.raw`(?<![\w./@-])(?!(?:${products})\.js\b)\.?[\w-]{2,100}(?:\.[\w-]{1,40}){0,3}\.(?:${extensions})\b(?![\w.(])`,
    String.raw`\b(?:README|Dockerfile|Makefile)\b(?!\.)`,
    String.raw`\b(?:(?:npx|bunx) [a-z]|(?:npm|pnpm|yarn|bun) (?:run|test|ci|install)\b|(?:cargo|go|dotnet) (?:test|build|run)\b)`,
    String.raw`#(?<=${letter}[^\n]{0,200}\s\(?#)(?<!\[x\]\s#)\d+\b`,
    String.raw`(?<![\w.-])[\w.-]{1,100}\/[\w.-]{1,100}#\d+\b`,
    String.raw`\b(?:issue|pull request|PR|bug|ticket) #?\d+\b`,
  ].join('|'),
  'gim',
);

/** A document with so many examples and relations before its first reference has none. */
const mostTries = 200;

/** What precedes an example of what a user may type, rather than something that the work needs. */
const example = /\b(?:e\.g\.|for example|for instance|such as)[^.;\r\n]{0,100}$/i;

/** A link that states a relation to other work: `[depends on the index](index.md)`. */
const relation = /\[(?:depends on|blocks|blocked by|requires|relates to|duplicates|parent|child)\b[^\]\r\n]{0,200}$/i;

/**
 * The first reference in the text from `start` on that leads to what the work needs, or null.
 * Comments are not shown to a reader; examples and links to the work that this one depends on are no resources.
 */
export function firstReference(text: string, start: number): TextRange | null {
  let comment = text.indexOf('<!--', start);
  let range = nextReference(text, start);
  for (let tries = 0; range && tries < mostTries; range = nextReference(text, range.end), tries++) {
    const index = range.start;
    while (comment >= 0 && comment < index) {
      const end = text.indexOf('-->', comment);
      if (end < 0 || end > index) break;
      comment = text.indexOf('<!--', end);
    }
    if (comment >= 0 && comment < index) {
      const end = text.indexOf('-->', comment);
      if (end < 0) return null;
      range = { start: index, end };
      continue;
    }
    const before = text.slice(Math.max(start, index - 120), index);
    if (!relation.test(before) && !example.test(before)) return range;
  }
  return null;
}

/** Whether what stands in `range` leads to what the work needs. */
export function refersWithin(text: string, { start, end }: TextRange): boolean {
  return firstReference(text.slice(0, end), start) !== null;
}

/** What each alternative of `reference` holds, so that text without need no closer look. */
const hint = /[`/]|\][(:]|\[\[|#\d|\.\S|[egrt] \d|readme|[re]file|[np]x | (?:run|test|ci|install|build)/gi;

/** How many words of a reference may stand before the one that holds its hint: `pull request #12`. */
const wordsBefore = 2;

/** What looks like a reference, from `start` on. */
function nextReference(text: string, start: number): TextRange | null {
  hint.lastIndex = start;
  for (let found = hint.exec(text); found; found = hint.exec(text)) {
    const lineStart = Math.max(start, text.lastIndexOf('\n', found.index) + 1);
    // A reference ends on its line, but depends on what stands before it: for `#12` a word, which may end the line before.
    const from = text.lastIndexOf('\n', text.lastIndexOf('\n', found.index) - 1) + 1;
    const nextLine = text.indexOf('\n', found.index) + 1 || text.length;
    reference.lastIndex = (found[0] === ']:' ? lineStart : wordsBack(text, found.index, lineStart)) - from;
    const match = reference.exec(text.slice(from, nextLine));
    if (match) return { start: from + match.index, end: from + match.index + match[0].length };
    hint.lastIndex = nextLine;
  }
  return null;
}

/** Where the word at `index` begins, or those before it that may belong to it; not before `start`. */
function wordsBack(text: string, index: number, start: number): number {
  let words = 0;
  for (let at = index; at > start; at--) if (text.charAt(at - 1) === ' ' && ++words > wordsBefore) return at;
  return start;
}
