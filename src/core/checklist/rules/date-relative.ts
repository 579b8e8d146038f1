import type { MarkdownDocument } from '../../document/document.ts';
import { type Passage, passagesWith, placeIn, sentenceAt } from '../../document/prose.ts';
import { type Section, sectionsOf } from '../../document/sections.ts';
import { excerpt, textOf } from '../../document/substance.ts';
import { leftHeading } from '../../vocabulary/left-to-do.ts';
import { appointment, limit, noPromise, past, promise } from '../../vocabulary/promises.ts';
import { datedLine, dayOfMonth, relativeDay, setsApart } from '../../vocabulary/relative-days.ts';
import { dueValues } from '../due-values.ts';
import { escapeSnippet } from '../mending/snippet.ts';
import type { Fault, Rule } from '../rule.ts';

export const dateRelative: Rule = {
  id: 'date-relative',
  title: 'A day that somebody relies on is written as a date.',
  severity: 'information',
  openOnly: true,
  find: ({ item: { document } }) => {
    const due = dueValues(document).flatMap((value) => faultsIn(document, value, () => true));
    const passages = passagesWith(document, 'day', ['log']);
    if (passages.length === 0) return due;
    const steps = sectionsOf(document, 'next').filter(({ title }) => leftHeading.test(title));
    return [
      ...due,
      ...passages.flatMap((passage) => faultsIn(document, passage, promisedIn(document, passage, steps))),
    ];
  },
  mend: ({ item: { document } }, { range }) => {
    const words = textOf(document, range);
    return {
      title: `Write a date instead of "${excerpt(words, 40)}"`,
      edits: [{ range, snippet: `\${1:${escapeSnippet(words)}}` }],
    };
  },
};

type Relied = (at: number) => boolean;

function faultsIn(document: MarkdownDocument, passage: Passage, isRelied: Relied): Fault[] {
  const { words } = passage;
  if (dayOfMonth.test(words)) return [];
  const days = [...words.matchAll(relativeDay)].filter(({ index }) => isRelied(index));
  if (days.length > 0 && isDatedAbove(document, passage)) return [];
  return days.map(({ index, 0: day }) => {
    const range = placeIn(passage, index, day.length);
    return {
      range,
      message: `Which day "${textOf(document, range)}" is depends on when it was written and who reads it where. Write the date.`,
    };
  });
}

/** Whether the heading or the line above begins with a date, as those above minutes and entries of a diary do. */
function isDatedAbove(document: MarkdownDocument, { range }: Passage): boolean {
  const above = document.blocks.filter((block) => block.range.start < range.start);
  const [line, heading] = [
    above.findLast(({ kind }) => kind !== 'item'),
    above.findLast(({ kind }) => kind === 'heading'),
  ];
  return [line, heading].some(
    (block) =>
      block && block.range.end - block.range.start <= longestDate && datedLine.test(textOf(document, block.range)),
  );
}

/** In UTF-16 code units, with an address. */
const longestDate = 200;

/** Whether the sentence around a day promises something for it; a step that is to be taken next does. */
function promisedIn({ blocks }: MarkdownDocument, { words, range }: Passage, steps: readonly Section[]): Relied {
  const isStep = steps.some(({ from, to }) => {
    const [first, last] = [blocks[from], blocks[to - 1]];
    return first && last && first.range.start <= range.start && range.end <= last.range.end;
  });
  return (at) => {
    const { sentence, start } = sentenceAt(words, at);
    if (noPromise.test(sentence) || past.test(sentence) || setsApart.test(sentence)) return false;
    return isStep || promise.test(sentence) || appointment.test(sentence) || limit.test(sentence.slice(0, at - start));
  };
}
