import type { MarkdownDocument } from '../document/document.ts';
import type { Passage } from '../document/prose.ts';
import { textOf } from '../document/substance.ts';

/** The due dates that front matter and tables state; those of the text stand in its passages. */
export function dueValues(document: MarkdownDocument): Passage[] {
  return document.fields
    .filter(({ roles, source }) => roles.includes('due') && (source === 'front-matter' || source === 'table'))
    .map(({ valueRange }) => ({ range: valueRange, words: textOf(document, valueRange) }));
}
