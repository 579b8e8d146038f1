import type { MarkdownDocument } from '../document/document.ts';
import type { Finding } from '../report.ts';
import { trimMarksEnd } from '../text.ts';
import { allRules } from './all-rules.ts';
import type { Mend, MendEdit } from './rule.ts';

const addingRules: ReadonlySet<string> = new Set(allRules.filter(({ adds }) => adds).map(({ id }) => id));

/** Whether the finding can be mended by adding what is missing. */
export function isAddable({ fixable, rule }: Finding): boolean {
  return fixable && addingRules.has(rule);
}

/**
 * The edits of all `mends`, in the order of the text; where they meet, in the order of `mends`. Tab stops are numbered through.
 * What two mends would do to the same place, a section of one name or another text for a placeholder, is done once.
 */
export function mendAll(document: MarkdownDocument, mends: readonly Mend[]): MendEdit[] {
  const edits: MendEdit[] = [];
  for (const edit of mends.flatMap((mend) => mend.edits))
    if (!edits.some((other) => isSame(edit, other))) edits.push(edit);
  edits.sort((a, b) => a.range.end - b.range.end || Number('section' in a) - Number('section' in b));
  const merged: MendEdit[] = [];
  for (const edit of edits) {
    const last = merged.at(-1);
    if (last && edit.range.start <= last.range.end && isBlank(document, last) && isBlank(document, edit))
      merged[merged.length - 1] = joined(document, last, edit);
    else if (!last || edit.range.start >= last.range.end) merged.push(edit);
  }
  return numbered(merged);
}

function isSame(a: MendEdit, b: MendEdit): boolean {
  if (a.section !== undefined && a.section === b.section) return true;
  return a.range.start === b.range.start && a.range.end === b.range.end && a.snippet === b.snippet;
}

function isBlank({ text }: MarkdownDocument, { range }: MendEdit): boolean {
  return text.slice(range.start, range.end).trim() === '';
}

/** One edit for two that replace nothing but white space, `second` below `first`. */
function joined({ text, eol }: MarkdownDocument, first: MendEdit, second: MendEdit): MendEdit {
  const start = Math.min(first.range.start, second.range.start);
  // A section takes the white space at the document's end for its own, and what fills a list item relies on it.
  const above = text.slice(start, first.range.start) + first.snippet;
  const end = above.slice(trimMarksEnd(above, '\\').length);
  const [beginning = ''] = /^[\s\\]*/.exec(second.snippet) ?? [];
  // Line ends and hard breaks that both bring stand once.
  let shared = Math.min(end.length, beginning.length);
  while (!end.endsWith(beginning.slice(0, shared))) shared--;
  const between = end + beginning.slice(shared);
  const gap = 'section' in second && !between.includes(eol + eol) ? eol : '';
  return {
    range: { start, end: Math.max(first.range.end, second.range.end) },
    snippet: above + gap + second.snippet.slice(shared),
  };
}

function numbered(edits: readonly MendEdit[]): MendEdit[] {
  let stops = 0;
  return edits.map(({ range, snippet }) => ({
    range,
    snippet: snippet.replace(/\\[\\$}]|\$\{\d+(?=[:|])/g, (part) => (part.startsWith('\\') ? part : `\${${++stops}`)),
  }));
}
