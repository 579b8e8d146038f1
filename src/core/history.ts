/** A commit that changed files of a folder; merges are none. */
export interface Commit {
  /** When it was committed, in milliseconds since 1970. */
  readonly at: number;
  /** A tool made it, or it went over so many files that it tells nothing of any of them. */
  readonly sweeping: boolean;
}

/** Which files of a folder the newest commits have changed, and when. Paths are relative to the folder, with `/`. */
export interface History {
  /** Every commit since then is known; in milliseconds since 1970. */
  readonly from: number;
  /** The known commits that changed the file at `path`, newest first. */
  commitsOf(path: string): readonly Commit[];
  /** When a commit last changed the file at `path`, or what is below the folder there; null where no known one did. */
  changedAt(path: string): number | null;
}

/** What git tells of a work item that has been committed. */
export interface Freshness {
  readonly history: History;
  /** In milliseconds since 1970. */
  readonly now: number;
  /** After how many days without a change work in progress is stale; 0 for never. */
  readonly staleAfterDays: number;
  /** Whether what is at `path`, or below the folder there, has changes that are not committed. */
  isUncommitted(path: string): boolean;
}

/** In milliseconds. */
export const day = 24 * 60 * 60 * 1000;

/** No more are asked for: in the largest repositories git takes about a second for them. */
export const maximumCommits = 5000;

/** A commit over more files is a move, a formatting or an import. */
const mostFiles = 100;

/**
 * The git command whose output `parseHistory` reads.
 * @param since in milliseconds since 1970.
 */
export function historyCommand(since: number): readonly string[] {
  return [
    ...['log', '-z', `--max-count=${maximumCommits}`, `--since=${new Date(since).toISOString()}`],
    ...['--no-merges', '--name-only', '--relative', '--root', '--no-renames', '--no-ext-diff', '--no-textconv'],
    // The only decoration left is that of the oldest commits of a shallow clone, "grafted".
    ...['--decorate-refs=refs/none', '--format=%x01%an%x02%ct %D'],
  ];
}

/**
 * Reads the output of `historyCommand(since)`: for each commit its header, a line feed and the paths, with NUL behind each.
 * The oldest commits of a shallow clone seem to have added all files; what they changed is not known.
 */
export function parseHistory(output: string, since: number): History {
  const commits = new Map<string, Commit[]>();
  const newest = new Map<string, number>();
  const records = output.split('\x01').slice(1);
  let from = since;
  for (const record of records) {
    const [author = '', rest = ''] = record.split('\x02', 2);
    const end = rest.indexOf('\n');
    const [seconds = '', decoration = ''] = (end < 0 ? rest : rest.slice(0, end)).split(' ');
    const at = Number(seconds) * 1000;
    if (decoration.startsWith('grafted')) {
      from = Math.max(from, at);
      continue;
    }
    const paths =
      end < 0
        ? []
        : rest
            .slice(end + 1)
            .split('\0')
            .filter(Boolean);
    const commit = { at, sweeping: paths.length > mostFiles || author.endsWith('[bot]') };
    for (const path of paths) {
      const known = commits.get(path);
      if (known) known.push(commit);
      else commits.set(path, [commit]);
      note(newest, path, at);
    }
    if (records.length === maximumCommits && record === records.at(-1)) from = Math.max(from, at);
  }
  return { from, commitsOf: (path) => commits.get(path) ?? [], changedAt: (path) => newest.get(path) ?? null };
}

/** Notes when a file, and with it the folders above it, was changed, unless a newer change is known. */
function note(newest: Map<string, number>, path: string, at: number): void {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    const place = path.slice(0, end);
    if ((newest.get(place) ?? 0) >= at) return;
    newest.set(place, at);
  }
}
