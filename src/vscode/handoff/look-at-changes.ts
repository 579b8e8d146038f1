import { gatherHandoffFacts } from '../../app/gather-handoff-facts.ts';
import type { Since } from '../../app/since.ts';
import type { WorkspaceIndex } from '../../app/workspace-index.ts';
import type { Gathered, Repository } from '../../core/handoff/handoff-facts.ts';
import type { DocumentReport } from '../../core/report.ts';
import type { Services } from '../commands/command.ts';
import { codeSymbols } from '../host/code-symbols.ts';
import { withCancellableProgress } from '../host/progress.ts';

type Looking = Pick<Services, 'git' | 'index' | 'readWorkItem' | 'log'>;

/** Asks git what has changed, when all documents are known. Throws a CancellationError when the user gives up. */
export function lookAtChanges(
  { git, index, readWorkItem, log }: Looking,
  folder: string,
  since?: Since,
): Promise<Gathered> {
  return withCancellableProgress('Looking at what has changed', async (signal) => {
    await index.start();
    await index.settled();
    const question = {
      ...(since && { since }),
      notes: notesIn(index, folder),
      readWorkItem: readWorkItem(folder),
      symbolsOf: codeSymbols(folder, log),
      signal,
    };
    return gatherHandoffFacts(git, folder, question);
  });
}

/** The documents of the folder, of which those that are handoff notes say from where to go on. */
export const notesIn = (index: WorkspaceIndex, folder: string): DocumentReport[] =>
  [...index.documents.values()].flatMap(({ document, report }) => (document.folder === folder ? report : []));

/** As lookAtChanges, for what cannot go on without git: throws an Error that says why there is none. */
export async function lookAtRepository(services: Looking, folder: string): Promise<Repository> {
  const gathered = await lookAtChanges(services, folder, { kind: 'uncommitted' });
  if ('reason' in gathered) throw new Error(gathered.reason);
  return gathered;
}
