import type { TextRange } from '../text.ts';
import { normalizeLabel } from '../vocabulary/lookup.ts';
import {
  answer,
  answered,
  askedLater,
  openQuestion,
  questionLabel,
  questionPrompt,
  questionsHeading,
} from '../vocabulary/questions.ts';
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
  const lastProse = lastProseIn(document);
  const questions: OpenQuestion[] = [];
  for (const [at, block] of blocks.entries()) {
    const section = sections.findLast(({ from, to }) => from <= at && at < to);
    const words = section || labelled.has(block.range.start) ? passageOf(document, block)?.words : undefined;
    if (words === undefined || !isOpen(document, at, words)) continue;
    const label = questionLabel.exec(words)?.[0] ?? '';
    if (section ? isDiscussed(document, at, section, lastProse) : label === '') continue;
    questions.push({ block, range: block.range, at: block.range.start + label.length, words, section });
  }
  return questions;
}

/** Whether it is a question, and nothing that follows may be its answer. */
function isOpen(document: MarkdownDocument, at: number, words: string): boolean {
  const { blocks } = document;
  if (!openQuestion.test(words.trimEnd()) || answered.test(words)) return false;
  if (askedLater.test(words) || questionPrompt.test(words)) return false;
  const [block, next] = [blocks[at], blocks[at + 1]];
  if (!block || !next || next.kind === 'rule') return true;
  // What is nested below a question, or follows it, may tell more of it, but for the next question.
  if (next.kind === 'heading') return next.level <= levelAt(blocks, at);
  if (next.depth < block.depth) return !isAnsweredBelow(document, at);
  return isNextQuestion(document, block, next) && !isAnsweredBelow(document, at);
}

/** Whether the block after a question asks the next one; bullets below a number belong to it. */
function isNextQuestion(document: MarkdownDocument, block: Block, next: Block): boolean {
  if (next.kind !== block.kind || next.depth !== block.depth) return false;
  if (next.kind === 'item' && block.kind === 'item' && block.ordered && !next.ordered) return false;
  return isQuestion(textOf(document, next.range));
}

/** How many blocks below a question may hold those asked with it. */
const furthest = 50;

/** Whether a paragraph below the questions that are asked together answers them. */
function isAnsweredBelow(document: MarkdownDocument, at: number): boolean {
  const { blocks } = document;
  const { kind, depth } = blocks[at] as Block;
  const after = blocks.slice(at + 1, at + furthest).find((block) => {
    if (block.kind !== kind || block.depth < depth) return true;
    return kind === 'paragraph' && !isQuestion(textOf(document, block.range));
  });
  if (after?.kind !== 'paragraph') return false;
  if (kind === 'paragraph') return true;
  // What stands in the item above, below the questions that are nested in it, is about them.
  return after.depth < depth && (after.depth > 0 || answered.test(textOf(document, after.range)));
}

/** Whether it stands in a part of its section that is about something else, or that goes on to discuss it. */
function isDiscussed({ sections }: MarkdownDocument, at: number, { from }: Section, lastProse: LastProse): boolean {
  const part = sections.findLast((section) => section.from <= at && at < section.to);
  if (!part || part.from === from || part.level > 6) return false;
  return part.roles.some((role) => role !== 'none') || lastProse(part) > at;
}

/** The index of the last paragraph of a section that asks nothing; -1 where there is none. */
type LastProse = (section: Section) => number;

/** Looks once in each section. */
function lastProseIn({ blocks, text }: MarkdownDocument): LastProse {
  const found = new Map<Section, number>();
  return (section) => {
    const known = found.get(section);
    if (known !== undefined) return known;
    const at = blocks.slice(section.from, section.to).findLastIndex(({ kind, range }) => {
      return kind === 'paragraph' && !isQuestion(text.slice(range.start, range.end));
    });
    const last = at < 0 ? at : section.from + at;
    found.set(section, last);
    return last;
  };
}

/** The level of the heading that a block stands below; 0 where there is none. */
function levelAt(blocks: readonly Block[], at: number): number {
  return blocks.findLast((block, index): block is Heading => index < at && block.kind === 'heading')?.level ?? 0;
}

const isQuestion = (text: string): boolean => openQuestion.test(text) && !answer.test(text);
