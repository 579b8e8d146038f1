/** Where a link leads in its workspace folder. */
export interface LinkedPath {
  /** Relative to the workspace folder, with `/`; that of the document itself for a link such as `#goal`. */
  readonly path: string;
  /** The heading that it names, decoded; null without one. */
  readonly anchor: string | null;
}

/**
 * Resolves a link's target as VS Code and GitHub do: from the document's folder on, or from the workspace folder on where it begins with `/`.
 * @param from path of the document that holds it.
 * @returns null where it leads out of the workspace folder.
 */
export function linkedPath(from: string, target: string): LinkedPath | null {
  const [address = '', anchor] = target.split('#', 2);
  const path = decoded(address.replace(/\?.*$/, ''));
  if (path === '') return { path: from, anchor: anchor ? decoded(anchor) : null };
  const folder = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') folder.push(part);
    else if (folder.pop() === undefined) return null;
  }
  return { path: folder.join('/'), anchor: anchor ? decoded(anchor) : null };
}

/** The text without URL encoding; as it is where that is broken. */
function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
