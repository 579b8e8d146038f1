import assert from 'node:assert/strict';
import { gatherHandoffFacts, type HandoffQuestion } from '../../src/app/gather-handoff-facts.ts';
import { readWorkItemBy } from '../../src/app/read-work-item.ts';
import { defaultSettings } from '../../src/core/checklist/check-document.ts';
import type { Repository } from '../../src/core/handoff/handoff-facts.ts';
import { nodeGit } from '../../src/node/git.ts';
import { plainEnvironment } from './temporary-repository.ts';

/** Git as the extension runs it, without any configuration of this machine. */
export const plainGit = nodeGit({ environment: plainEnvironment });

export const readWorkItem = readWorkItemBy(defaultSettings);

/** What git tells of the work in a folder of a repository; fails where it tells nothing. */
export async function gatheredIn(folder: string, question: Partial<HandoffQuestion> = {}): Promise<Repository> {
  const gathered = await gatherHandoffFacts(plainGit, folder, { readWorkItem, ...question });
  assert.ok(!('reason' in gathered), 'reason' in gathered ? gathered.reason : '');
  return gathered;
}
