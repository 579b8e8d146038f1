import { sectionsOf } from '../../document/sections.ts';
import { textOf } from '../../document/substance.ts';
import { reportHeadings } from '../../vocabulary/document-kinds.ts';
import { companion, keptElsewhere, progressMark } from '../../vocabulary/evident.ts';
import { datedEntry } from '../../vocabulary/status-words.ts';
import type { Grounds } from '../gap-rule.ts';
import type { JudgedItem } from '../rule.ts';
import { boxesToDo } from './boxes-to-do.ts';
import { holdsOthers } from './holds-others.ts';

/** Marks or boxes that show how far the work is; fewer may be about anything. */
const fewest = 2;

/** How much around the beginning of the body tells about a document as a whole, in UTF-16 code units. */
const around = 3000;

/** The status is asked for where neither boxes nor marks nor a history show it, and no tracker and no other work items keep it. */
export function groundsForStatus({ item: { document } }: JudgedItem): Grounds | null {
  const { text, blocks, sections, bodyStart, path } = document;
  if (companion.test(path) || holdsOthers(document)) return null;
  // A report of a fault is open until it says otherwise.
  if (sections.filter(({ title }) => reportHeadings.test(title)).length >= fewest) return null;
  if (boxesToDo(document).length >= fewest) return null;
  const marked = blocks.filter(({ kind, range }) => kind === 'item' && progressMark.test(textOf(document, range)));
  if (marked.length >= fewest) return null;
  const isDated = sectionsOf(document, 'log').some(
    ({ headingRange, to }) => text.slice(headingRange.end, blocks[to]?.range.start).search(datedEntry) >= 0,
  );
  return isDated || keptElsewhere.test(text.slice(Math.max(0, bodyStart - around), bodyStart + around)) ? null : {};
}
