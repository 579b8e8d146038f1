import { textOf } from '../../document/substance.ts';
import { dueDay } from '../due-day.ts';
import { escapeSnippet } from '../mending/snippet.ts';
import type { Rule } from '../rule.ts';

export const dueDatePassed: Rule = {
  id: 'due-date-passed',
  title: 'The due date of open work has not passed.',
  severity: 'warning',
  openOnly: true,
  find: ({ item }, { today }) => {
    const last = today === null ? undefined : dueDay(item);
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
