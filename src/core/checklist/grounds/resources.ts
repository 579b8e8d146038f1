import { excerpt, textOf } from '../../document/substance.ts';
import { noPlanHeading } from '../../vocabulary/evident.ts';
import { takenAsKnown } from '../../vocabulary/resources.ts';
import type { Grounds } from '../gap-rule.ts';
import type { JudgedItem } from '../rule.ts';
import { blocksOutside } from './blocks-outside.ts';
import { wordsIn } from './words-in.ts';

/** In UTF-16 code units: a longer text tells itself what it speaks of. */
const longest = 6000;

/** Resources are asked for where the text takes something as known that a reader would have to look for. */
export function groundsForResources({ item: { document } }: JudgedItem): Grounds | null {
  if (document.text.length - document.bodyStart > longest) return null;
  for (const block of blocksOutside(document, ['log', 'none', 'done'], noPlanHeading)) {
    const match = takenAsKnown.exec(wordsIn(document, block));
    if (!match) continue;
    const start = block.range.start + match.index;
    const range = { start, end: start + match[0].length };
    return { range, told: `"${excerpt(textOf(document, range))}" is named, but no file or link leads there.` };
  }
  return null;
}
