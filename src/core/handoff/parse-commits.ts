import type { CommitFact } from './handoff-facts.ts';

/** The format for `git log -z` that `parseCommits` reads. */
export const commitFormat = '--format=%H%x00%s';

/** Reads `git log -z` in `commitFormat`; `unpushed` holds the full hashes that no remote-tracking branch has. */
export function parseCommits(output: string, unpushed: ReadonlySet<string>): CommitFact[] {
  const fields = output.split('\0');
  const commits: CommitFact[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const hash = fields[at] ?? '';
    commits.push({ hash, subject: fields[at + 1] ?? '', pushed: !unpushed.has(hash) });
  }
  return commits;
}
