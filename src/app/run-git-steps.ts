import type { GitStep } from '../core/handoff/share-work.ts';
import type { UserGit } from './ports.ts';

/**
 * Runs what the user has agreed to, one after the other, up to the first that fails.
 * Rejects with what git says against that one, and what was done before.
 * @param root the repository's root, relative to the folder: `.`, `..`, …
 */
export async function runGitSteps(
  git: UserGit,
  folder: string,
  root: string,
  steps: readonly GitStep[],
  signal?: AbortSignal,
): Promise<void> {
  for (const [at, { args, input, shown }] of steps.entries()) {
    const { exitCode, stdout, stderr } = await git.run(folder, ['-C', root, ...args], input, signal);
    if (exitCode === 0) continue;
    const said = (stderr.trim() || stdout.trim() || `exit code ${exitCode}`).split('\n').slice(-longestSaid).join(' ');
    const done =
      at === 0
        ? 'Nothing was done.'
        : `Done before: ${steps
            .slice(0, at)
            .map((step) => step.shown)
            .join('; ')}.`;
    throw new Error(`“${shown}” failed: ${said} ${done}`);
  }
}

/** Lines of what git says that fit into a message; the last ones tell the most. */
const longestSaid = 4;
