import { maximumBytes } from '../core/document/candidates.ts';
import { countReadiness, type Judged, judgedOf, type ReadinessCounts } from '../core/readiness/readiness-report.ts';
import type { DocumentReport } from '../core/report.ts';
import { gitQuestions } from './git-questions.ts';
import type { Git } from './ports.ts';
import { textOf } from './read-text.ts';
import { createSlices, type SlicePorts, sliceBudget } from './slices.ts';

export interface HistoryPorts extends SlicePorts {
  readonly git: Git;
  /** Whether the file at `path`, relative to the folder, could be a work item. */
  isCandidate(path: string): boolean;
  check(path: string, text: string): DocumentReport;
}

/** How far the branch is followed back, by first parents. */
const mostCommits = 50_000;

/** Documents of one commit that are read; a folder with more is no folder of task docs. */
const mostDocuments = 20_000;

/** Documents that are asked for at a time. */
const atOnce = 200;

/**
 * How ready the work items of `folder` were at `moments` (the oldest first, in milliseconds since 1970), by the commits of the
 * checked out branch. Every version of a document is read once, in slices.
 * @param progress gets how many moments are done.
 * @returns one for each moment; null where the branch has no commit that is old enough.
 * Rejects with a GitUnavailable where git cannot be asked, with an Error where the folder is in no repository or the branch
 * has no commit, and with the signal's reason when it is aborted.
 */
export async function readinessHistory(
  ports: HistoryPorts,
  folder: string,
  moments: readonly number[],
  progress: (done: number) => void,
  signal: AbortSignal,
): Promise<readonly (ReadinessCounts | null)[]> {
  const commits = await commitsAt(ports.git, folder, moments, signal);
  const judge = createJudge(ports, folder, signal);
  const byCommit = new Map<string, ReadinessCounts>();
  const counts: (ReadinessCounts | null)[] = [];
  for (const [at, commit] of commits.entries()) {
    progress(at);
    if (commit !== null && !byCommit.has(commit)) byCommit.set(commit, countReadiness(await judge(commit)));
    counts.push((commit !== null && byCommit.get(commit)) || null);
  }
  progress(commits.length);
  return counts;
}

/** The newest commit of the branch at each moment; null where there is none that is old enough. */
async function commitsAt(
  git: Git,
  folder: string,
  moments: readonly number[],
  signal: AbortSignal,
): Promise<(string | null)[]> {
  const questions = gitQuestions(git, folder, signal);
  const args = ['log', '--first-parent', `--max-count=${mostCommits}`, '--format=%H %ct', 'HEAD'];
  const { exitCode, stdout, stderr } = await questions.run(args);
  if (exitCode !== 0) throw new Error(whyNoHistory(stderr));
  const commits = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [hash = '', seconds = ''] = line.split(' ');
      return { hash, at: Number(seconds) * 1000 };
    });
  return moments.map((moment) => commits.find(({ at }) => at <= moment)?.hash ?? null);
}

function whyNoHistory(complaint: string): string {
  if (/unknown revision/.test(complaint)) return 'There is no history to read: nothing has been committed.';
  if (/not a git repository/.test(complaint)) return 'There is no history to read: the folder is in no git repository.';
  return `There is no history to read: ${complaint.trim()}`;
}

/** A document of a commit. */
interface Entry {
  readonly hash: string;
  readonly path: string;
}

/** Judges the documents of commits; what it has read stays known. */
function createJudge(ports: HistoryPorts, folder: string, signal: AbortSignal): (commit: string) => Promise<Judged[]> {
  const slices = createSlices(ports, sliceBudget);
  /** By hash and path: the path, too, says what a document is. Null for a document that is no work item. */
  const known = new Map<string, Judged | null>();
  const nameOf = ({ hash, path }: Entry): string => `${hash} ${path}`;

  async function read(entries: readonly Entry[]): Promise<void> {
    const contents = await ports.git.readBlobs(
      folder,
      entries.map(({ hash }) => hash),
      maximumBytes,
      signal,
    );
    for (const [at, entry] of entries.entries()) {
      while (slices.isOver()) await slices.pause();
      signal.throwIfAborted();
      const bytes = contents[at];
      const { text } = bytes ? textOf(bytes) : { text: null };
      known.set(nameOf(entry), text === null ? null : judgedOf(ports.check(entry.path, text)));
    }
  }

  return async (commit) => {
    const entries = await documentsOf(ports, folder, commit, signal);
    const unread = entries.filter((entry) => !known.has(nameOf(entry)));
    for (let from = 0; from < unread.length; from += atOnce) await read(unread.slice(from, from + atOnce));
    return entries.flatMap((entry) => known.get(nameOf(entry)) ?? []);
  };
}

/** The files of a commit below the folder that could be work items, with paths relative to it. */
async function documentsOf(
  { git, isCandidate }: HistoryPorts,
  folder: string,
  commit: string,
  signal: AbortSignal,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  let rest = '';
  const read = (piece: string): boolean => {
    const lines = `${rest}${piece}`.split('\0');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      // git-ls-tree(1): `<mode> SP <type> SP <object> TAB <file>`; links and submodules have other modes.
      const [, hash, path] = /^100\d{3} blob ([0-9a-f]{40,64})\t([\s\S]+)$/.exec(line) ?? [];
      if (hash && path && isCandidate(path)) entries.push({ hash, path });
    }
    return entries.length < mostDocuments;
  };
  const { exitCode, stderr } = await git.stream(folder, ['ls-tree', '-r', '-z', commit], read, signal);
  if (exitCode !== null && exitCode !== 0) throw new Error(`git ls-tree failed: ${stderr.trim()}`);
  return entries;
}
