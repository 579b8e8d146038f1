import type { CheckSettings } from '../core/checklist/check-document.ts';
import { statusOutdated } from '../core/checklist/rules/status-outdated.ts';
import { statusStale } from '../core/checklist/rules/status-stale.ts';
import type { GraphItem } from '../core/graph/graph.ts';
import { day, type Freshness, type History, historyCommand, parseHistory } from '../core/history.ts';
import type { CheckedDocument } from '../core/report.ts';
import { gitQuestions } from './git-questions.ts';
import { type Clock, type Git, isGitUnavailable } from './ports.ts';

export interface FreshnessPorts {
  readonly git: Git;
  readonly clock: Clock;
  settings(folder: string): Pick<CheckSettings, 'rules' | 'staleAfterDays'>;
  /** Gets why git could not tell, where that is not in the nature of the folder. */
  warn(message: string): void;
}

/** Asks git how fresh work items are: not before there is one in progress, and once for all of a folder. */
export interface FreshnessSource {
  /** Null where the work item is not in progress, was changed within a day, or git does not tell. */
  of(item: GraphItem<CheckedDocument>): Promise<Freshness | null>;
  /** When the document last changed, in milliseconds since 1970; null where it has changed since the last commit, or git does not tell. */
  lastChange(item: GraphItem<CheckedDocument>): Promise<number | null>;
  /** Tells of a change in an editor, saved or not: it is newer than what git knows. */
  edited(folder: string, path: string): void;
  /** Forgets what git has told, as after a commit. */
  forget(): void;
}

/** How far back git is asked, in days, unless the settings want more. */
const reach = 90;

export function createFreshness({ git, clock, settings, warn }: FreshnessPorts): FreshnessSource {
  /** Each by folder. */
  const histories = new Map<string, Promise<History | null>>();
  const uncommitted = new Map<string, Promise<ReadonlySet<string> | null>>();
  const committed = new Map<string, Promise<ReadonlySet<string> | null>>();
  /** When files were edited, by folder and path. */
  const edits = new Map<string, number>();

  /** What git says to `args` in the folder; null where it says no, or is not to be had. */
  async function ask(folder: string, args: readonly string[]): Promise<string | null> {
    try {
      return await gitQuestions(git, folder).answer(args);
    } catch (error) {
      if (!isGitUnavailable(error))
        warn(`What git tells of work in progress is left out: ${error instanceof Error ? error.message : error}`);
      return null;
    }
  }

  async function readHistory(folder: string): Promise<History | null> {
    const since = clock.now().getTime() - Math.max(reach, settings(folder).staleAfterDays + 1) * day;
    const output = await ask(folder, historyCommand(since));
    return output === null ? null : parseHistory(output, since);
  }

  async function readPaths(folder: string, args: readonly string[]): Promise<ReadonlySet<string> | null> {
    const output = await ask(folder, args);
    return output === null ? null : new Set(output.split('\0'));
  }

  return {
    async of({ folder, report: { path, inProgress } }) {
      const { rules, staleAfterDays } = settings(folder);
      if (!inProgress || [statusStale, statusOutdated].every(({ id }) => rules[id] === 'off')) return null;
      const history = await once(histories, folder, readHistory);
      const now = clock.now().getTime();
      const changedAt = history?.changedAt(path) ?? null;
      if (!history || (changedAt !== null && now - changedAt < day)) return null;
      const isEdited = (file: string): boolean =>
        (edits.get(`${folder}\n${file}`) ?? 0) > (history.changedAt(file) ?? 0);
      if (isEdited(path)) return null;
      // Neither what is ignored nor what lies in a submodule has a history here.
      if (changedAt === null && !(await once(committed, folder, (at) => readPaths(at, committedCommand)))?.has(path))
        return null;
      const changed = await once(uncommitted, folder, (at) => readPaths(at, uncommittedCommand));
      if (!changed || changed.has(path)) return null;
      const isUncommitted = (file: string): boolean =>
        changed.has(file) || isEdited(file) || [...changed].some((other) => other.startsWith(`${file}/`));
      return { history, now, staleAfterDays, isUncommitted };
    },
    async lastChange({ folder, report: { path } }) {
      const at = (await once(histories, folder, readHistory))?.changedAt(path) ?? null;
      if (at === null || (edits.get(`${folder}\n${path}`) ?? 0) > at) return null;
      const changed = await once(uncommitted, folder, (asked) => readPaths(asked, uncommittedCommand));
      return !changed || changed.has(path) ? null : at;
    },
    edited(folder, path) {
      edits.set(`${folder}\n${path}`, clock.now().getTime());
    },
    forget() {
      histories.clear();
      uncommitted.clear();
      committed.clear();
    },
  };
}

/** Files of the last commit; below the folder that git is asked in, and relative to it. */
const committedCommand = ['ls-tree', '-r', '-z', '--name-only', 'HEAD'];

/** Files that differ from the last commit, in the index or in the work tree; relative to the folder. */
const uncommittedCommand = [
  ...['diff', '-z', '--name-only', '--relative', '--no-renames', '--no-ext-diff', '--no-textconv'],
  ...['--ignore-submodules=all', 'HEAD', '--'],
];

function once<T>(known: Map<string, Promise<T>>, key: string, read: (key: string) => Promise<T>): Promise<T> {
  const found = known.get(key) ?? read(key);
  known.set(key, found);
  return found;
}
