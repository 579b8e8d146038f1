/**
 * The words of a stretch of markdown in one line: links by their text, without marks of emphasis and code, and without
 * backslash escapes (CommonMark 0.31).
 */
export function plainWords(markdown: string): string {
  return markdown
    .replace(/!?\[((?:\\.|[^\]\\])*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)/g, '$1')
    .replace(/(?<!\\)(?:\*\*|__|`+)/g, '')
    .replace(/(?<![\\\w*])[*_](?=\S)|(?<=\S)(?<!\\)[*_](?!\w)/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
