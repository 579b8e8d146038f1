import type { MarkdownDocument } from '../../document/document.ts';
import type { Field } from '../../document/fields.ts';
import { textOf } from '../../document/substance.ts';
import type { WorkItem } from '../../document/work-item.ts';
import { daysIn } from '../../vocabulary/days.ts';
import { escapeSnippet } from '../mending/snippet.ts';
import { headerFields } from '../mending/style.ts';
import type { Rule } from '../rule.ts';

export const dueDatePassed: Rule = {
  id: 'due-date-passed',
  title: 'The due date of open work has not passed.',
  severity: 'warning',
  openOnly: true,
  find: ({ item }, { today }) => {
    const due = today === null ? undefined : dueDate(item);
    const last = due && lastDay(item.document, due);
    if (!last || !today || last.day >= today) return [];
    return [
      {
        range: last.range,
        message: `This was due on ${textOf(item.document, last.range)}, and the work is still open. Set a date that holds, or close the work, so that those who wait for it can plan.`,
      },
    ];
  },
  mend: ({ item: { document } }, { range }) => ({
    title: 'Set another date',
    edits: [{ range, snippet: `\${1:${escapeSnippet(textOf(document, range))}}` }],
  }),
};

/** The field that says when the work as a whole is due; several in the text tell of its parts. */
function dueDate(item: WorkItem): Field | undefined {
  const isDue = ({ roles }: Field): boolean => roles.includes('due');
  const stated = item.document.fields.filter(isDue);
  if (stated.length <= 1 || stated[0]?.source === 'front-matter') return stated[0];
  return headerFields(item).find(isDue);
}

/** What follows a date that need not hold any more, or is not the last one. */
const loose = /~~|\b(?:later|onwards?|earliest|tb[acd]|moved|postponed|extended|done|met|was)\b/i;

/** The last day of a value that begins with one and says nothing that weakens it. */
function lastDay(document: MarkdownDocument, { valueRange }: Field) {
  const value = textOf(document, valueRange);
  const [first, ...others] = daysIn(value);
  if (!first || loose.test(value) || !/^[^\p{L}\d]*(?:\p{L}{2,9},? )?$/u.test(value.slice(0, first.range.start)))
    return;
  const { day, range } = others.reduce((last, next) => (next.day > last.day ? next : last), first);
  return { day, range: { start: valueRange.start + range.start, end: valueRange.start + range.end } };
}
