import type { CommitFact, StartFact } from '../core/handoff/handoff-facts.ts';
import type { MergedFile } from '../core/handoff/merge-places.ts';
import { touchedParts } from '../core/handoff/outline.ts';
import { type Insides, isDocument, isReadable, lookIntoCommit, type OutlineOf } from './git-insides.ts';
import type { GitQuestions } from './git-questions.ts';

/** How many files are asked when they were saved. */
const mostFiles = 500;

/** What is known of the changes. */
interface Known {
  readonly files: readonly MergedFile[];
  /** Newest first, those that were pushed before included. */
  readonly commits: readonly CommitFact[];
  readonly places: Insides['places'];
  readonly outlineOf: OutlineOf;
  /** Paths of handoff notes: they tell of the work, and are not where it goes on. */
  readonly notes: ReadonlySet<string>;
}

/**
 * Where the work was left: a file in conflict, else what was saved last of what is not committed, else what the newest
 * commit of one's own has changed most. Documents only where nothing else has changed.
 * @param upToRoot the way from the folder that git runs in to the repository's root.
 */
export async function whereToStart(git: GitQuestions, upToRoot: string, known: Known): Promise<StartFact | null> {
  const { files, places, notes } = known;
  const conflicted = files.find(({ change }) => change === 'conflicted');
  if (conflicted) return { path: conflicted.path, line: null, in: null, why: 'conflict', commit: null };
  const uncommitted = files.filter(
    ({ change, where }) => change !== 'deleted' && where.some((place) => place !== 'committed'),
  );
  const isCandidate = (path: string) => isReadable(path) && !notes.has(path);
  const changed = uncommitted.map(({ path }) => path).filter(isCandidate);
  const saved = await lastSaved(git, upToRoot, sourcesAmong(changed));
  if (saved !== null) {
    const { line = null, name = null } = places.get(saved) ?? {};
    return { path: saved, line, in: name, why: 'saved-last', commit: null };
  }
  const newest = known.commits.find(({ own }) => own);
  return newest ? startOfCommit(git, upToRoot, known.outlineOf, newest.hash, isCandidate) : null;
}

/** The place that the commit has changed most, if that is still there. */
async function startOfCommit(
  git: GitQuestions,
  upToRoot: string,
  outlineOf: OutlineOf,
  commit: string,
  isCandidate: (path: string) => boolean,
): Promise<StartFact | null> {
  const { files, lines } = await lookIntoCommit(git, commit);
  const linesOf = (path: string) => (lines.get(path)?.added ?? 0) + (lines.get(path)?.removed ?? 0);
  const [path] = sourcesAmong([...files.keys()].filter(isCandidate)).toSorted((a, b) => linesOf(b) - linesOf(a));
  if (path === undefined || (await git.lastWritten(upToRoot + path)) === null) return null;
  const { place } = touchedParts(await outlineOf(path), files.get(path)?.changed ?? []);
  return { path, line: place?.line ?? null, in: place?.name ?? null, why: 'newest-commit', commit };
}

function sourcesAmong(paths: readonly string[]): readonly string[] {
  const sources = paths.filter((path) => !isDocument(path));
  return sources.length > 0 ? sources : paths;
}

async function lastSaved(git: GitQuestions, upToRoot: string, paths: readonly string[]): Promise<string | null> {
  const some = paths.slice(0, mostFiles);
  const times = await Promise.all(some.map((path) => git.lastWritten(upToRoot + path)));
  const newest = Math.max(...times.map((time) => time ?? 0));
  return newest > 0 ? (some[times.indexOf(newest)] ?? null) : null;
}
