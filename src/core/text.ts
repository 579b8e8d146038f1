/** A stretch of a text: offsets in UTF-16 code units, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A place in a text: line and character count from 0, characters in UTF-16 code units, as in VS Code and LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a text by positions, `end` exclusive. */
export interface PositionRange {
  readonly start: Position;
  readonly end: Position;
}

/** Where the lines of a text begin. `\n`, `\r\n` and a lone `\r` end a line, as they do in VS Code. */
export interface Lines {
  /** Offset of the first character of each line; never empty. */
  readonly starts: readonly number[];
  /** Length of the text in UTF-16 code units. */
  readonly length: number;
}

/** Finds where the lines of `text` begin. */
export function linesOf(text: string): Lines {
  const starts = [0];
  if (text.includes('\r')) {
    for (const { 0: end, index } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  } else {
    // indexOf looks at many characters at a time.
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  }
  return { starts, length: text.length };
}

const line = /[^\r\n]+/g;

/** The lines within `range` that are not empty, without their ends. */
export function linesIn(text: string, { start, end }: TextRange): TextRange[] {
  const found: TextRange[] = [];
  line.lastIndex = start;
  // No matchAll: on a short text it takes longer to begin than to find.
  for (let match = line.exec(text); match && match.index < end; match = line.exec(text))
    found.push({ start: match.index, end: Math.min(end, line.lastIndex) });
  return found;
}

/**
 * All matches of a global pattern in a text. What `matchAll` does, which copies the pattern each time: on a short text that
 * takes longer than to look through it.
 */
export function matchesIn(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}

/** The position of `offset`; an offset outside the text is moved to its nearest end. */
export function positionAt(lines: Lines, offset: number): Position {
  const at = Math.max(0, Math.min(offset, lines.length));
  let low = 0;
  let high = lines.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines.starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: at - (lines.starts[low] ?? 0) };
}

/** The positions of both ends of `range`. */
export function positionsOf(lines: Lines, range: TextRange): PositionRange {
  return { start: positionAt(lines, range.start), end: positionAt(lines, range.end) };
}

/**
 * The same text as a string of its own. In V8 a string cut from another one keeps the whole of that in memory;
 * what a concatenation is cut to does not.
 */
export function detached(text: string): string {
  return text.length < shortestCut ? text : ` ${text}`.slice(1);
}

/** What is shorter, V8 copies when it is cut out. In UTF-16 code units. */
const shortestCut = 13;

/** `text` without the white space and the characters of `marks` at its end. A loop, since `/[marks]+$/` takes quadratic time. */
export function trimMarksEnd(text: string, marks: string): string {
  let end = text.length;
  while (end > 0 && isMark(text.charAt(end - 1), marks)) end--;
  return text.slice(0, end);
}

/** `text` without the white space and the characters of `marks` at both ends. */
export function trimMarks(text: string, marks: string): string {
  let start = 0;
  while (start < text.length && isMark(text.charAt(start), marks)) start++;
  return trimMarksEnd(text.slice(start), marks);
}

const isMark = (character: string, marks: string): boolean =>
  marks.includes(character) || isWhiteSpace(character.charCodeAt(0));

/** Whether the UTF-16 code unit is white space to String.prototype.trim (ECMAScript's WhiteSpace and LineTerminator). */
export function isWhiteSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  return code >= 160 && String.fromCharCode(code).trim() === '';
}
