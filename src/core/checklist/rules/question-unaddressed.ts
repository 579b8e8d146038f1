import type { MarkdownDocument } from '../../document/document.ts';
import type { Block } from '../../document/markdown.ts';
import { type OpenQuestion, openQuestions } from '../../document/open-questions.ts';
import type { Section } from '../../document/sections.ts';
import { textOf } from '../../document/substance.ts';
import { addressee, questionLabel } from '../../vocabulary/questions.ts';
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

/** The questions that nobody is asked, each with those of its section. */
function unaddressed(document: MarkdownDocument): [OpenQuestion, ...OpenQuestion[]][] {
  const groups = new Map<Section | Block, [OpenQuestion, ...OpenQuestion[]]>();
  for (const question of openQuestions(document)) {
    if (isAddressed(document, question)) continue;
    const place = question.section ?? question.block;
    const group = groups.get(place);
    if (group) group.push(question);
    else groups.set(place, [question]);
  }
  return [...groups.values()];
}

/** Whether the question, or what introduces those of its section, says who is asked. */
function isAddressed(document: MarkdownDocument, { words, section }: OpenQuestion): boolean {
  if (addressee.test(words.replace(questionLabel, ''))) return true;
  const first = section && document.blocks[section.from];
  if (first?.kind !== 'paragraph') return false;
  const introduction = textOf(document, first.range);
  return !introduction.includes('?') && addressee.test(introduction);
}
