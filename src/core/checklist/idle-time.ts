import { linkedPath } from '../graph/linked-path.ts';
import { day, type Freshness } from '../history.ts';
import type { LinkReport } from '../report.ts';
import type { Surroundings } from './workspace-rule.ts';

/** A time without a change. */
export interface IdleTime {
  /** When it began, in milliseconds since 1970. */
  readonly since: number;
  readonly days: number;
  /** In words: `9 days`, or `more than 90 days` where nobody knows how many. */
  readonly words: string;
}

/** A link, with the path that it leads to. */
export interface LinkedFile {
  readonly link: LinkReport;
  readonly path: string;
}

/** What the work item links in its workspace folder, other than itself. */
export function linkedFiles({ item: { report } }: Surroundings): LinkedFile[] {
  return report.links.flatMap((link) => {
    const path = link.wiki ? undefined : linkedPath(report.path, link.target)?.path;
    return path === undefined || path === report.path ? [] : [{ link, path }];
  });
}

/** How long no commit has changed any of `paths`. */
export function idleTime({ history, now }: Freshness, paths: readonly string[]): IdleTime {
  const last = Math.max(...paths.map((path) => history.changedAt(path) ?? 0));
  const since = Math.max(last, history.from);
  const days = Math.floor((now - since) / day);
  return { since, days, words: `${last < history.from ? 'more than ' : ''}${days} ${days === 1 ? 'day' : 'days'}` };
}

/** How long neither the work item's document nor anything that it links has changed; null where that is not yet for long. */
export function staleFor(surroundings: Surroundings): IdleTime | null {
  const { item, freshness } = surroundings;
  if (!freshness || freshness.staleAfterDays === 0) return null;
  const paths = [item.report.path, ...linkedFiles(surroundings).map(({ path }) => path)];
  if (paths.some(freshness.isUncommitted)) return null;
  const idle = idleTime(freshness, paths);
  return idle.days >= freshness.staleAfterDays ? idle : null;
}
