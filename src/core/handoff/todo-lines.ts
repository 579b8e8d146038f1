import { type TodoFact, todoKinds } from './handoff-facts.ts';

const marks = todoKinds.join('|');

/** A mark that says so itself, by a colon or a name in parentheses behind it. */
const named = new RegExp(String.raw`(?<![\w'"\`./-])(${marks})(?=\([^)]{1,80}\)|\s?:)`);

/** A mark that begins a comment, a list item or the line. */
const leading = new RegExp(
  String.raw`(?:^\s*|//+|/\*+|^\s*\*|#+|<!--|^\s*--|^\s*;+|^\s*%+|^\s*[-*+]\s(?:\[[ xX]\]\s)?)\s*(${marks})(?=[\s(:!])`,
);

/** The mark in a line that says what is left to do, with what follows it; null where there is none, or nothing follows. */
export function todoIn(line: string): Pick<TodoFact, 'kind' | 'text'> | null {
  const match = named.exec(line) ?? leading.exec(line);
  const kind = todoKinds.find((mark) => mark === match?.[1]);
  if (!match || !kind) return null;
  const text = line
    .slice(match.index + match[0].length - kind.length)
    .replace(/\s*(?:\*+\/\}?|--+>|#\})\s*$/, '')
    .trim();
  return /[\p{L}\p{N}]/u.test(text.slice(kind.length).replace(/^\([^)]*\)/, '')) ? { kind, text } : null;
}
