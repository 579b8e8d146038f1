import { markdownLink } from './visible.ts';

/** Where a note lies, for the links in it. */
export interface NotePlace {
  /** How many folders the note lies below the workspace folder, which the work items' paths are relative to. */
  readonly foldersUp: number;
  /** Path of that folder below the repository's root: empty, or ending in `/`. */
  readonly prefix: string;
}

/** A link to a document of the workspace folder: by its title, or by the number of a line, from 1. */
export function linkToItem(
  { foldersUp }: Pick<NotePlace, 'foldersUp'>,
  { path, title }: { readonly path: string; readonly title: string },
  line?: number,
): string {
  const target = '../'.repeat(foldersUp) + path;
  return line === undefined ? markdownLink(title, target) : markdownLink(`line ${line}`, target, `#L${line}`);
}

/** A link to a line, from 1, of a file of the repository. */
export function linkToLine({ foldersUp, prefix }: NotePlace, path: string, line: number): string {
  const below = path.startsWith(prefix) ? path.slice(prefix.length) : '../'.repeat(prefix.split('/').length - 1) + path;
  return markdownLink(`${path}, line ${line}`, '../'.repeat(foldersUp) + below, `#L${line}`);
}

/** At most `most` of the entries, and how many there are beyond them. */
export function atMost(most: number, entries: readonly string[], rest: (more: number) => string): string[] {
  const more = entries.length - most;
  return more <= 0 ? [...entries] : [...entries.slice(0, most), rest(more)];
}
