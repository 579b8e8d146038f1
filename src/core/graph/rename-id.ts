import { isFindableId } from './mentions.ts';
import { comparableId, idOfFile, seriesOf } from './work-item-ids.ts';

/** Why `to` cannot take the place of the id `from`, in words for the user; null when it can. */
export function faultOfNewId(from: string, to: string): string | null {
  const example = /^\d|^#/.test(from) ? '12' : from.replace(/\d+(?=\D*$)/, '99');
  if (seriesOf(comparableId(from)) !== '' && /^#?[\d.]+$/.test(to))
    return `“${to}” is only a number, which nobody would know for an id in a text. Ids look like ${example} here.`;
  if (/^#?\d{1,7}(?:\.\d{1,4}){0,3}$/.test(to)) return null;
  if (isFindableId(to) && (!to.includes(' ') || from.includes(' '))) return null;
  return `“${to}” is no id. An id is one word with a number, such as ${example}.`;
}

/**
 * How `mention`, by which a text speaks of the work item `from`, is written when that is called `to`: in the letter case of the mention
 * and with its `#`. Where it is another of the work item's ids (`Story 4.2` beside `4.2`), with the new number.
 */
export function renamedMention(mention: string, from: string, to: string): string {
  const mark = mention.startsWith('#') && !to.startsWith('#') ? '#' : '';
  const bare = mention.replace(/^#/, '');
  if (comparableId(mention) === comparableId(from)) return mark + inCaseOf(bare, from.replace(/^#/, ''), to);
  const [number, newNumber] = [numberOf(bare), numberOf(to)];
  const sameSeries = seriesOf(comparableId(from)) === seriesOf(comparableId(to));
  if (number === '' || newNumber === '' || !(sameSeries || number === bare)) return to;
  return mark + bare.slice(0, bare.length - number.length) + newNumber;
}

/** Where the file at `path` moves when its work item is called `to` instead of `from`; null where its name does not begin with that id. */
export function renamedPath(path: string, from: string, to: string): string | null {
  const id = idOfFile(path);
  if (id === null || numberOf(id) !== numberOf(from)) return null;
  const start = path.lastIndexOf('/') + 1;
  const renamed = renamedMention(id, from, to).replace(/^#/, '');
  const moved = path.slice(0, start) + renamed + path.slice(start + id.length);
  return moved === path ? null : moved;
}

/** A link's target when the file that it leads to gets the name `file`; an anchor stays, and so does the way in which it is encoded. */
export function renamedTarget(target: string, file: string): string {
  const [address = '', ...anchor] = target.split('#');
  const folder = address.slice(0, address.lastIndexOf('/') + 1);
  const name = /%[\da-f]{2}/i.test(address) ? encodeURIComponent(file) : file;
  return [folder + name, ...anchor].join('#');
}

/** The digits at the end of an id. */
const numberOf = (id: string): string => /[\d.]+(?:-\d+)*$/.exec(id)?.[0] ?? '';

/** `to` in upper or lower case, where `mention` differs from `from` by being so throughout. */
function inCaseOf(mention: string, from: string, to: string): string {
  if (mention === from) return to;
  if (mention === mention.toUpperCase()) return to.toUpperCase();
  return mention === mention.toLowerCase() ? to.toLowerCase() : to;
}
