import { fileName } from '../paths.ts';
import type { CheckedDocument } from '../report.ts';

/** An id in the form in which ids are compared: `#12` as `12`, `Story 4.2` as `story-4.2`, `TASK-007` as `task-7`. */
export const comparableId = (id: string): string =>
  plainId.test(id)
    ? id.toLowerCase()
    : id
        .trim()
        .toLowerCase()
        .replace(/^#/, '')
        .replace(/[\s_]+/g, '-')
        .replace(/^([a-z-]*)0+(?=\d)/, '$1');

/** Most ids; they need no other change than to lower case. */
const plainId = /^(?:[A-Za-z]+-)?[1-9]\d*$/;

/** The part of an id that those of one series share: `task-` of `task-7`, `wp` of `wp03`, nothing of `12`. */
export const seriesOf = (comparable: string): string => comparable.replace(/[\d.]+(?:-\d+)*$/, '');

const kinds = 'task|story|epic|issue|bug|ticket|goal|feature|wp|plan|spec';

const kindInPath = new RegExp(String.raw`\b(${kinds})`, 'i');

/** `task-12 - Title.md`, `WP03-writer.md`, `PAY-7.md`. */
const namedFile = /^([A-Za-z]{1,20}[-_ ]?\d{1,7}(?:\.\d{1,4}){0,3})(?![\w.]*\d)(?=$|[^A-Za-z\d])/;

/** `4.2.story.md`, `4.2-export.md`, `12-export.md`; not a date. */
const numberedFile = /^(?!\d{4}-\d\d)(\d{1,4}(?:\.\d{1,4}){0,3})(?=[-_ .]|$)/;

/** `app-k3fx--export-invoices.md`: what tools name that draw their ids by lot. */
const drawnFile = /^([A-Za-z][A-Za-z\d]{0,19}(?:-[A-Za-z\d]{1,20}){1,3})--/;

const title = new RegExp(String.raw`^((?:${kinds})[ -]?#?\d{1,7}(?:\.\d{1,4}){0,3})\b`, 'i');

/**
 * The ids that a work item goes by, in the form in which they are compared: the one that it states first,
 * then those of its file's name and its title, by which others may speak of it.
 */
export function idsOf({ id, path, title: called }: CheckedDocument): string[] {
  const file = bareName(path);
  const number = numberedFile.exec(file)?.[1];
  const kind = number && kindInPath.exec(path)?.[1];
  const named = [
    id,
    namedFile.exec(file)?.[1],
    drawnFile.exec(file)?.[1],
    number,
    kind && `${kind}-${number}`,
    title.exec(called)?.[1],
  ];
  const ids: string[] = [];
  for (const found of named) {
    if (!found) continue;
    const comparable = comparableId(found.replace('#', ''));
    if (!ids.includes(comparable)) ids.push(comparable);
  }
  return ids;
}

/** The id with which the name of the file at `path` begins, as it is written there. */
export function idOfFile(path: string): string | null {
  const file = bareName(path);
  return (drawnFile.exec(file) ?? namedFile.exec(file) ?? numberedFile.exec(file))?.[1] ?? null;
}

/** The id by which others would write of a work item: the one that it states, else that of its title or its file's name. */
export function writtenId({ id, path, title: named }: CheckedDocument): string | null {
  return id ?? title.exec(named)?.[1] ?? idOfFile(path);
}

const bareName = (path: string): string => fileName(path).replace(/\.\w+$/, '');
