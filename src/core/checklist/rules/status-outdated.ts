import { isGenerated } from '../../handoff/generated-files.ts';
import { counted } from '../../handoff/note-words.ts';
import { day, type Freshness } from '../../history.ts';
import { idleTime, linkedFiles, staleFor } from '../idle-time.ts';
import type { Surroundings, WorkspaceRule } from '../workspace-rule.ts';

/** A status is written once in a while: nobody writes it with each commit, nor over a weekend. */
const quietDays = 3;

/** What changes for reasons of its own: front pages, lists of work, pictures. */
const others =
  /(?:^|\/)(?:readme|changelog|changes|history|contributing|license|index|board|kanban|backlog|roadmap|todo|tasks|status)(?:\.(?:md|markdown|mdx|txt))?$|\.(?:png|jpe?g|gif|svg|webp|avif|ico|mp4|mov|webm)$/i;

export const statusOutdated: WorkspaceRule = {
  id: 'status-outdated',
  title: 'The status of work in progress is newer than what happened since.',
  severity: 'information',
  openOnly: true,
  find(surroundings) {
    const { freshness, item } = surroundings;
    // One contradiction is told once.
    if (!freshness || staleFor(surroundings)) return [];
    const written = idleTime(freshness, [item.report.path]);
    if (written.days < quietDays) return [];
    const changed = changedSince(surroundings, freshness, written.since);
    const [first] = changed.paths;
    if (first === undefined) return [];
    const more = changed.paths.length - 1;
    const files = more > 0 ? `${first} and ${counted(more, 'other linked file')}` : first;
    return [
      {
        range: item.report.points.status.currentStatusRange,
        message: `${counted(changed.commits, 'commit')} ${changed.commits === 1 ? 'has' : 'have'} changed ${files} since this status was written ${written.words} ago. A team-mate who goes by it while you sleep may do over what is done. Write where the work stands now.`,
      },
    ];
  },
  // Only those who do the work know where it stands.
  mend: () => null,
};

/** The resources that commits have changed since the day after `written`; on that day they belong to what was written. */
function changedSince(surroundings: Surroundings, { history }: Freshness, written: number) {
  const commits = new Set<object>();
  const paths = new Set<string>();
  for (const path of resources(surroundings))
    for (const commit of history.commitsOf(path)) {
      if (commit.sweeping || commit.at < written + day) continue;
      commits.add(commit);
      paths.add(path);
    }
  return { commits: commits.size, paths: [...paths] };
}

/** The linked files that the work is about. */
function resources(surroundings: Surroundings): string[] {
  const { graph, item } = surroundings;
  return linkedFiles(surroundings)
    .filter(
      ({ link, path }) =>
        link.relation === null && !others.test(path) && !isGenerated(path) && !graph.at(item.folder, path),
    )
    .map(({ path }) => path);
}
