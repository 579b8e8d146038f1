import { type LinkedPath, linkedPath } from '../../graph/linked-path.ts';
import type { LinkReport } from '../../report.ts';
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
  const [better] = betterTargets(surroundings, link);
  const hint = better === undefined ? 'Correct the link, or add what it leads to.' : `Did you mean ${better}?`;
  if (found.kind === 'missing') return `There is no ${linked.path}. ${hint}`;
  if (found.kind !== 'file' || !found.anchors || linked.anchor === null) return null;
  return found.anchors.has(linked.anchor.toLowerCase())
    ? null
    : `There is no heading #${linked.anchor} in ${linked.path}. ${hint}`;
}

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
  const [address = '', anchor] = link.target.split('#', 2);
  if (found.kind === 'missing')
    return found.similar.map((path) => {
      const name = encodeURI(path.slice(path.lastIndexOf('/') + 1));
      return address.slice(0, address.lastIndexOf('/') + 1) + name + (anchor ? `#${anchor}` : '');
    });
  return [];
}
