import type { TextRange } from '../text.ts';
import { runtimeHeading, waitLabels, waitsOnThis } from '../vocabulary/dependencies.ts';
import { normalizeLabel } from '../vocabulary/lookup.ts';
import type { MarkdownDocument } from './document.ts';
import { sectionsOf } from './sections.ts';

/** One dependency in the words of its author. */
export interface DependencyEntry {
  readonly range: TextRange;
  /** What its label says before it: "blocked by ", "waiting for ", or nothing. */
  readonly lead: string;
  /** Whether it is in a list in front matter, which may hold names of work items. */
  readonly inFrontMatter: boolean;
}

const leadOf = (label: string): string => waitLabels.get(label) ?? '';

/** The values of the fields on what the work waits on. */
export function fieldEntries({ fields, frontMatter }: MarkdownDocument): DependencyEntry[] {
  const found: DependencyEntry[] = [];
  for (const { roles, label, source, valueRange } of fields) {
    if (!roles.includes('dependencies')) continue;
    const name = normalizeLabel(label);
    if (!waitsOnThis.test(name))
      found.push({ range: valueRange, lead: leadOf(name), inFrontMatter: source === 'front-matter' });
  }
  for (const { key, valueRange } of frontMatter?.entries ?? [])
    if (/^blocked[ _-]reason$/i.test(key))
      found.push({ range: valueRange, lead: leadOf('blocked by'), inFrontMatter: false });
  return found;
}

/** The paragraphs and open list items of the sections on what the work waits on. */
export function sectionEntries(document: MarkdownDocument): DependencyEntry[] {
  return sectionsOf(document, 'dependencies').flatMap(({ title, roles, from, to }): DependencyEntry[] => {
    const name = normalizeLabel(title);
    if (roles.includes('none') || waitsOnThis.test(name) || runtimeHeading.test(title)) return [];
    return document.blocks.slice(from, to).flatMap((block, at, blocks): DependencyEntry[] => {
      if (block.kind !== 'paragraph' && (block.kind !== 'item' || block.checked)) return [];
      // What stands below an item says more of it.
      if ((blocks[at + 1]?.depth ?? 0) > block.depth) return [];
      return [{ range: block.range, lead: leadOf(name), inFrontMatter: false }];
    });
  });
}
