import { decisionsIn } from './decisions.ts';
import type { CommitFact, DecisionFact } from './handoff-facts.ts';

/** The format for `git log -z` that `parseCommits` reads. */
export const commitFormat = '--format=%H%x00%an%x00%ae%x00%s%x00%b';

export interface ReadCommits {
  readonly commits: readonly CommitFact[];
  /** What their messages say was decided, in their order. */
  readonly decisions: readonly DecisionFact[];
}

/** The name and the address of who works here, as git is configured; null where it is not. */
export interface Identity {
  readonly name: string | null;
  readonly email: string | null;
}

/** Reads `git log -z` in `commitFormat`; `unpushed` holds the full hashes that no remote-tracking branch has. */
export function parseCommits(output: string, unpushed: ReadonlySet<string>, self: Identity): ReadCommits {
  const fields = output.split('\0');
  const commits: CommitFact[] = [];
  const decisions: DecisionFact[] = [];
  for (let at = 0; at + 4 < fields.length; at += 5) {
    const [hash = '', author = '', email = '', subject = '', body = ''] = fields.slice(at, at + 5);
    commits.push({ hash, subject, author, own: isSelf(author, email, self), pushed: !unpushed.has(hash) });
    for (const decision of decisionsIn(body)) decisions.push({ ...decision, commit: hash });
  }
  return { commits, decisions };
}

/** By the address or the name: people commit from several places, and not with the same of both. */
function isSelf(author: string, address: string, { name, email }: Identity): boolean {
  if (name === null && email === null) return true;
  return author === name || address.toLowerCase() === email?.toLowerCase();
}
