import { folderOf } from '../paths.ts';

/** Where a link leads in its workspace folder. */
export interface LinkedPath {
  /** Relative to the workspace folder, with `/`; that of the document itself for a link such as `#goal`. */
  readonly path: string;
  /** The heading that it names, decoded; null without one. */
  readonly anchor: string | null;
}

/**
 * Resolves a link's target as VS Code and GitHub do: from the document's folder on, or from the workspace folder on where it begins with `/`.
 * A line after the path, as in `src/a.ts:42`, is left out.
 * @param from path of the document that holds it.
 * @returns null where it leads out of the workspace folder.
 */
export function linkedPath(from: string, target: string): LinkedPath | null {
  const mark = target.indexOf('#');
  const address = mark < 0 ? target : target.slice(0, mark);
  const anchor = mark < 0 || mark === target.length - 1 ? null : decoded(target.slice(mark + 1));
  const path = decoded(/[?:]/.test(address) ? address.replace(/\?.*$/s, '').replace(/:\d+(?:[:-]\d+)?$/, '') : address);
  if (path === '') return { path: from, anchor };
  let at = path.startsWith('/') ? '' : folderOf(from);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') at = at === '' ? part : `${at}/${part}`;
    else if (at === '') return null;
    else at = folderOf(at);
  }
  return { path: at, anchor };
}

/** The text without backslash escapes (CommonMark 2.4) and URL encoding; the latter stays where it is broken. */
function decoded(text: string): string {
  const plain = text.includes('\\') ? text.replace(/\\([!-/:-@[-`{-~])/g, '$1') : text;
  if (!plain.includes('%')) return plain;
  try {
    return decodeURIComponent(plain);
  } catch (error) {
    if (error instanceof URIError) return plain;
    throw error;
  }
}
