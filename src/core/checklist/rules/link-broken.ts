import { comparableAnchor } from '../../graph/anchors.ts';
import { type LinkedPath, linkedPath } from '../../graph/linked-path.ts';
import { fileName, relativePath } from '../../paths.ts';
import type { LinkReport } from '../../report.ts';
import { similarTo } from '../../similar.ts';
import { escapeSnippet } from '../mending/snippet.ts';
import type { Surroundings, WorkspaceFault, WorkspaceRule } from '../workspace-rule.ts';

const reason = 'A team-mate who follows it while you sleep finds nothing there.';

export const linkBroken: WorkspaceRule = {
  id: 'link-broken',
  title: 'Links lead to files and headings that are there.',
  severity: 'warning',
  openOnly: true,
  find: (surroundings) =>
    surroundings.item.report.links.flatMap((link): WorkspaceFault[] => {
      const message = faultOf(surroundings, link);
      return message === null ? [] : [{ range: link.range, message: `${message} ${reason}` }];
    }),
  mend: (surroundings, { range }) => {
    const link = surroundings.item.report.links.find((candidate) => candidate.range === range);
    const [target] = link ? betterTargets(surroundings, link) : [];
    return target === undefined
      ? null
      : { title: `Link to ${target} instead`, edits: [{ range, snippet: escapeSnippet(target) }] };
  },
};

function faultOf(surroundings: Surroundings, link: LinkReport): string | null {
  const linked = leadsTo(surroundings, link);
  if (!linked) return null;
  const found = surroundings.lookUp(linked.path);
  const isThere =
    found.kind !== 'missing' &&
    (found.kind !== 'file' ||
      !found.anchors ||
      linked.anchor === null ||
      namesNoHeading.test(linked.anchor) ||
      found.anchors.has(comparableAnchor(linked.anchor)));
  if (isThere) return null;
  const [better] = betterTargets(surroundings, link);
  const hint = better === undefined ? 'Correct the link, or add what it leads to.' : `Did you mean ${better}?`;
  if (found.kind !== 'missing') return `There is no heading #${linked.anchor} in ${linked.path}. ${hint}`;
  if (better === undefined && isPlaceholder(link.target)) return null;
  return `There is no ${link.target.includes('\\') ? link.target : linked.path}. ${hint}`;
}

/** A word that stands for a link that is still to come (`url`, `TODO`), rather than a path. */
const isPlaceholder = (target: string): boolean => /^[\w-]+$/.test(target);

/** Of a page's top, lines (`L10-L12`, `10,3`) or text. */
const namesNoHeading = /^(?:top|l?\d+(?:c\d+)?(?:[-,]l?\d+(?:c\d+)?)?|:~:.*)$/i;

/** Where the link leads in the workspace folder; null where that is not for us to say. */
function leadsTo({ item }: Surroundings, { target, wiki }: LinkReport): LinkedPath | null {
  // Where a wiki looks for its pages is its own business, and what `/` stands for that of the site.
  return wiki || target.startsWith('/') ? null : linkedPath(item.report.path, target);
}

/** Targets that are there and like the one that is not, the likeliest first, as the document would write them. */
function betterTargets(surroundings: Surroundings, link: LinkReport): string[] {
  const linked = leadsTo(surroundings, link);
  if (!linked) return [];
  const found = surroundings.lookUp(linked.path);
  const at = link.target.indexOf('#');
  const address = at < 0 ? link.target : link.target.slice(0, at);
  if (found.kind === 'missing') {
    const anchor = at < 0 ? '' : link.target.slice(at);
    const name = fileName(linked.path);
    const isNamedSo = (path: string): number => (fileName(path) === name ? 0 : 1);
    return [...found.similar, ...movedTo(surroundings, name)]
      .sort((a, b) => isNamedSo(a) - isNamedSo(b))
      .map((path) => encodeURI(relativePath(surroundings.item.report.path, path)) + anchor);
  }
  if (found.kind !== 'file' || !found.anchors || linked.anchor === null) return [];
  return similarTo(linked.anchor, found.anchors.values()).map((anchor) => `${address}#${anchor}`);
}

/** The path of the only work item whose file has that very name. */
function movedTo({ item, graph }: Surroundings, name: string): string[] {
  const found = graph
    .inFilesNamed(item.folder, name.replace(/\.\w+$/, ''))
    .filter(({ report }) => fileName(report.path) === name);
  return found.length === 1 ? found.map(({ report }) => report.path) : [];
}
