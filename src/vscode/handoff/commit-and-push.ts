import * as vscode from 'vscode';
import type { Repository } from '../../core/handoff/handoff-facts.ts';
import { branchNameFault, commitAndPushPlan, notShared, suggestedBranch } from '../../core/handoff/share-work.ts';
import type { Services } from '../commands/command.ts';
import { pickFolder } from '../host/pick-folder.ts';
import { tell } from '../host/tell.ts';
import { lookAtRepository } from './look-at-changes.ts';
import { runPlan } from './run-plan.ts';
import { unsavedFiles } from './unsaved-files.ts';

const title = 'Commit and Push Work in Progress';

/** Brings what only this machine has to a branch that a team-mate can fetch, after asking. */
export async function commitAndPush(services: Services, argument: unknown): Promise<void> {
  const folder = await pickFolder(services.files, services.index, argument, 'Folder whose changes to commit and push');
  await unsavedFiles(folder, 'Go On Without Saving');
  await shareChanges(services, folder, await lookAtRepository(services, folder));
}

/** Asks for a branch and a message, then whether to run what follows from them. Throws a CancellationError when the user gives up. */
export async function shareChanges(services: Services, folder: string, repository: Repository): Promise<void> {
  const what = notShared(repository);
  if (what === '') throw new Error('Everything is committed and pushed already, as of the last fetch.');
  const day = services.clock.now().toISOString().slice(0, 10);
  const branch = await ask({
    prompt: `${sentence(what)} Branch to commit to; one that is not there is made`,
    value: suggestedBranch(repository, `handoff-${day}`),
    validateInput: branchNameFault,
  });
  const isNeeded = repository.facts.files.some(({ where }) => where.some((place) => place !== 'committed'));
  const message = isNeeded
    ? await ask({
        prompt: 'Message of the commit',
        value: 'Work in progress',
        validateInput: (text) => (text.trim() === '' ? 'A commit needs a message.' : null),
      })
    : '';
  const plan = commitAndPushPlan(repository, branch, message);
  await runPlan(services, folder, repository, plan, `Commit and push to ${branch}?`);
  tell(`What you have is on ${branch} now.`, services.log);
}

async function ask(options: vscode.InputBoxOptions): Promise<string> {
  const text = await vscode.window.showInputBox({ title, ignoreFocusOut: true, ...options });
  if (text === undefined) throw new vscode.CancellationError();
  return text;
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
