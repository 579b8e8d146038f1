import type { TextRange } from '../text.ts';
import { blocksOthers } from '../vocabulary/dependencies.ts';
import { isPlaceholder } from '../vocabulary/lookup.ts';
import type { MarkdownDocument } from './document.ts';
import { sectionsOf } from './sections.ts';

/** A line on what the work waits on, or on what waits on it. */
export interface DependencyLine {
  readonly range: TextRange;
  readonly relation: 'waits-on' | 'blocks';
}

/** The lines of a document's dependency fields and of its sections on dependencies, in order. */
export function dependencyLines(document: MarkdownDocument): DependencyLine[] {
  const lines = new Map<number, DependencyLine>();
  const read = ({ start, end }: TextRange, label: string): void => {
    const inherited = blocksOthers.test(label);
    for (const { 0: line, index } of document.text.slice(start, end).matchAll(/[^\r\n]+/g)) {
      const range = { start: start + index, end: start + index + line.length };
      const relation = inherited || blocksOthers.test(line) ? 'blocks' : 'waits-on';
      if (!lines.has(range.start)) lines.set(range.start, { range, relation });
    }
  };
  for (const { roles, value, valueRange, label } of document.fields)
    if (roles.includes('dependencies') && !isPlaceholder(value)) read(valueRange, label);
  for (const section of sectionsOf(document, 'dependencies'))
    for (const { kind, range } of document.blocks.slice(section.from, section.to))
      if (kind !== 'heading' && kind !== 'code' && kind !== 'html') read(range, section.title);
  return [...lines.values()].sort((a, b) => a.range.start - b.range.start);
}

/** A name by which a document speaks of other work. */
export interface DependencyReference extends DependencyLine {
  /** As it stands: `TASK-12`, `#12`, `Story 4.2`. */
  readonly id: string;
}

/** What could be the id of a work item; whether it is one, the other work items tell. */
const idLike =
  /(?<![\w./#-])(?:#?\d{1,7}(?:\.\d{1,4}){0,3}|[A-Za-z]{1,20}[ -]?\d{1,7}(?:[.-]\d{1,4}){0,3})(?![\w/-]|\.\d)/g;

/** The ids in these lines, in order. */
export function dependencyReferences(text: string, lines: readonly DependencyLine[]): DependencyReference[] {
  return lines.flatMap(({ range, relation }) => {
    const line = text.slice(range.start, range.end);
    return [...line.matchAll(idLike)].flatMap(({ 0: id, index }) => {
      // A number in a sentence counts something.
      if (/^\d/.test(id) && /\p{L}/u.test(line)) return [];
      const start = range.start + index;
      return [{ id, range: { start, end: start + id.length }, relation }];
    });
  });
}
