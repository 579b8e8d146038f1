import type { TextRange } from '../text.ts';
import type { Role } from '../vocabulary/labels.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Block } from './markdown.ts';

/** A heading with all that stands under it, deeper headings included. */
export interface Section {
  readonly title: string;
  readonly roles: readonly Role[];
  /** 1 to 6 for headings; more for labels that stand alone and do the work of one ("**Acceptance Criteria:**" above a list). */
  readonly level: number;
  readonly headingRange: TextRange;
  readonly line: number;
  /** Its content in the document's blocks: `from` to `to`, `to` exclusive. */
  readonly from: number;
  readonly to: number;
}

type Opening = Pick<Section, 'title' | 'roles' | 'level'>;

/** Level of a label that stands alone in a paragraph: below every heading. */
const labelLevel = 7;

/** The sections of a document, in order; nested ones stand after the one that holds them. */
export function readSections(text: string, blocks: readonly Block[], vocabulary: Vocabulary): Section[] {
  const first = blocks.find((block) => block.kind === 'heading');
  const sections: Section[] = [];
  /** Per level, where the nearest section of that level begins that has been passed, from the end backwards. */
  const nextAt: number[] = [];
  for (let at = blocks.length - 1; at >= 0; at--) {
    const block = blocks[at] as Block;
    const opening = openingOf(text, block, blocks[at + 1], block === first, vocabulary);
    if (!opening) continue;
    const { title, roles, level } = opening;
    let to = level > labelLevel ? endOfItem(blocks, at) : blocks.length;
    for (let above = 1; above <= level; above++) to = Math.min(to, nextAt[above] ?? to);
    nextAt[level] = at;
    // No spread: it takes longer than all the rest.
    sections.push({ title, roles, level, headingRange: block.range, line: block.line, from: at + 1, to });
  }
  return sections.reverse();
}

function openingOf(
  text: string,
  block: Block,
  next: Block | undefined,
  isTitle: boolean,
  vocabulary: Vocabulary,
): Opening | null {
  // Nearly every block ends with something else, and need not be looked at more closely.
  if (block.kind !== 'heading' && !':*_'.includes(text.charAt(block.range.end - 1))) return null;
  const source = text.slice(block.range.start, block.range.end);
  if (block.kind === 'heading') {
    // A title such as "Story: Sort the list" holds the whole document; it is no section that tells the story.
    const roles = isTitle ? vocabulary.rolesOfLabel(source) : vocabulary.rolesOfHeading(source);
    return { title: source, roles, level: block.level };
  }
  if (block.kind !== 'paragraph' && block.kind !== 'item') return null;
  const label = /^(?:(\*\*|__)([^*_\r\n]{2,60})\1\s*:?|([\p{L}][^:*`\r\n]{1,40}):)$/u.exec(source);
  if (!label) return null;
  const title = (label[2] ?? label[3] ?? '').trim();
  const roles = vocabulary.rolesOfLabel(title);
  const holdsMore = next !== undefined && (block.kind === 'paragraph' || isWithinItem(next, block.depth));
  if (roles.length === 0 || !holdsMore) return null;
  return { title, roles, level: block.kind === 'item' ? labelLevel + block.depth : labelLevel };
}

/** The index of the block after the last one that is nested in the list item at `at`. */
export function endOfItem(blocks: readonly Block[], at: number): number {
  const depth = blocks[at]?.depth ?? 0;
  let end = at + 1;
  for (let block = blocks[end]; block && isWithinItem(block, depth); block = blocks[end]) end++;
  return end;
}

/** Whether a block that follows a list item of that depth is nested in it. */
const isWithinItem = (block: Block, depth: number): boolean =>
  block.depth > depth || (block.depth === depth && block.kind !== 'item');

/** Sections that play `role`, in order. */
export function sectionsOf({ sections }: { readonly sections: readonly Section[] }, role: Role): Section[] {
  return sections.filter((section) => section.roles.includes(role));
}
