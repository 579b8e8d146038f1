import { sectionsOf } from '../../document/document.ts';
import { firstReference } from '../../document/references.ts';
import { excerpt, substanceOf, textOf } from '../../document/substance.ts';
import type { WorkItem } from '../../document/work-item.ts';
import type { TextRange } from '../../text.ts';
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
  const sibling = firstSibling(item);
  if (sibling) return metBy(item, sibling);
  return unmet(item, sections, 'No file, link or other resource is named.');
}

/** The id of another work item of the same series: PAY-7 in the text of PAY-12. */
function firstSibling({ id, document }: WorkItem): TextRange | null {
  const series = /^([A-Za-z]{2,20})-\S*\d$/.exec(id ?? '')?.[1];
  if (!series) return null;
  const body = document.text.slice(document.bodyStart);
  for (const match of body.matchAll(new RegExp(`(?<![\\w-])${series}-[\\w-]{0,20}\\d\\b`, 'gi'))) {
    const start = document.bodyStart + match.index;
    if (match[0].toLowerCase() !== id?.toLowerCase()) return { start, end: start + match[0].length };
  }
  return null;
}
