import * as vscode from 'vscode';
import { runGitSteps } from '../../app/run-git-steps.ts';
import type { Repository } from '../../core/handoff/handoff-facts.ts';
import type { SharePlan } from '../../core/handoff/share-work.ts';
import { visible } from '../../core/handoff/visible.ts';
import type { Services } from '../commands/command.ts';
import { withCancellableProgress } from '../host/progress.ts';

/**
 * Shows exactly what would be run, and runs it when the user agrees.
 * Throws an Error where nothing can be run or a command fails, a CancellationError when the user does not agree.
 * @param more sentences on what to know before.
 */
export async function runPlan(
  { userGit }: Pick<Services, 'userGit'>,
  folder: string,
  { facts }: Repository,
  plan: SharePlan,
  question: string,
  more: readonly string[] = [],
): Promise<void> {
  if ('reason' in plan) throw new Error(plan.reason);
  const run = 'Run';
  const leftOut = plan.leftOut.length > 0 ? [`Left out: ${plan.leftOut.map(visible).join(', ')}.`] : [];
  const commands = `This runs, with your own hooks and settings:\n\n${plan.steps.map(({ shown }) => shown).join('\n')}`;
  const detail = [commands, ...leftOut, ...more].join('\n\n');
  const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, run);
  if (answer !== run) throw new vscode.CancellationError();
  await withCancellableProgress('Running git', (signal) =>
    runGitSteps(userGit, folder, facts.repository, plan.steps, signal),
  );
}
