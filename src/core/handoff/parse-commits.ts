import { decisionsIn } from './decisions.ts';
import type { CommitFact, DecisionFact } from './handoff-facts.ts';

/** The format for `git log -z` that `parseCommits` reads. */
export const commitFormat = '--format=%H%x00%s%x00%b';

export interface ReadCommits {
  readonly commits: readonly CommitFact[];
  /** What their messages say was decided, in their order. */
  readonly decisions: readonly DecisionFact[];
}

/** Reads `git log -z` in `commitFormat`; `unpushed` holds the full hashes that no remote-tracking branch has. */
export function parseCommits(output: string, unpushed: ReadonlySet<string>): ReadCommits {
  const fields = output.split('\0');
  const commits: CommitFact[] = [];
  const decisions: DecisionFact[] = [];
  for (let at = 0; at + 2 < fields.length; at += 3) {
    const hash = fields[at] ?? '';
    commits.push({ hash, subject: fields[at + 1] ?? '', pushed: !unpushed.has(hash) });
    for (const decision of decisionsIn(fields[at + 2] ?? '')) decisions.push({ ...decision, commit: hash });
  }
  return { commits, decisions };
}
