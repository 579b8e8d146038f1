import { shortRef, upstreamOf } from './git-base.ts';
import { gitQuestions } from './git-questions.ts';
import type { Checkout, Git } from './ports.ts';
import { isBranchName, whereWorkStands } from './where-work-stands.ts';

/**
 * Fetches and switches to a branch, and brings it up to its upstream where that only adds commits. Never over changes:
 * rejects, before anything is done, with what stands in the way.
 * @param folder key of a workspace folder.
 */
export async function switchToBranch(
  { git, checkout }: { readonly git: Git; readonly checkout: Checkout },
  folder: string,
  branch: string,
): Promise<void> {
  if (!isBranchName(branch)) throw new Error(`“${branch}” is no name of a branch.`);
  const before = await whereWorkStands(git, folder);
  if (!before) throw new Error('Git does not tell where the work stands, so that nothing was switched.');
  if (before.inTheWay.length > 0) throw new Error(`Nothing was switched. ${before.inTheWay.join(' ')}`);
  await checkout.fetch(folder);
  if (before.branch !== branch) await checkout.switchTo(folder, branch);
  const questions = gitQuestions(git, folder);
  const upstream = await upstreamOf(questions, `refs/heads/${branch}`);
  if (!upstream) return;
  const behind = await questions.output(['rev-list', '--count', '--left-right', `HEAD...${upstream.ref}`, '--']);
  const [ahead, missing] = behind.trim().split('\t').map(Number);
  if (ahead === 0 && missing !== 0) await checkout.fastForward(folder, shortRef(upstream.ref));
}
