import type { MarkdownDocument } from '../document/document.ts';
import type { Block } from '../document/markdown.ts';
import { openQuestions } from '../document/open-questions.ts';
import { sectionsOf } from '../document/sections.ts';
import { textOf } from '../document/substance.ts';
import { positionAt, type TextRange } from '../text.ts';
import { planHeading } from '../vocabulary/left-to-do.ts';
import { isPlaceholder } from '../vocabulary/lookup.ts';

/** Words of a work item, and the line (from 1) on which they stand. */
export interface Quote {
  readonly text: string;
  readonly line: number;
}

export interface WorkItemQuotes {
  /** What the document says is to be done next: a labelled value, or the entries of a section of that meaning. */
  readonly nextActions: readonly Quote[];
  /** The steps of a plan, which stay as they are when they are done. */
  readonly planned: readonly Quote[];
  /** Checkboxes that are not ticked, but for those among the next actions. */
  readonly unticked: readonly Quote[];
  /** Questions of a section for them, or labelled as such, that no answer follows. */
  readonly questions: readonly Quote[];
}

/** Longer texts, in UTF-16 code units, are data rather than a sentence to quote. */
const longestQuote = 1000;

/** Finds what a work item itself says about what is left to do. Nothing is concluded: what comes back stands in the text. */
export function quoteWorkItem(document: MarkdownDocument): WorkItemQuotes {
  const { blocks, fields, lines } = document;
  const quote = (text: string, offset: number): Quote => ({ text, line: positionAt(lines, offset).line + 1 });
  const labelled = fields.filter(({ roles, value }) => roles.includes('next') && !isPlaceholder(value));
  const entries = new Set<Block>();
  const steps = new Set<Block>();
  for (const { from, to, title } of sectionsOf(document, 'next')) {
    const isPlan = planHeading.test(title);
    for (const block of blocks.slice(from, to))
      if (isEntry(document, block)) (isPlan && !isUnticked(block) ? steps : entries).add(block);
  }
  const unticked = blocks.filter((block) => isUnticked(block) && !entries.has(block));
  const quoteBlock = ({ range }: { readonly range: TextRange }): Quote => quote(textOf(document, range), range.start);
  return {
    nextActions: [
      ...labelled.map(({ value, valueRange }) => quote(value, valueRange.start)),
      ...[...entries].map(quoteBlock),
    ],
    planned: [...steps].filter((step) => !entries.has(step)).map(quoteBlock),
    unticked: unticked
      .map(quoteBlock)
      .filter(({ text }) => text !== '' && text.length <= longestQuote && !isPlaceholder(text)),
    questions: openQuestions(document).map(quoteBlock),
  };
}

const isUnticked = (block: Block): boolean => block.kind === 'item' && block.checked === false;

/** Whether a block of a section of next steps is one of them: an item that is not ticked, or a sentence; not an owner. */
function isEntry(document: MarkdownDocument, block: Block): boolean {
  const field = document.fields.find(({ range }) => range.start === block.range.start);
  // A labelled next action is quoted already, and who has the work is none.
  if (field?.roles.some((role) => role === 'next' || role === 'owner')) return false;
  if (block.kind !== 'paragraph' && (block.kind !== 'item' || block.checked === true)) return false;
  const text = textOf(document, block.range);
  return text.length <= longestQuote && !isPlaceholder(text);
}
