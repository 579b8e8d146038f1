import matter from 'gray-matter'; // The only import of gray-matter.
import { parse } from 'smol-toml';
import { matchesIn, type TextRange } from '../text.ts';
import { readFlatYaml } from './flat-yaml.ts';
import { engines } from './front-matter-engines.ts';

/** One key of the block's top level. */
export interface FrontMatterEntry extends FrontMatterValue {
  /** The keys of a value that is written as a block of keys. */
  readonly nested: readonly FrontMatterValue[];
}

export interface FrontMatterValue {
  readonly key: string;
  /** The value as one line of text: lists joined with `, `, nothing for null and empty lists. */
  readonly text: string;
  /** The key's line or lines, without the last line's end. */
  readonly range: TextRange;
  readonly valueRange: TextRange;
}

/** The block of YAML (https://yaml.org) or TOML (https://toml.io) at the start of a document. */
export interface FrontMatter {
  readonly language: 'yaml' | 'toml';
  /** From the opening `---` or `+++` to the closing one, both included, without the last line's end. */
  readonly range: TextRange;
  readonly entries: readonly FrontMatterEntry[];
  /** Why the block is not valid, and where; its entries were then read line by line. */
  readonly problem: { readonly message: string; readonly offset: number } | null;
}

/** How each language stands in a document: the line that closes it, and the beginning of a line with a key, as a group. */
const languages = {
  yaml: {
    closing: /^(?:---|\.\.\.)[ \t]*$/m,
    keyLine: /^(?:"([^"\r\n]+)"|'([^'\r\n]+)'|([A-Za-z_][^:#\r\n]{0,99}?))[ \t]*:(?=[ \t\r\n]|$)/gm,
    read: parseYaml,
  },
  toml: {
    closing: /^\+\+\+[ \t]*$/m,
    keyLine: /^(?:"([^"\r\n]+)"|'([^'\r\n]+)'|([\w-]{1,100}))[ \t]*=/gm,
    read: parseToml,
  },
};

/**
 * Reads the front matter of a document.
 * Only a first line that is `---` opens a block of YAML, and only a line that is `---` or `...` closes it; of TOML, as in Hugo
 * and Zola, both are `+++`; white space at their ends aside.
 * @returns null when there is no block, no end to it, or a text between two rules rather than YAML.
 */
export function readFrontMatter(text: string): FrontMatter | null {
  const opening = /^(?:---|\+\+\+)[ \t]*\r?\n/.exec(text);
  if (!opening) return null;
  const language = text.startsWith('+') ? 'toml' : 'yaml';
  const { closing, keyLine, read } = languages[language];
  const rest = text.slice(opening[0].length);
  const close = closing.exec(rest);
  if (!close) return null;
  const start = opening[0].length;
  const block = rest.slice(0, close.index);
  const range = { start: 0, end: start + close.index + close[0].trimEnd().length };
  const parsed = read(block, start);
  if (parsed.problem && block.search(keyLine) < 0) return null;
  const top = language === 'toml' ? block.slice(0, topOfToml(block)) : block;
  return { language, range, entries: entriesOf(top, start, parsed.data, keyLine), problem: parsed.problem };
}

