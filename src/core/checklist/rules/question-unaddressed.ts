import type { MarkdownDocument } from '../../document/document.ts';
import type { Block, Heading } from '../../document/markdown.ts';
import { passageOf, passagesWith } from '../../document/prose.ts';
import type { Section } from '../../document/sections.ts';
import { textOf } from '../../document/substance.ts';
import type { TextRange } from '../../text.ts';
import { normalizeLabel } from '../../vocabulary/lookup.ts';
import {
  addressee,
  answer,
  answered,
  openQuestion,
  questionLabel,
  questionsHeading,
} from '../../vocabulary/questions.ts';
import type { Rule } from '../rule.ts';

export const questionUnaddressed: Rule = {
  id: 'question-unaddressed',
  title: 'An open question says who can answer it.',
  severity: 'hint',
  openOnly: true,
  find: ({ item: { document } }) =>
    unaddressed(document).map(([{ range }, ...others]) => {
      const which = others.length === 0 ? 'this question' : `this question, nor ${others.length} below it`;
      return {
        range,
        message: `Nobody is asked ${which}, and so everybody waits for somebody else to answer. Begin with who can, as in "@name:".`,
      };
    }),
  mend: ({ item: { document } }, { range }) => {
    const questions = unaddressed(document).find(([first]) => first.range.start === range.start);
    if (!questions) return null;
    const edits = questions.map(({ at }, index) => ({
      range: { start: at, end: at },
      snippet: `@\${${index + 1}:name}: `,
    }));
    return { title: 'Say who can answer', edits };
  },
};

interface Question {
  readonly range: TextRange;
  /** Where its words begin, after a label such as "Question:". */
  readonly at: number;
}

/** The questions that nobody is asked, each with those of its section. */
function unaddressed(document: MarkdownDocument): [Question, ...Question[]][] {
  const { blocks } = document;
  const sections = document.sections.filter(
    ({ title }) => /question/i.test(title) && questionsHeading.test(normalizeLabel(title)),
  );
  const labelled = new Set(passagesWith(document, 'question', ['log']).map(({ range }) => range.start));
  if (sections.length === 0 && labelled.size === 0) return [];
  const groups = new Map<Section | Block, [Question, ...Question[]]>();
  for (const [at, block] of blocks.entries()) {
    const section = sections.findLast(({ from, to }) => from <= at && at < to);
    const words = section || labelled.has(block.range.start) ? passageOf(document, block)?.words : undefined;
    if (words === undefined || !isOpen(document, at, words) || isAddressed(document, words, section)) continue;
    const label = questionLabel.exec(words)?.[0] ?? '';
    if (!section && label === '') continue;
    const question = { range: block.range, at: block.range.start + label.length };
    const group = groups.get(section ?? block);
    if (group) group.push(question);
    else groups.set(section ?? block, [question]);
  }
  return [...groups.values()];
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

/** Whether the question, or what introduces those of its section, says who is asked. */
function isAddressed(document: MarkdownDocument, words: string, section: Section | undefined): boolean {
  if (addressee.test(words.replace(questionLabel, ''))) return true;
  const first = section && document.blocks[section.from];
  if (first?.kind !== 'paragraph') return false;
  const introduction = textOf(document, first.range);
  return !introduction.includes('?') && addressee.test(introduction);
}
