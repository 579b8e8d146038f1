import { isWorthALook, workspaceFindings } from '../core/checklist/check-workspace.ts';
import type { Surroundings } from '../core/checklist/workspace-rule.ts';
import { createGraph, type WorkItemGraph } from '../core/graph/graph.ts';
import type { Finding, Severity } from '../core/report.ts';
import { createChanges } from './changes.ts';
import type { DocumentRef, Files, Log } from './ports.ts';
import { createSlices, type SlicePorts, sliceBudget } from './slices.ts';
import { createLookout, type SurroundingsPorts } from './surroundings.ts';
import type { WorkspaceIndex } from './workspace-index.ts';

export interface WorkspaceFindingsPorts extends SlicePorts {
  readonly index: WorkspaceIndex;
  readonly files: Pick<Files, 'list' | 'read' | 'keyOf' | 'folders'>;
  readonly freshness: SurroundingsPorts['freshness'];
  readonly log: Log;
  openText(key: string): string | undefined;
  severities(document: DocumentRef): Readonly<Record<string, Severity>>;
  /** Whether somebody wants to see the findings of that document. */
  isWanted(key: string): boolean;
}

/** What is found in work items, kept up with them and with what is around them. */
export interface WorkspaceFindings {
  readonly graph: WorkItemGraph;
  /** All that is found in a document: by itself, and where it is wanted, against its workspace. */
  of(key: string): readonly Finding[];
  /** What stands around the work item now; null where there is none. */
  around(key: string): Promise<Surroundings | null>;
  /** Looks anew at what is around all documents that are wanted, as after more of them are. */
  lookAgain(): void;
  /** Tells of files and folders that came or went, by their keys; few of them matter. */
  filesCameOrWent(keys: Iterable<string>): void;
  /** Resolves when nothing is left to be looked at. */
  settled(): Promise<void>;
  /** Calls `listener` with the keys of documents in which something else is found now. */
  onDidChange(listener: (keys: ReadonlySet<string>) => void): () => void;
  dispose(): void;
}

const none: readonly Finding[] = [];

/** Makes it from an index; does nothing before the index has documents. */
export function createWorkspaceFindings(ports: WorkspaceFindingsPorts): WorkspaceFindings {
  const { index, files, freshness, log, openText } = ports;
  const graph = createGraph();
  const lookout = createLookout({
    files,
    graph,
    isComplete: (folder) => index.complete && files.folders().some(({ key }) => key === folder),
    freshness,
    openText,
    warn: (message) => log.warn(message),
  });
  const found = new Map<string, readonly Finding[]>();
  /** Documents that were wanted when they were looked at last. */
  const watched = new Set<string>();
  const pending = new Set<string>();
  /** Documents whose change nobody has been told of. */
  const untold = new Set<string>();
  const slices = createSlices(ports, sliceBudget);
  const changes = createChanges(slices, log, 'What shows the findings failed.');
  let working: Promise<void> | undefined;
  let disposed = false;

  function follow(keys: ReadonlySet<string>): void {
    let others = false;
    for (const key of keys) {
      const indexed = index.documents.get(key);
      if (indexed === undefined) {
        others = graph.delete(key) || others;
        found.delete(key);
      } else others = graph.set({ key, folder: indexed.document.folder, report: indexed.report }) || others;
      others = lookout.forgetHeadings(key) || others;
      pending.add(key);
      // What was found around it may stand elsewhere in the text by now, and would jump about.
      if (found.has(key)) untold.add(key);
      else changes.add(key);
    }
    if (others) lookAgainAtWatched();
    changes.tell();
    start();
  }

  function lookAgainAtWatched(): void {
    for (const key of watched) pending.add(key);
  }

  function start(): void {
    if (disposed || pending.size === 0) return;
    working ??= work()
      .catch((error: unknown) => log.error('What is around the work items could not be looked at.', error))
      .then(() => {
        working = undefined;
        start();
      });
  }

  async function work(): Promise<void> {
    // What a link or an id leads to is known when all documents are.
    await index.settled();
    try {
      for (const key of pending) {
        while (slices.isOver()) {
          changes.tell();
          await slices.pause();
        }
        if (disposed) return;
        pending.delete(key);
        if (await look(key)) untold.add(key);
        if (!pending.has(key) && untold.delete(key)) changes.add(key);
      }
    } finally {
      await changes.tellAll();
    }
  }

  /** @returns whether something else is found now. */
  async function look(key: string): Promise<boolean> {
    const before = found.get(key) ?? none;
    const indexed = index.documents.get(key);
    const item = indexed && ports.isWanted(key) ? graph.get(key) : undefined;
    if (item) watched.add(key);
    else watched.delete(key);
    const around = item && isWorthALook(item.report) ? await lookout.around(item) : undefined;
    // It has changed meanwhile, and is looked at again.
    if (disposed || (item && graph.get(key) !== item)) return false;
    const now = around && indexed ? workspaceFindings(around, ports.severities(indexed.document)) : none;
    if (now.length > 0) found.set(key, now);
    else found.delete(key);
    return JSON.stringify(before) !== JSON.stringify(now);
  }

  const stopFollowing = index.onDidChange(follow);
  return {
    graph,
    of: (key) => [...(index.documents.get(key)?.report.findings ?? none), ...(found.get(key) ?? none)],
    async around(key) {
      const item = graph.get(key);
      return item ? lookout.around(item) : null;
    },
    lookAgain() {
      lookout.forget();
      for (const key of index.documents.keys()) if (ports.isWanted(key)) pending.add(key);
      start();
    },
    filesCameOrWent(keys) {
      if (lookout.forgetPlaces(keys)) lookAgainAtWatched();
      start();
    },
    async settled() {
      while (working !== undefined) await working;
    },
    onDidChange: changes.listen,
    dispose() {
      disposed = true;
      stopFollowing();
      changes.dispose();
      pending.clear();
    },
  };
}