/** Where the first table begins in a block of TOML, in UTF-16 code units: a key behind it is the table's. */
export function topOfToml(block: string): number {
  const table = block.search(/^\[{1,2}[\w"'-]/m);
  return table < 0 ? block.length : table;
}

interface Parsed {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly problem: FrontMatter['problem'];
}

const mostBlankLines = 1000;

function parseYaml(block: string, start: number): Parsed {
  const flat = readFlatYaml(block);
  if (flat) return { data: flat, problem: null };
  // gray-matter would take a line `---foo` for the block's end.
  const falseClose = block.search(/^---/m);
  if (falseClose >= 0)
    return { data: null, problem: { message: 'a line in it starts with "---"', offset: start + falseClose } };
  // gray-matter takes quadratic time over blank lines.
  if (block.length >= mostBlankLines && block.split('\n').filter((line) => line.trim() === '').length > mostBlankLines)
    return { data: null, problem: { message: `it holds more than ${mostBlankLines} blank lines`, offset: start } };
  try {
    const data: unknown = matter(`---\n${block}\n---\n`, { engines, language: 'yaml' }).data;
    if (typeof data === 'object' && data !== null && !Array.isArray(data))
      return { data: data as Record<string, unknown>, problem: null };
    return { data: null, problem: { message: 'it holds no "key: value" lines', offset: start } };
  } catch (error) {
    return { data: null, problem: problemOf(error, block, start) };
  }
}

function parseToml(block: string, start: number): Parsed {
  try {
    return { data: parse(block), problem: null };
  } catch (error) {
    // smol-toml's exception: what is wrong, and below it the lines around; `line` and `column` count from 1.
    const { message, line = 1, column = 1 } = error as { message: string; line?: number; column?: number };
    const lines = block.split('\n').slice(0, line - 1);
    const offset = Math.min(block.length, lines.join('\n').length + (lines.length > 0 ? 1 : 0) + column - 1);
    const [reason = ''] = message.replace(/^Invalid TOML document: /, '').split('\n');
    return { data: null, problem: { message: reason, offset: start + offset } };
  }
}

/** js-yaml's exception: `reason` in words, `mark.position` an offset in the text it was given, which starts one character early. */
function problemOf(error: unknown, block: string, start: number): NonNullable<FrontMatter['problem']> {
  const { reason, mark } = error as { reason?: string; mark?: { position?: number } };
  const at = Math.max(0, Math.min((mark?.position ?? 0) - 1, Math.max(0, block.length - 1)));
  return { message: reason ?? String(error), offset: start + at };
}

function entriesOf(block: string, start: number, data: Parsed['data'], keyLine: RegExp): FrontMatterEntry[] {
  const found = matchesIn(block, keyLine).filter((match) => {
    const key = keyOf(match);
    return data === null || Object.hasOwn(data, key);
  });
  return found.map((match, at) => {
    const key = keyOf(match);
    const next = found[at + 1]?.index ?? block.length;
    const raw = withoutComments(block.slice(match.index, next));
    const rawValue = raw.slice(match[0].length);
    const lead = rawValue.length - rawValue.trimStart().length;
    const value = data ? data[key] : looseValue(rawValue);
    const end = start + match.index + raw.length;
    return {
      key,
      text: valueText(value),
      range: { start: start + match.index, end },
      nested: nestedIn(rawValue, start + match.index + match[0].length, value),
      valueRange: { start: Math.min(end, start + match.index + match[0].length + lead), end },
    };
  });
}

/** The keys of a block mapping, each with its line as range. */
function nestedIn(raw: string, start: number, value: unknown): FrontMatterValue[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return [...raw.matchAll(/^[ \t]+([A-Za-z_][\w-]{0,99}):[ \t]*(.*)$/gm)].flatMap((match) => {
    const [line, key = '', source = ''] = match;
    if (!Object.hasOwn(value, key)) return [];
    const end = start + match.index + line.length;
    const range = { start: start + match.index + line.indexOf(key), end };
    const text = valueText((value as Record<string, unknown>)[key]);
    return [{ key, text, range, valueRange: { start: end - source.length, end } }];
  });
}

/** The lines of a key without the blank lines and comments that follow them. */
function withoutComments(source: string): string {
  let raw = source.trimEnd();
  for (let at = raw.lastIndexOf('\n'); at >= 0 && raw.charAt(at + 1) === '#'; at = raw.lastIndexOf('\n'))
    raw = raw.slice(0, at).trimEnd();
  return raw;
}

const keyOf = (match: RegExpMatchArray): string => (match[1] ?? match[2] ?? match[3] ?? '').trim();

/** The value of a key in a block that is not valid YAML, as its writer meant it. */
function looseValue(raw: string): unknown {
  const lines = raw
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const items = lines.filter((line) => /^-\s/.test(line)).map((line) => unquote(line.slice(1)));
  if (items.length > 0) return items;
  return unquote(lines.join(' ').replace(/\s#.*$/, ''));
}

const unquote = (text: string): string => text.trim().replace(/^(["'])(.*)\1$/, '$2');

/** Longest value that is kept, in UTF-16 code units, and how many of its parts are looked at. */
const longest = 2000;
const mostParts = 1000;

/** A value as one line of text. Deep and long ones are cut: aliases can make a small block as large as one likes. */
function valueText(value: unknown): string {
  let seen = 0;
  const textAt = (part: unknown, depth: number): string => {
    if (part === null || part === undefined || depth > 3) return '';
    if (part instanceof Date) return part.toISOString();
    if (typeof part !== 'object') return String(part).slice(0, longest).replace(/\s+/g, ' ').trim();
    const texts: string[] = [];
    for (const key in part) {
      if (++seen > mostParts) break;
      const text = textAt((part as Record<string, unknown>)[key], depth + 1);
      if (text !== '') texts.push(text);
    }
    return texts.join(', ');
  };
  return textAt(value, 0).slice(0, longest);
}
