import type { MarkdownDocument } from '../document/document.ts';
import type { Field } from '../document/fields.ts';
import type { Block } from '../document/markdown.ts';
import type { Section } from '../document/sections.ts';
import { excerpt, type Substance, substanceOf, textOf } from '../document/substance.ts';
import type { WorkItem } from '../document/work-item.ts';
import { positionAt, type TextRange, trimMarksEnd } from '../text.ts';
import type { Role } from '../vocabulary/labels.ts';
import { bareText, isPlaceholder } from '../vocabulary/lookup.ts';

/** What a document lacks of a point. */
export interface Gap {
  /**
   * `absent`: nothing is there. `placeholder`: a place for it is there, empty or with template text.
   * `vague`: too little is said to act on. `empty`: a field of dependencies has no value, as tools write it.
   */
  readonly kind: 'absent' | 'placeholder' | 'vague' | 'empty';
  /** What is missing, or what was found instead, in a sentence. */
  readonly told: string;
}

/** What a point comes to, with ranges in offsets. */
export interface Judgement {
  readonly verdict: 'met' | 'unmet';
  /** The evidence, or where a reader would look for it. */
  readonly range: TextRange;
  /** The evidence in the document's words, or what is missing, or what was found instead; put into words when somebody is to read it. */
  evidence(): string;
  /** Why it is unmet; of a point that is met, that it is met by vague words. */
  readonly gap: Gap | null;
}

/** Words on a point that tell too little, found while better ones are looked for. */
export interface LesserWords {
  /** Enough of them to meet the point. */
  vague: TextRange | null;
  short: TextRange | null;
}

/** Met, by the text in `range`. */
export function metBy(item: WorkItem, range: TextRange): Judgement {
  const evidence = (): string => {
    const source = textOf(item.document, range);
    // A YAML comment is no evidence.
    return excerpt(range.start < item.document.bodyStart ? source.replace(/(^|[ \t])# .*/gm, '$1') : source);
  };
  return { verdict: 'met', range: firstLineOf(item, range), evidence, gap: null };
}

/** Met, by what a section says: its words alone where its title is a label of the point, else with the title that tells why they count. */
export function metBySection(item: WorkItem, section: Section, block: Block): Judgement {
  const { document } = item;
  const evidence = (): string => {
    const words = excerpt(textOf(document, block.range));
    return isLabelled(document, section) ? words : `${trimMarksEnd(excerpt(section.title, 40), ':')}: ${words}`;
  };
  return { verdict: 'met', range: firstLineOf(item, section.headingRange), evidence, gap: null };
}

/** Whether the section's title is a label, and says nothing itself. */
export function isLabelled({ vocabulary }: MarkdownDocument, { title }: Section): boolean {
  return vocabulary.rolesOfLabel(title).length > 0;
}

/** Met, but by nothing more than the words in `range`. */
export function metVaguely(item: WorkItem, range: TextRange, lack: string): Judgement {
  return { ...metBy(item, range), gap: { kind: 'vague', told: vagueness(item, range, lack) } };
}

/** Unmet: nothing is there but the words in `range`. */
export function unmetVaguely(item: WorkItem, range: TextRange, lack: string): Judgement {
  return unmetAt('vague', firstLineOf(item, range), vagueness(item, range, lack));
}

/** The words of a section's first block; of code and tables, the section's title. */
export function wordsOf(section: Section, { kind, range }: Block): TextRange {
  return kind === 'paragraph' || kind === 'item' ? range : section.headingRange;
}

const vagueness = ({ document }: WorkItem, range: TextRange, lack: string): string =>
  `"${trimMarksEnd(excerpt(textOf(document, range)), '.')}" ${lack}.`;

/**
 * Unmet: `missing` says so in words, unless one of `sections` or a field of `role` holds the place of it.
 * Front matter holds that of the status only; the rest of it is what a tool wants there.
 */
export function unmet(item: WorkItem, role: Role, sections: readonly Section[], missing: string): Judgement {
  const { document } = item;
  for (const section of sections) {
    const { first, placeholder } = substanceOf(document, section);
    if (first) continue;
    const found = placeholder ? 'holds only placeholder text' : 'is empty';
    return unmetAt('placeholder', section.headingRange, `The section "${excerpt(section.title, 40)}" ${found}.`);
  }
  const field = document.fields.find((candidate) => candidate.roles.includes(role) && holdsPlace(document, candidate));
  if (field) return unmetAt('placeholder', field.range, placeholderField(field));
  return unmetAt('absent', firstLineOf(item, item.titleRange), missing);
}

export function unmetAt(kind: Gap['kind'], range: TextRange, told: string): Judgement {
  return { verdict: 'unmet', range, evidence: () => told, gap: { kind, told } };
}

/** What a field holds that has no value but a placeholder. */
export function placeholderField({ label, value }: Field): string {
  return `"${label}" ${bareText(value) === '' ? 'is empty' : 'holds only placeholder text'}.`;
}

/** Whether the field holds the place of a value, rather than standing above what belongs to it. */
function holdsPlace({ text, lines, sections, fields }: MarkdownDocument, field: Field): boolean {
  const { source, value, range, roles } = field;
  if (source === 'comment' || !isPlaceholder(value)) return false;
  if (source === 'front-matter') return roles.includes('status');
  if (sections.some(({ headingRange }) => headingRange.start === range.start)) return false;
  if (bareText(value) !== '' || source === 'table') return true;
  const { line } = positionAt(lines, range.start);
  const next = { start: lines.starts[line + 1] ?? text.length, end: lines.starts[line + 2] ?? text.length };
  const isField = fields.some(({ range: { start } }) => next.start <= start && start < next.end);
  return isField || text.slice(next.start, next.end).trim() === '';
}

/** The block by which a section says all that it says; null where it says nothing, or more. */
export function onlyBlock(document: MarkdownDocument, { first, length }: Substance): Block | null {
  if (first?.kind !== 'paragraph' && first?.kind !== 'item') return null;
  return bareText(textOf(document, first.range)).length === length ? first : null;
}

/** A range cut at the end of its first line, so that a squiggle or a selection stays small. */
export function firstLineOf(item: WorkItem, range: TextRange): TextRange {
  const length = textOf(item.document, range).search(/[\r\n]/);
  return length < 0 ? range : { start: range.start, end: range.start + length };
}
