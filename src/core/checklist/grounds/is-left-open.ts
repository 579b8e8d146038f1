import type { TextRange } from '../../text.ts';
import { early, notYetAsked, optionalHeading } from '../../vocabulary/evident.ts';
import type { JudgedItem } from '../rule.ts';

/** Whether a section that holds nothing may be left so: it is optional, or says itself that it is for later while the work is early. */
export function isLeftOpen({ item: { document, statuses } }: JudgedItem, place: TextRange): boolean {
  const [status] = statuses;
  const section = document.sections.find(({ headingRange }) => headingRange.start === place.start);
  if (!section) return false;
  if (optionalHeading.test(section.title)) return true;
  if (!status || !early.test(status.value)) return false;
  const end = document.blocks[section.to]?.range.start ?? document.text.length;
  return notYetAsked.test(document.text.slice(section.headingRange.end, end));
}
