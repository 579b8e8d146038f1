import { textOf } from '../../document/substance.ts';
import type { WorkItem } from '../../document/work-item.ts';
import type { Judgement } from '../judgement.ts';
import type { Mend } from '../rule.ts';
import { fillField } from './add-fact.ts';
import { fillSection, promptOf } from './fill-section.ts';
import { escapeSnippet } from './snippet.ts';

/**
 * Fills the place where a point is kept, or selects the words that are too vague.
 * @param snippet one line, with the mark of a list where it is to begin one.
 * @returns null where the point has no place yet, or one in front matter: a tool may want something else there.
 */
export function mendGap(
  { document }: WorkItem,
  { range, gap }: Pick<Judgement, 'range' | 'gap'>,
  snippet: string,
): Mend | null {
  if (gap === null || gap.kind === 'absent') return null;
  const section = document.sections.find(({ headingRange }) => headingRange.start === range.start);
  if (section) return fillSection(document, section, snippet);
  if (gap.kind === 'vague')
    return { title: 'Say more', edits: [{ range, snippet: `\${1:${escapeSnippet(textOf(document, range))}}` }] };
  const field = document.fields.find((found) => found.range.start === range.start && found.source !== 'front-matter');
  return field ? fillField(document, field, promptOf(snippet)) : null;
}
