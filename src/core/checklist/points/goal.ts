import type { Block } from '../../document/markdown.ts';
import { type Section, sectionsOf } from '../../document/sections.ts';
import { excerpt, substanceOf, textOf } from '../../document/substance.ts';
import { taskList } from '../../document/task-list.ts';
import type { WorkItem } from '../../document/work-item.ts';
import { bareText, isPlaceholder } from '../../vocabulary/lookup.ts';
import { isAttempt, isName } from '../../vocabulary/vague.ts';
import {
  isLabelled,
  type Judgement,
  type LesserWords,
  metBy,
  metBySection,
  metVaguely,
  onlyBlock,
  unmet,
  unmetVaguely,
  wordsOf,
} from '../judgement.ts';

/** Shorter texts name a subject; they do not say what is to be achieved. In UTF-16 code units. */
const shortestGoal = 20;

/** Words in a title that states the outcome by itself ("Return 404 for unknown invoices"). */
const titleWords = 5;

const lack = 'does not say what is to be achieved';

/** Point 1: the task or goal is clearly stated in writing. */
export function judgeGoal(item: WorkItem): Judgement {
  const { document } = item;
  const sections = sectionsOf(document, 'goal');
  const isWhole = item.title.split(/\s+/).length >= titleWords;
  const lesser: LesserWords = { vague: null, short: null };
  const said = bySection(item, sections, isWhole, lesser) ?? byField(item, isWhole, lesser) ?? openingProse(item);
  if (said) return said;
  if (lesser.vague) return metVaguely(item, lesser.vague, lack);
  const prompted = sections.some((section) => substanceOf(document, section).placeholder);
  if (!prompted && isWhole) return metBy(item, item.titleRange);
  const [task] = taskList(document);
  if (task) return metBy(item, task.range);
  if (lesser.short) return unmetVaguely(item, lesser.short, lack);
  return unmet(item, 'goal', sections, 'Nothing says yet what this work is to achieve.');
}

function bySection(
  item: WorkItem,
  sections: readonly Section[],
  isWhole: boolean,
  lesser: LesserWords,
): Judgement | null {
  const { document } = item;
  for (const section of sections) {
    const substance = substanceOf(document, section);
    const { first, length } = substance;
    if (!first) continue;
    const only = isLabelled(document, section) ? onlyBlock(document, substance) : null;
    if (length < shortestGoal) lesser.short ??= wordsOf(section, first);
    else if (only && namesTheWork(item, textOf(document, only.range), isWhole)) lesser.vague ??= only.range;
    else return metBySection(item, section, first);
  }
  return null;
}

function byField(item: WorkItem, isWhole: boolean, lesser: LesserWords): Judgement | null {
  for (const { roles, value, valueRange } of item.document.fields) {
    if (!roles.includes('goal') || isPlaceholder(value)) continue;
    if (value.length < shortestGoal) lesser.short ??= isAttempt(value) ? valueRange : null;
    else if (namesTheWork(item, value, isWhole)) lesser.vague ??= valueRange;
    else return metBy(item, valueRange);
  }
  return null;
}

/** Whether the text says no more than the title, or has as few words, where the title is no whole statement. */
function namesTheWork({ title }: WorkItem, text: string, isWhole: boolean): boolean {
  if (!isWhole && isName(text)) return true;
  return text.length < 2 * title.length && wordsAlone(title).includes(wordsAlone(text));
}

const wordsAlone = (text: string): string =>
  excerpt(text, 200)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The first paragraph between the title and the next heading that is a sentence, not a list of labels. */
function openingProse(item: WorkItem): Judgement | null {
  const { document, heading } = item;
  const { blocks, fields } = document;
  let field = 0;
  for (let at = heading ? blocks.indexOf(heading) + 1 : 0; at < blocks.length; at++) {
    const block = blocks[at] as Block;
    if (block.kind === 'heading') return null;
    if (block.kind !== 'paragraph') continue;
    while ((fields[field]?.range.start ?? Number.POSITIVE_INFINITY) < block.range.start) field++;
    const labelled = (fields[field]?.range.start ?? Number.POSITIVE_INFINITY) < block.range.end;
    const text = bareText(textOf(document, block.range));
    if (!labelled && text.length >= 2 * shortestGoal && !isPlaceholder(text)) return metBy(item, block.range);
  }
  return null;
}
