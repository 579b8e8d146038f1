/**
 * Characters that do not show, or that change how their neighbours show: controls, bidirectional and other format
 * characters, line and paragraph separators, lone surrogates, private use. A joiner inside an emoji is none of them.
 */
const unseen = /(?<!\p{Extended_Pictographic}\u{FE0F}?)\u200D|(?!\u200D)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu;

/** The text in one line, with every character that does not show as `<U+202E>`. */
export function visible(text: string): string {
  return text.replace(unseen, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/** Whether every character of the text shows. */
export function isVisible(text: string): boolean {
  return text.search(unseen) === -1;
}

/** The text as markdown code that it cannot break out of; CommonMark 0.31, "Code spans". */
export function codeSpan(text: string): string {
  const shown = visible(text);
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // One space on both sides is stripped again; it is needed beside a backtick, and to keep spaces of the text.
  const padding = /^`|`$|^ .* $/.test(shown) ? ' ' : '';
  return `${fence}${padding}${shown}${padding}${fence}`;
}

/** The text as it reads, in one line, with no meaning as markdown or HTML. Not for the start of a line. */
export function plainMarkdown(text: string): string {
  return escaped(oneLine(text));
}

/** As plainMarkdown, but what the text has in code marks stays code, for quotes of markdown. */
export function quotedMarkdown(text: string): string {
  const parts = oneLine(text).split(/(?<!`)`([^`]+)`(?!`)/);
  return parts.map((part, at) => (at % 2 === 1 ? codeSpan(part) : escaped(part))).join('');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const escaped = (text: string): string => visible(text).replace(/[\\`*_[\]<>&~|$]/g, '\\$&');

/** As plainMarkdown, for the start of a line, where a heading, list or rule could begin. */
export function plainLine(text: string): string {
  return plainMarkdown(text)
    .replace(/^[#+=-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** A markdown link; `path` is relative, with `/`; `fragment` is appended as it is, and begins with `#`. */
export function markdownLink(text: string, path: string, fragment = ''): string {
  const target = encodeURI(path).replace(/[()#?]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  return `[${plainMarkdown(text)}](${target}${fragment})`;
}

/** The text as a YAML scalar: a JSON string, with every character escaped that YAML refuses or that does not show. */
export function yamlString(text: string): string {
  return JSON.stringify(text).replace(unseen, (character) =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/** The text as one word of a shell's command line (sh and PowerShell). */
export function shellWord(text: string): string {
  return /^[\w./@:+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
