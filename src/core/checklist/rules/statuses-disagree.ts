import type { MarkdownDocument } from '../../document/document.ts';
import type { Fact } from '../../document/statuses.ts';
import { textOf } from '../../document/substance.ts';
import type { WorkItem } from '../../document/work-item.ts';
import { positionAt } from '../../text.ts';
import { escapeSnippet } from '../mending/snippet.ts';
import type { Rule } from '../rule.ts';
import { saysFinished, wholeStatuses } from '../whole-statuses.ts';

export const statusesDisagree: Rule = {
  id: 'statuses-disagree',
  title: 'The document states one status, not an open and a finished one.',
  severity: 'warning',
  openOnly: false,
  find: ({ item }) => {
    const pair = disagreeing(item);
    if (!pair) return [];
    const [first, second] = pair;
    const line = ({ range }: Fact): number => positionAt(item.document.lines, range.start).line + 1;
    return [
      {
        range: firstLine(item.document, second),
        message: `Line ${line(first)} says "${first.value}", line ${line(second)} says "${second.value}". Keep what is true, so that nobody does the work twice or waits for it in vain.`,
      },
    ];
  },
  mend: ({ item }) => {
    const [first, second] = disagreeing(item) ?? [];
    // A value with marks, a date or a link around it is left to a person.
    if (!first || !second || textOf(item.document, second.range) !== second.value) return null;
    return {
      title: `Change to "${first.value}"`,
      edits: [{ range: second.range, snippet: escapeSnippet(first.value) }],
    };
  },
};

/** The status that counts and the first one that contradicts it, in the order of the text. */
function disagreeing(item: WorkItem): readonly [Fact, Fact] | null {
  // Most documents state one.
  if (item.statuses.length < 2) return null;
  const said = item.statuses.map((fact) => saysFinished(item, fact));
  if (!said.includes(true) || !said.includes(false)) return null;
  const [first, ...others] = wholeStatuses(item);
  if (!first) return null;
  const finished = saysFinished(item, first);
  const second = others.find((other) => finished !== null && saysFinished(item, other) === !finished);
  if (!second) return null;
  return first.range.start < second.range.start ? [first, second] : [second, first];
}

function firstLine(document: MarkdownDocument, { range }: Fact) {
  const length = textOf(document, range).search(/[\r\n]/);
  return length < 0 ? range : { start: range.start, end: range.start + length };
}
