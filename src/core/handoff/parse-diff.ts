import type { Change } from './handoff-facts.ts';
import { changeOf } from './parse-status.ts';

/** A file of a diff. */
export interface DiffEntry {
  readonly path: string;
  readonly oldPath: string | null;
  readonly change: Change;
}

/** Lines added and removed; null for a binary. */
export interface LineCounts {
  readonly added: number | null;
  readonly removed: number | null;
}

export interface Diff {
  readonly entries: readonly DiffEntry[];
  /** By path, the new one of a rename. */
  readonly counts: ReadonlyMap<string, LineCounts>;
}

/**
 * Reads what `--raw --numstat -z` print, alone or together; git-diff(1), "Raw output format" and "Other diff formats".
 * A raw record is `:modes and hashes letter`, then the path; of a rename or copy, the old path and the new one.
 * A numstat record is `added TAB removed TAB path`; of a rename or copy, the path is empty and old and new follow.
 */
export function parseDiff(output: string): Diff {
  const entries: DiffEntry[] = [];
  const counts = new Map<string, LineCounts>();
  const fields = output.split('\0');
  let at = 0;
  const next = () => fields[at++] ?? '';
  while (at < fields.length) {
    const record = next();
    if (record.startsWith(':')) {
      const change = changeOf(record.split(' ')[4]?.[0]);
      const oldPath = change === 'renamed' || change === 'copied' ? next() : null;
      const path = next();
      if (change) entries.push({ path, oldPath, change });
      continue;
    }
    const numstat = /^(\d+|-)\t(\d+|-)\t(.*)$/s.exec(record);
    if (!numstat) continue;
    let path = numstat[3] ?? '';
    if (path === '') {
      next();
      path = next();
    }
    counts.set(path, { added: lines(numstat[1]), removed: lines(numstat[2]) });
  }
  return { entries, counts };
}

function lines(field: string | undefined): number | null {
  return field === undefined || field === '-' ? null : Number(field);
}
