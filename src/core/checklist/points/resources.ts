import { firstReference } from '../../document/references.ts';
import { excerpt, substanceOf, textOf } from '../../document/substance.ts';
import { sectionsOf, type WorkItem } from '../../document/work-item.ts';
import { isPlaceholder, isStatedNone } from '../../vocabulary/lookup.ts';
import { type Judgement, metBy, metBySection, unmet } from '../judgement.ts';

/** Point 2: all necessary files, links, and resources are attached or linked. */
export function judgeResources(item: WorkItem): Judgement {
  const { document } = item;
  const sections = sectionsOf(document, 'resources');
  for (const section of sections) {
    const { first } = substanceOf(document, section);
    if (first) return metBySection(item, section, first);
  }
  const field = document.fields.find(
    (found) => found.roles.includes('resources') && (!isPlaceholder(found.value) || isStatedNone(found.value)),
  );
  if (field) return metBy(item, field.valueRange);
  const reference = firstReference(document.text, document.bodyStart);
  if (reference)
    return { ...metBy(item, reference), evidence: excerpt(textOf(document, reference).replace(/^\]\(/, '')) };
  return unmet(item, sections, 'No file, link or other resource is named.');
}
