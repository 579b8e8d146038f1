import type { Identity } from '../core/handoff/parse-commits.ts';
import type { GitQuestions } from './git-questions.ts';

/** What git's configuration says of who works here, of remotes and of filters. */
export interface GitConfig {
  readonly self: Identity;
  /** Names of the remotes, in the order of `git remote`. */
  readonly remotes: readonly string[];
  /** Names of the filters that are configured. */
  readonly filters: ReadonlySet<string>;
}

/** Asks for all of it at once. */
export async function configOf(git: GitQuestions): Promise<GitConfig> {
  const output = await git.answer(['config', '--null', '--get-regexp', '^(user|remote|filter)\\.']);
  let name: string | null = null;
  let email: string | null = null;
  const remotes = new Set<string>();
  const filters = new Set<string>();
  for (const entry of output?.split('\0') ?? []) {
    const [key, value] = splitAt(entry, entry.indexOf('\n'));
    // Of a value that is set several times, the last counts.
    if (key === 'user.name') name = value || null;
    else if (key === 'user.email') email = value || null;
    // Only what has a name between two dots is a remote's or a filter's: not remote.pushDefault.
    const [, section, named] = /^(remote|filter)\.(.*)\.[^.]*$/s.exec(key) ?? [];
    if (named !== undefined) (section === 'remote' ? remotes : filters).add(named);
  }
  return { self: { name, email }, remotes: [...remotes].sort(), filters };
}

function splitAt(text: string, at: number): [string, string] {
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
