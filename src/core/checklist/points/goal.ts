import { sectionsOf } from '../../document/document.ts';
import type { Block } from '../../document/markdown.ts';
import { substanceOf, textOf } from '../../document/substance.ts';
import { taskList } from '../../document/task-list.ts';
import type { WorkItem } from '../../document/work-item.ts';
import { bareText, isPlaceholder } from '../../vocabulary/lookup.ts';
import { type Judgement, metBy, metBySection, unmet } from '../judgement.ts';

/** Shorter texts name a subject; they do not say what is to be achieved. In UTF-16 code units. */
const shortestGoal = 20;

/** Words in a title that states the outcome by itself ("Return 404 for unknown invoices"). */
const titleWords = 5;

/** Point 1: the task or goal is clearly stated in writing. */
export function judgeGoal(item: WorkItem): Judgement {
  const { document } = item;
  const sections = sectionsOf(document, 'goal');
  for (const section of sections) {
    const { first, length } = substanceOf(document, section);
    if (first && length >= shortestGoal) return metBySection(item, section, first);
  }
  const field = document.fields.find(
    (found) => found.roles.includes('goal') && !isPlaceholder(found.value) && found.value.length >= shortestGoal,
  );
  if (field) return metBy(item, field.valueRange);
  const prose = openingProse(item);
  if (prose) return metBy(item, prose.range);
  const prompted = sections.some((section) => substanceOf(document, section).placeholder);
  if (!prompted && item.title.split(/\s+/).length >= titleWords) return metBy(item, item.titleRange);
  const [task] = taskList(document);
  if (task) return metBy(item, task.range);
  return unmet(item, sections, 'Nothing says yet what this work is to achieve.');
}

/** The first paragraph between the title and the next heading that is a sentence, not a list of labels. */
function openingProse({ document, heading }: WorkItem) {
  const { blocks, fields } = document;
  let field = 0;
  for (let at = heading ? blocks.indexOf(heading) + 1 : 0; at < blocks.length; at++) {
    const block = blocks[at] as Block;
    if (block.kind === 'heading') return null;
    if (block.kind !== 'paragraph') continue;
    while ((fields[field]?.range.start ?? Number.POSITIVE_INFINITY) < block.range.start) field++;
    const labelled = (fields[field]?.range.start ?? Number.POSITIVE_INFINITY) < block.range.end;
    const text = bareText(textOf(document, block.range));
    if (!labelled && text.length >= 2 * shortestGoal && !isPlaceholder(text)) return block;
  }
  return null;
}
