import { type ReadinessCounts, type ReadinessHistory, sumOf } from '../core/readiness/readiness-report.ts';
import { type Period, sampleMoments } from '../core/readiness/sample-days.ts';
import type { Clock, DocumentRef, WorkspaceFolder } from './ports.ts';
import { type HistoryPorts, readinessHistory } from './readiness-history.ts';

export interface GatherHistoryPorts extends Omit<HistoryPorts, 'isCandidate' | 'check'> {
  readonly clock: Clock;
  isCandidate(document: Pick<DocumentRef, 'folder' | 'path'>): boolean;
  check(folder: string, path: string, text: string): ReturnType<HistoryPorts['check']>;
}

/**
 * How the readiness of all folders together has changed. Folders whose history cannot be read are left out, and said to be.
 * @param progress gets how many of how many moments are done.
 * Rejects with why where none can be read, and with the signal's reason when it is aborted.
 */
export async function gatherHistory(
  ports: GatherHistoryPorts,
  folders: readonly WorkspaceFolder[],
  period: Period,
  progress: (done: number, all: number) => void,
  signal: AbortSignal,
): Promise<ReadinessHistory> {
  const moments = sampleMoments(period, ports.clock.now().getTime());
  const found: (readonly (ReadinessCounts | null)[])[] = [];
  const unknown: string[] = [];
  for (const [at, { key, name }] of folders.entries()) {
    const inFolder: HistoryPorts = {
      ...ports,
      isCandidate: (path) => ports.isCandidate({ folder: key, path }),
      check: (path, text) => ports.check(key, path, text),
    };
    const told = (done: number): void => progress(at * moments.length + done, folders.length * moments.length);
    try {
      found.push(await readinessHistory(inFolder, key, moments, told, signal));
    } catch (error) {
      signal.throwIfAborted();
      if (folders.length === 1) throw error;
      unknown.push(`The history of ${name} is left out: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (found.length === 0) throw new Error(unknown.join(' ') || 'There is no folder with a history.');
  const samples = moments.flatMap((moment, at) => {
    const counts = found.flatMap((counts) => counts[at] ?? []);
    return counts.length === 0 ? [] : { day: new Date(moment).toISOString().slice(0, 10), counts: sumOf(counts) };
  });
  const [first] = samples;
  if (first && samples.length < moments.length)
    unknown.push(`The history of the branch does not go back beyond ${first.day}.`);
  return { samples, unknown };
}
