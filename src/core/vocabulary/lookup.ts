import { trimMarks } from '../text.ts';
import { placeholderPatterns, statedNone } from './placeholders.ts';

/** One pattern that matches where any of these does; several times as fast as trying them in turn. */
const anyOf = (patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'), 'i');

const placeholder = anyOf(placeholderPatterns);
const none = anyOf(statedNone);

/** The label as the vocabulary has it: lower case, no emphasis, emoji, numbering, brackets or closing colon; `-`, `_` and `&` in words. */
export function normalizeLabel(label: string): string {
  if (plainWords.test(label)) return label.toLowerCase();
  return label
    .toLowerCase()
    .replace(/[*`~]|<!--.*?-->/g, '')
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/’/g, "'")
    .replace(/&|\+/g, ' and ')
    .replace(/[_-]/g, ' ')
    .replace(/^[^\p{L}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/\s+/g, ' ');
}

/** Most labels; they need no other change than to lower case. */
const plainWords = /^[A-Za-z]+(?: [A-Za-z0-9]+)*$/;

/** The text without list marks, emphasis, quotes and comments: what is compared with placeholders. */
export function bareText(text: string): string {
  const shown = text.includes('<!--') ? text.replace(/<!--[\s\S]*?(?:-->|$)/g, '') : text;
  return trimMarks(shown.trim().replace(/^(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s*)?/, ''), '"\'*_`~');
}

/** Whether the text only holds the place of something that has still to be written; empty text does too. */
export function isPlaceholder(text: string): boolean {
  return saysNothing(bareText(text));
}

/** Whether what `bareText` has left only holds the place of something. */
export function saysNothing(bare: string): boolean {
  return bare === '' || placeholder.test(bare);
}

/** Whether the text says on purpose that there is nothing. */
export function isStatedNone(text: string): boolean {
  const bare = bareText(text);
  return none.test(bare);
}
