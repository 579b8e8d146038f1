import type { Change } from './handoff-facts.ts';

/** A tracked file that has changed, as `git status` tells it. */
export interface StatusEntry {
  readonly path: string;
  readonly oldPath: string | null;
  /** HEAD against the index; null when they are equal. */
  readonly staged: Change | null;
  /** The index against the work tree; null when they are equal. */
  readonly unstaged: Change | null;
}

export interface Status {
  /** Short name of the configured upstream, there or gone. */
  readonly upstream: string | null;
  readonly ahead: number | null;
  readonly behind: number | null;
  readonly entries: readonly StatusEntry[];
  /** A path that ends in `/` is a repository inside this one. */
  readonly untracked: readonly string[];
}

const changes: Readonly<Record<string, Change>> = {
  A: 'added',
  M: 'modified',
  D: 'deleted',
  R: 'renamed',
  C: 'copied',
  T: 'type-changed',
  U: 'conflicted',
};

/** The change that a status letter of git stands for (git-diff(1), --diff-filter); null for `.`. */
export function changeOf(letter: string | undefined): Change | null {
  return changes[letter ?? ''] ?? null;
}

/**
 * Reads `git status --porcelain=v2 --branch -z`; the format is in git-status(1), "Porcelain Format Version 2".
 * Records end in NUL, and a renamed path is followed by the old one in a record of its own.
 */
export function parseStatus(output: string): Status {
  const headers = new Map<string, string>();
  const entries: StatusEntry[] = [];
  const untracked: string[] = [];
  const records = output.split('\0');
  for (let at = 0; at < records.length; at++) {
    const record = records[at] ?? '';
    const kind = record[0];
    if (kind === '#') {
      const [, name = '', value = ''] = /^# (\S+) (.*)$/s.exec(record) ?? [];
      headers.set(name, value);
    } else if (kind === '?') untracked.push(record.slice(2));
    else if (kind === 'u') entries.push(conflict(record));
    else if (kind === '1') entries.push(entry(record, 8, null));
    else if (kind === '2') entries.push(entry(record, 9, records[++at] ?? null));
  }
  const [, ahead, behind] = /^\+(\d+) -(\d+)$/.exec(headers.get('branch.ab') ?? '') ?? [];
  return {
    upstream: headers.get('branch.upstream') ?? null,
    ahead: ahead === undefined ? null : Number(ahead),
    behind: behind === undefined ? null : Number(behind),
    entries,
    untracked,
  };
}

function entry(record: string, fieldsBeforePath: number, oldPath: string | null): StatusEntry {
  return {
    path: afterFields(record, fieldsBeforePath),
    oldPath,
    staged: changeOf(record[2]),
    unstaged: changeOf(record[3]),
  };
}

function conflict(record: string): StatusEntry {
  return { path: afterFields(record, 10), oldPath: null, staged: null, unstaged: 'conflicted' };
}

/** What comes after `count` fields that end in a space each: a path, which may hold spaces itself. */
function afterFields(record: string, count: number): string {
  let at = 0;
  for (let field = 0; field < count; field++) at = record.indexOf(' ', at) + 1;
  return record.slice(at);
}
