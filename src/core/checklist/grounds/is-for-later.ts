import type { TextRange } from '../../text.ts';
import { early, notYetAsked } from '../../vocabulary/evident.ts';
import type { JudgedItem } from '../rule.ts';

/** Whether a section that holds nothing yet says, be it in a comment of its template, that it is for later, and the work is early. */
export function isForLater({ item: { document, statuses } }: JudgedItem, place: TextRange): boolean {
  const [status] = statuses;
  const section = document.sections.find(({ headingRange }) => headingRange.start === place.start);
  if (!status || !section || !early.test(status.value)) return false;
  const end = document.blocks[section.to]?.range.start ?? document.text.length;
  return notYetAsked.test(document.text.slice(section.headingRange.end, end));
}
