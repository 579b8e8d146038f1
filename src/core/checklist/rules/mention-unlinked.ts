import { linkedPath } from '../../graph/linked-path.ts';
import { relativePath } from '../../paths.ts';
import type { Fix, PathReport } from '../../report.ts';
import { escapeSnippet } from '../mending/snippet.ts';
import type { FoundAt, Surroundings, WorkspaceRule } from '../workspace-rule.ts';

export const mentionUnlinked: WorkspaceRule = {
  id: 'mention-unlinked',
  title: 'Documents among the resources are linked.',
  severity: 'hint',
  openOnly: true,
  find(surroundings) {
    const paths = linkable(surroundings);
    const first = paths.find(({ path }) => isRead.test(path));
    if (!first) return [];
    const others = paths.length - 1;
    const more = others === 0 ? '' : `, nor ${others === 1 ? 'is one more path' : `are ${others} more paths`} here`;
    return [
      {
        range: first.range,
        message: `${first.path} is there, but not linked${more}. A link opens with a click, and you are told when what it leads to has moved.`,
      },
    ];
  },
  mend(surroundings): Fix {
    const paths = linkable(surroundings);
    return {
      title: paths.length === 1 ? `Link ${paths[0]?.path}` : `Link these ${paths.length} paths`,
      edits: paths.map(({ path, code, range, target }) => ({
        range,
        snippet: escapeSnippet(`[${code ? `\`${path}\`` : path}](${target})`),
      })),
    };
  },
};

/** What is read to understand the work. Source code is looked up by its path as well as by a link. */
const isRead = /\.(?:md|mdx|markdown|txt|rst|adoc|html?|pdf|docx?|odt|xlsx?|pptx?|png|jpe?g|gif|svg|drawio|ipynb)$/i;

/** What every repository has: it may be meant in another one. */
const anywhere =
  /^(?:\.?\/)?(?:\.[^./][^/]*(?:\/|$)|(?:readme|changelog|contributing|licen[cs]e|agents|claude|makefile|dockerfile)(?:\.\w+)?$)/i;

/** The paths that lead to something in the workspace folder to which the document has no link, each with the target of one. */
function linkable(surroundings: Surroundings): (PathReport & { readonly target: string })[] {
  const { path: from, links, paths } = surroundings.item.report;
  // Most documents name none.
  if (paths.length === 0) return [];
  const linked = new Set([from, ...links.map(({ target }) => linkedPath(from, target)?.path)]);
  return paths.flatMap((found) => {
    if (anywhere.test(found.path)) return [];
    const to = candidatesOf(from, found).find((path) => isThere(surroundings.lookUp(path)));
    if (to === undefined || linked.has(to)) return [];
    const lines = /:(\d+)(?:-(\d+))?$/.exec(found.path);
    const anchor = lines ? `#L${lines[1]}${lines[2] ? `-L${lines[2]}` : ''}` : '';
    return { ...found, target: encodeURI(relativePath(from, to)) + anchor };
  });
}

const isThere = ({ kind }: FoundAt): boolean => kind === 'file' || kind === 'folder';

/** Where a path may lead, as people write them: from the document's folder on, or from the workspace folder on. */
export function candidatesOf(from: string, { path }: Pick<PathReport, 'path'>): string[] {
  return [path, `/${path}`].flatMap((target) => linkedPath(from, target)?.path || []);
}
