import type { Block } from '../../document/markdown.ts';
import { firstReference, refersWithin } from '../../document/references.ts';
import { type Section, sectionsOf } from '../../document/sections.ts';
import { excerpt, substanceOf, textOf } from '../../document/substance.ts';
import type { WorkItem } from '../../document/work-item.ts';
import type { TextRange } from '../../text.ts';
import { isPlaceholder, isStatedNone } from '../../vocabulary/lookup.ts';
import { unfindable } from '../../vocabulary/resources.ts';
import { type Judgement, metBy, metBySection, unmet, unmetVaguely } from '../judgement.ts';

/** Point 2: all necessary files, links, and resources are attached or linked. */
export function judgeResources(item: WorkItem): Judgement {
  const { document } = item;
  const sections = sectionsOf(document, 'resources');
  const unfound: TextRange[] = [];
  const leads = (ranges: readonly TextRange[]): boolean => {
    let first: TextRange | null = null;
    for (const range of ranges) {
      const lean = leaning(item, range);
      if (!lean) return true;
      first ??= lean;
    }
    if (first) unfound.push(first);
    return first === null;
  };
  for (const section of sections) {
    const { first } = substanceOf(document, section);
    if (first && leads(saidIn(item, section)) && tells(item, section, first)) return metBySection(item, section, first);
  }
  const field = document.fields.find(
    ({ roles, value, valueRange }) =>
      roles.includes('resources') && (isStatedNone(value) || (!isPlaceholder(value) && leads([valueRange]))),
  );
  if (field) return metBy(item, field.valueRange);
  const reference = firstReference(document.text, document.bodyStart);
  if (reference)
    return { ...metBy(item, reference), evidence: () => excerpt(textOf(document, reference).replace(/^\]\(/, '')) };
  const sibling = firstSibling(item);
  if (sibling) return metBy(item, sibling);
  const [range] = unfound;
  if (range) return unmetVaguely(item, range, 'leads nowhere for somebody who was not there');
  return unmet(item, 'resources', sections, 'No file, link or other resource is named.');
}

/** Whether a section lists something, leads somewhere, or says that nothing is needed; prose alone may be about anything. */
function tells(item: WorkItem, section: Section, first: Block): boolean {
  const { document } = item;
  const isProse = document.blocks.slice(section.from, section.to).every(({ kind }) => kind === 'paragraph');
  return (
    !isProse || isStatedNone(textOf(document, first.range)) || refersWithin(document.text, contentOf(item, section))
  );
}

/** The blocks of a section that say something, or would have to. */
function saidIn({ document: { blocks } }: WorkItem, { from, to }: Section): TextRange[] {
  return blocks
    .slice(from, to)
    .filter(({ kind }) => kind !== 'heading' && kind !== 'html' && kind !== 'rule')
    .map(({ range }) => range);
}

/** From a section's heading to the end of its last block. */
function contentOf({ document: { blocks } }: WorkItem, { headingRange, to }: Section): TextRange {
  return { start: headingRange.end, end: blocks[to - 1]?.range.end ?? headingRange.end };
}

/** Words in `range` that lean on what a stranger cannot find, where nothing beside them can be followed; else null. */
function leaning({ document }: WorkItem, range: TextRange): TextRange | null {
  const text = textOf(document, range);
  const match = text.length > longestLean ? null : unfindable.exec(text);
  if (!match) return null;
  if (refersWithin(document.text, range)) return null;
  return { start: range.start + match.index, end: range.start + match.index + match[0].length };
}

/** In UTF-16 code units; a longer text says something itself. */
const longestLean = 300;

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
