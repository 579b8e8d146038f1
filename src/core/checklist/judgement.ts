import type { Block } from '../document/markdown.ts';
import type { Section } from '../document/sections.ts';
import { excerpt, substanceOf, textOf } from '../document/substance.ts';
import type { WorkItem } from '../document/work-item.ts';
import { type TextRange, trimMarksEnd } from '../text.ts';

/** What a point comes to, with ranges in offsets. */
export interface Judgement {
  readonly verdict: 'met' | 'unmet';
  /** The evidence, or where a reader would look for it. */
  readonly range: TextRange;
  /** The evidence in the document's words, or what is missing, or what was found instead. */
  readonly evidence: string;
}

/** Met, by the text in `range`. */
export function metBy(item: WorkItem, range: TextRange): Judgement {
  return { verdict: 'met', range: firstLineOf(item, range), evidence: excerpt(textOf(item.document, range)) };
}

/** Met, by what a section says: its words alone where its title is a label of the point, else with the title that tells why they count. */
export function metBySection(item: WorkItem, section: Section, block: Block): Judgement {
  const { document } = item;
  const words = excerpt(textOf(document, block.range));
  const titled = document.vocabulary.rolesOfLabel(section.title).length > 0;
  return {
    verdict: 'met',
    range: firstLineOf(item, section.headingRange),
    evidence: titled ? words : `${trimMarksEnd(excerpt(section.title, 40), ':')}: ${words}`,
  };
}

/** Unmet: `missing` says so in words, unless one of `sections` stands there with nothing in it. */
export function unmet(item: WorkItem, sections: readonly Section[], missing: string): Judgement {
  const [section] = sections;
  if (!section) return { verdict: 'unmet', range: firstLineOf(item, item.titleRange), evidence: missing };
  const { placeholder, first } = substanceOf(item.document, section);
  const found = placeholder ? 'holds only placeholder text' : first ? 'says too little to act on' : 'is empty';
  return {
    verdict: 'unmet',
    range: section.headingRange,
    evidence: `The section "${excerpt(section.title, 40)}" ${found}.`,
  };
}

/** A range cut at the end of its first line, so that a squiggle or a selection stays small. */
export function firstLineOf(item: WorkItem, range: TextRange): TextRange {
  const length = textOf(item.document, range).search(/[\r\n]/);
  return length < 0 ? range : { start: range.start, end: range.start + length };
}
