import { sectionsOf } from '../../document/document.ts';
import { substanceOf } from '../../document/substance.ts';
import type { WorkItem } from '../../document/work-item.ts';
import { isPlaceholder } from '../../vocabulary/lookup.ts';
import { type Judgement, metBy, metBySection, unmet } from '../judgement.ts';

/** Shorter texts without a list define nothing that two people would agree on. In UTF-16 code units. */
const shortestDefinition = 15;

/** Point 5: a clear definition of "done" is provided. */
export function judgeDone(item: WorkItem): Judgement {
  const { document } = item;
  const sections = sectionsOf(document, 'done');
  for (const section of sections) {
    const { first, items, length } = substanceOf(document, section);
    if (first && (items.length > 0 || length >= shortestDefinition))
      return metBySection(item, section, items[0] ?? first);
  }
  const field = document.fields.find(
    ({ roles, value }) => roles.includes('done') && !isPlaceholder(value) && value.length >= shortestDefinition,
  );
  if (field) return metBy(item, field.valueRange);
  return unmet(item, sections, 'No definition of done is given.');
}
