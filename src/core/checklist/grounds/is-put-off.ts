import type { WorkItem } from '../../document/work-item.ts';
import { putOffLabel, restsForNow, restsUntil, someday } from '../../vocabulary/evident.ts';
import { isShort } from './is-small.ts';
import { wordsIn } from './words-in.ts';

/** Whether nobody is to take the work up for now: it is deferred, or rests until something comes. */
export function isPutOff(item: WorkItem): boolean {
  const { document, statuses } = item;
  const [status] = statuses;
  if ((status && restsForNow.test(status.value)) || isDeferred(item)) return true;
  return isShort(document) && document.blocks.some((block) => restsUntil.test(wordsIn(document, block)));
}

/** Whether a field other than the status, its title, its folder or a section says that it is for another time. */
export function isDeferred({ document, title, inProgress }: WorkItem): boolean {
  if (inProgress) return false;
  const { fields, sections, path } = document;
  if (fields.some(({ roles, value }) => roles.includes('planning') && putOffLabel.test(value))) return true;
  if (someday.test(path) || someday.test(title)) return true;
  return isShort(document) && sections.some((section) => putOffLabel.test(section.title));
}
