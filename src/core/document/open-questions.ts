import type { TextRange } from '../text.ts';
import { normalizeLabel } from '../vocabulary/lookup.ts';
import { answer, answered, openQuestion, questionLabel, questionsHeading } from '../vocabulary/questions.ts';
import type { MarkdownDocument } from './document.ts';
import type { Block, Heading } from './markdown.ts';
import { passageOf, passagesWith } from './prose.ts';
import type { Section } from './sections.ts';
import { textOf } from './substance.ts';

/** A question that no answer follows. */
export interface OpenQuestion {
  readonly block: Block;
  readonly range: TextRange;
  /** Where its words begin, after a label such as "Question:". */
  readonly at: number;
  /** As those of a Passage. */
  readonly words: string;
  /** The section for questions that it stands in; without one, it is labelled as a question. */
  readonly section: Section | undefined;
}

/** The open questions of a document, in order. */
export function openQuestions(document: MarkdownDocument): OpenQuestion[] {
  const { blocks } = document;
  const sections = document.sections.filter(
    ({ title }) => /question/i.test(title) && questionsHeading.test(normalizeLabel(title)),
  );
  const labelled = new Set(passagesWith(document, 'question', ['log']).map(({ range }) => range.start));
  if (sections.length === 0 && labelled.size === 0) return [];
  const questions: OpenQuestion[] = [];
  for (const [at, block] of blocks.entries()) {
    const section = sections.findLast(({ from, to }) => from <= at && at < to);
    const words = section || labelled.has(block.range.start) ? passageOf(document, block)?.words : undefined;
    if (words === undefined || !isOpen(document, at, words)) continue;
    const label = questionLabel.exec(words)?.[0] ?? '';
    if (!section && label === '') continue;
    questions.push({ block, range: block.range, at: block.range.start + label.length, words, section });
  }
  return questions;
}

/** Whether it is a question, and nothing that follows may be its answer. */
function isOpen(document: MarkdownDocument, at: number, words: string): boolean {
  const { blocks } = document;
  if (!openQuestion.test(words.trimEnd()) || answered.test(words)) return false;
  const [block, next] = [blocks[at], blocks[at + 1]];
  if (!block || !next || next.kind === 'rule') return true;
  // What is nested below a question, or follows it, may tell more of it, but for the next question.
  if (next.kind === 'heading') return next.level <= levelAt(blocks, at);
  if (next.depth < block.depth) return true;
  return next.kind === block.kind && next.depth === block.depth && isQuestion(textOf(document, next.range));
}

/** The level of the heading that a block stands below; 0 where there is none. */
function levelAt(blocks: readonly Block[], at: number): number {
  return blocks.findLast((block, index): block is Heading => index < at && block.kind === 'heading')?.level ?? 0;
}

const isQuestion = (text: string): boolean => openQuestion.test(text) && !answer.test(text);
