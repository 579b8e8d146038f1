import { excerpt, textOf } from '../../document/substance.ts';
import { asideHeading, mayHaveToWait, putOff, saidInPassing } from '../../vocabulary/dependencies.ts';
import type { Grounds } from '../gap-rule.ts';
import type { JudgedItem } from '../rule.ts';
import { blocksOutside } from './blocks-outside.ts';
import { wordsIn } from './words-in.ts';

/** In UTF-16 code units: in a longer text a few words may be about anything. */
const longest = 10_000;

/**
 * Dependencies are asked for where the text leaves open whether the work has to wait. Work that waits on nothing need not say
 * so; where somebody is at work already, what came first is over; and what is said in passing is said.
 */
export function groundsForDependencies({ item, judgements }: JudgedItem): Grounds | null {
  const { document, statuses, inProgress } = item;
  const { gap, range: place } = judgements.dependencies;
  if (inProgress || document.text.length - document.bodyStart > longest) return null;
  const empty = gap?.kind === 'empty' && document.fields.find(({ range }) => range.start === place.start);
  const lack = empty ? `"${empty.label}" is empty` : 'no dependency is listed';
  const told = (words: string): string => `"${words}" may mean that this has to wait, but ${lack}.`;
  const passages = blocksOutside(document, ['done', 'log', 'none'], asideHeading).map((block) => {
    return { range: block.range, words: wordsIn(document, block) };
  });
  const isSaid = (): boolean => passages.some(({ words }) => saidInPassing.test(words));
  const [status] = statuses;
  if (status && putOff.test(status.value)) return isSaid() ? null : { range: status.range, told: told(status.value) };
  for (const { range, words } of passages) {
    const match = mayHaveToWait.exec(words);
    if (!match) continue;
    if (isSaid()) return null;
    const start = range.start + match.index;
    const found = { start, end: start + match[0].length };
    return { range: found, told: told(excerpt(textOf(document, found), 120)) };
  }
  return null;
}
