import type { MarkdownDocument } from '../document/document.ts';
import type { Field } from '../document/fields.ts';
import { textOf } from '../document/substance.ts';
import type { WorkItem } from '../document/work-item.ts';
import { daysIn, type NamedDay } from '../vocabulary/days.ts';
import { headerFields } from './mending/style.ts';

/** The day on which the work as a whole is due, with its place in the text; undefined where none is stated, or what is said weakens it. */
export function dueDay(item: WorkItem): NamedDay | undefined {
  const due = dueDate(item);
  return due && lastDay(item.document, due);
}

const isDue = ({ roles }: Field): boolean => roles.includes('due');

/** The field that says when the work as a whole is due; several in the text tell of its parts. */
function dueDate(item: WorkItem): Field | undefined {
  const stated = item.document.fields.filter(isDue);
  if (stated.length <= 1 || stated[0]?.source === 'front-matter') return stated[0];
  return headerFields(item).find(isDue);
}

/** What follows a date that need not hold any more, or is not the last one. */
const loose = /~~|\b(?:later|onwards?|earliest|tb[acd]|moved|postponed|extended|done|met|was)\b/i;

/** The last day of a value that begins with one and says nothing that weakens it. */
function lastDay(document: MarkdownDocument, { valueRange }: Field): NamedDay | undefined {
  const value = textOf(document, valueRange);
  const [first, ...others] = daysIn(value);
  if (!first || loose.test(value) || !/^[^\p{L}\d]*(?:\p{L}{2,9},? )?$/u.test(value.slice(0, first.range.start)))
    return;
  const { day, range } = others.reduce((last, next) => (next.day > last.day ? next : last), first);
  return { day, range: { start: valueRange.start + range.start, end: valueRange.start + range.end } };
}
