import { definedInside, headOfMethod, testTitle } from './defined-inside.ts';
import { definedName, definesNames } from './defined-name.ts';

/** Lines of a text, from 1, both included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** A function, type, test or the like, with the lines of its definition. */
export interface NamedPart extends LineRange {
  /** Behind the names of the types that it belongs to: `Mailer.send`. */
  readonly name: string;
}

/** A part that may go on, and its last line so far that says something. */
interface OpenPart extends NamedPart {
  last: number;
  readonly indent: number;
}

/**
 * The named parts of a source text, each before what it holds, told by the shape and the indentation of its lines: what
 * belongs to a definition stands further to the right.
 * @param path its ending says in which language it is written.
 */
export function outlineOf(text: string, path: string): NamedPart[] {
  if (!definesNames(path)) return [];
  const parts: OpenPart[] = [];
  const open: OpenPart[] = [];
  const nameIn = namesAfter(path);
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const indent = line.search(/\S/);
    // Neither an empty line nor a comment ends anything, wherever it stands.
    if (indent < 0 || /^(?:\/\/|\/?\*|#\s|#!|--|<!--)/.test(line.slice(indent, indent + 4))) continue;
    while (ends(open.at(-1), line, indent)) open.pop();
    const named = nameIn(line, indent, at + 1);
    if (named !== null) {
      const holder = named.isTest ? undefined : open.at(-1)?.name;
      const name = holder === undefined ? named.name : `${holder}.${named.name}`;
      const part = { name, indent, first: named.first, last: at + 1 };
      parts.push(part);
      open.push(part);
    }
    for (const part of open) part.last = at + 1;
  }
  return parts.map(({ name, first, last }) => ({ name, first, last }));
}

/** Whether the part ends before the line. A bracket that closes it, or stands between its head and its body, is its own. */
function ends(part: OpenPart | undefined, line: string, indent: number): boolean {
  if (part === undefined || indent > part.indent) return false;
  return indent < part.indent || !/^\s*(?:[)\]}]|end\b)/.test(line);
}

interface Named {
  readonly name: string;
  readonly isTest: boolean;
  /** Where it begins. */
  readonly first: number;
}

/** Tells what each of the lines, given one by one, defines; of a method whose arguments take several lines, the last one. */
function namesAfter(path: string): (line: string, indent: number, number: number) => Named | null {
  let head: { readonly name: string; readonly indent: number; readonly first: number } | null = null;
  return (line, indent, number) => {
    const before = head;
    const begun = headOfMethod(line, path);
    if (begun !== null) head = { name: begun, indent, first: number };
    else if (before && indent <= before.indent) head = null;
    if (before?.indent === indent && /^\s*\)[^=;]*\{$/.test(line)) return { ...before, isTest: false };
    const test = testTitle(line, path);
    const name = test ?? (indent === 0 ? definedName(line, path) : definedInside(line, path));
    return name === null ? null : { name, isTest: test !== null, first: number };
  };
}

/** Where a text has changed. */
export interface Touched {
  /** The names of the innermost parts that the changed lines lie in, those with most changed lines first. */
  readonly names: readonly string[];
  /** Where most lines have changed together, of a named part if there is one: the first of them, and the first part that they lie in. */
  readonly place: { readonly line: number; readonly name: string | null } | null;
}

/**
 * @param parts each before what it holds.
 * @param changed ranges with `last` before `first` where lines were taken out between the two.
 */
export function touchedParts(parts: readonly NamedPart[], changed: readonly LineRange[]): Touched {
  // Only there a line can have a name: a change may be of a hundred thousand lines.
  const firstNamed = parts.reduce((line, { first }) => Math.min(line, first), Number.POSITIVE_INFINITY);
  const lastNamed = parts.reduce((line, { last }) => Math.max(line, last), 0);
  const named = ({ first, last }: LineRange) => ({
    first: Math.max(first, firstNamed),
    last: Math.min(last, lastNamed),
  });
  const innermost = new Map<number, string>();
  for (const { name, first, last } of parts) for (let line = first; line <= last; line++) innermost.set(line, name);
  const lines = new Map<string, number>();
  const nameOf = (range: LineRange) => {
    if (range.last < range.first)
      return parts.findLast((part) => part.first <= range.last && range.first <= part.last)?.name;
    const { first, last } = named(range);
    for (let line = first; line <= last; line++) if (innermost.has(line)) return innermost.get(line);
    return undefined;
  };
  const touch = (name: string | undefined) => name !== undefined && lines.set(name, (lines.get(name) ?? 0) + 1);
  for (const range of changed) {
    if (range.last < range.first) touch(nameOf(range));
    const { first, last } = named(range);
    for (let line = first; line <= last; line++) touch(innermost.get(line));
  }
  // What an import or the like needs is no place to start.
  const inside = changed.filter((range) => nameOf(range) !== undefined);
  const candidates = inside.length > 0 ? inside : changed;
  const largest = candidates.reduce<LineRange | null>((a, b) => (a && sizeOf(a) >= sizeOf(b) ? a : b), null);
  return {
    names: [...lines].sort(([, a], [, b]) => b - a).map(([name]) => name),
    place: largest && { line: Math.max(1, Math.min(largest.first, largest.last)), name: nameOf(largest) ?? null },
  };
}

const sizeOf = ({ first, last }: LineRange): number => Math.max(1, last - first + 1);
