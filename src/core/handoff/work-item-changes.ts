import { boxesOf } from '../checklist/boxes.ts';
import type { MarkdownDocument } from '../document/document.ts';
import type { ListItem } from '../document/markdown.ts';
import { textOf } from '../document/substance.ts';
import type { DocumentReport } from '../report.ts';
import { positionAt } from '../text.ts';
import type { WorkItemFact } from './handoff-facts.ts';
import type { KeptHunk } from './look-into-patch.ts';

/** A document as it reads at one time. */
export interface ReadDocument {
  readonly report: DocumentReport;
  readonly document: MarkdownDocument;
}

/** What has changed in the meaning of a work item; null where nothing has, or where it is none. */
export function workItemChange(before: ReadDocument, after: ReadDocument): WorkItemFact | null {
  const { path, title, workItem } = after.report;
  if (!workItem || !before.report.workItem) return null;
  const [from, to] = [before.report.status, after.report.status];
  const boxes = boxChange(before.document, after.document);
  return from === to && boxes === null ? null : { path, title, status: from === to ? null : { from, to }, boxes };
}

function boxChange(before: MarkdownDocument, after: MarkdownDocument): WorkItemFact['boxes'] {
  const [old, now] = [boxesOf(before), boxesOf(after)];
  const kind = now.criteria.length > 0 ? 'criteria' : 'tasks';
  const ticked = tickedTexts(after, now[kind]);
  const tickedBefore = tickedTexts(before, old[kind]);
  if (now[kind].length === 0 || ticked.join('\n') === tickedBefore.join('\n')) return null;
  return { kind, total: now[kind].length, ticked: ticked.length, tickedBefore: tickedBefore.length };
}

function tickedTexts(document: MarkdownDocument, boxes: readonly ListItem[]): string[] {
  return boxes.flatMap((box) => (box.checked ? [textOf(document, box.range).replace(/\s+/g, ' ')] : [])).sort();
}

/** Titles of the sections whose own lines the hunks have changed, in order. */
export function touchedSections({ blocks, lines, text }: MarkdownDocument, hunks: readonly KeptHunk[]): string[] {
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  const titles = headings.flatMap((heading, at) => {
    const next = headings[at + 1];
    // Lines count from 1 in a patch.
    const first = heading.line + 1;
    const last = next ? next.line : positionAt(lines, lines.length).line + 1;
    const touches = hunks.some(
      ({ newStart, newCount }) => newStart <= last && newStart + Math.max(newCount, 1) - 1 >= first,
    );
    const title = text.slice(heading.range.start, heading.range.end).replace(/\s+/g, ' ');
    return touches && title !== '' ? [title] : [];
  });
  return [...new Set(titles)];
}
