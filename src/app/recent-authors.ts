import { gitQuestions } from './git-questions.ts';
import { type Clock, type Git, isGitUnavailable, type Log } from './ports.ts';

export interface RecentAuthorsPorts {
  readonly git: Git;
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn'>;
}

/** Tells who has worked on what is in a workspace folder. */
export interface RecentAuthors {
  /** Their names by git, who has made the most commits first; none where git does not tell. Asks git once for each folder. */
  of(folder: string): Promise<readonly string[]>;
}

/** How far back git is asked: in commits and in milliseconds. */
const reach = { commits: 1000, time: 365 * 24 * 60 * 60 * 1000 };

/** Of more, nobody is looked for in a list. */
const most = 30;

export function createRecentAuthors({ git, clock, log }: RecentAuthorsPorts): RecentAuthors {
  const asked = new Map<string, Promise<readonly string[]>>();

  async function ask(folder: string): Promise<readonly string[]> {
    const since = new Date(clock.now().getTime() - reach.time).toISOString();
    const args = ['log', `--max-count=${reach.commits}`, `--since=${since}`, '--no-merges', '--format=%aN', '--', '.'];
    try {
      return namesIn((await gitQuestions(git, folder).answer(args)) ?? '');
    } catch (error) {
      // It may be there later, as when the workspace is trusted.
      asked.delete(folder);
      if (!isGitUnavailable(error)) log.warn(`Who has worked here is not known: ${String(error)}`);
      return [];
    }
  }

  return {
    of(folder) {
      const known = asked.get(folder) ?? ask(folder);
      asked.set(folder, known);
      return known;
    },
  };
}

/** The names in these lines, each once, the most frequent first. Bots are asked for nothing. */
function namesIn(lines: string): string[] {
  const counts = new Map<string, number>();
  for (const name of lines.split('\n'))
    if (name !== '' && !name.endsWith('[bot]')) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([name]) => name);
}
