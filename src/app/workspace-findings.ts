import { workspaceFindings } from '../core/checklist/check-workspace.ts';
import type { Surroundings } from '../core/checklist/workspace-rule.ts';
import { createGraph, type WorkItemGraph } from '../core/graph/graph.ts';
import type { Finding, Severity } from '../core/report.ts';
import type { DocumentRef, Log } from './ports.ts';
import { createSlices, type SlicePorts, sliceBudget } from './slices.ts';
import { createLookout, type SurroundingsPorts } from './surroundings.ts';
import type { WorkspaceIndex } from './workspace-index.ts';

export interface WorkspaceFindingsPorts extends SlicePorts {
  readonly index: WorkspaceIndex;
  readonly files: SurroundingsPorts['files'];
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
  /** Looks anew at what is around all documents that are wanted, as after files have come or gone. */
  lookAgain(): void;
  /** Resolves when nothing is left to be looked at. */
  settled(): Promise<void>;
  /** Calls `listener` with the keys of documents in which something else is found now. */
  onDidChange(listener: (keys: ReadonlySet<string>) => void): () => void;
  dispose(): void;
}

const none: readonly Finding[] = [];

/** Makes it from an index; does nothing before the index has documents. */
export function createWorkspaceFindings(ports: WorkspaceFindingsPorts): WorkspaceFindings {
  const { index, files, log, openText } = ports;
  const graph = createGraph();
  const lookout = createLookout({ files, graph, openText });
  const found = new Map<string, readonly Finding[]>();
  const pending = new Set<string>();
  const listeners = new Set<(keys: ReadonlySet<string>) => void>();
  const slices = createSlices(ports, sliceBudget);
  let working: Promise<void> | undefined;
  let disposed = false;

  const tell = (keys: ReadonlySet<string>): void => {
    if (keys.size > 0 && !disposed) for (const listener of listeners) listener(keys);
  };

  function follow(keys: ReadonlySet<string>): void {
    let others = false;
    for (const key of keys) {
      const indexed = index.documents.get(key);
      if (indexed === undefined) {
        others = graph.delete(key) || others;
        found.delete(key);
      } else others = graph.set({ key, folder: indexed.document.folder, report: indexed.report }) || others;
      pending.add(key);
    }
    if (others) lookAgainAtAll();
    tell(keys);
    start();
  }

  function lookAgainAtAll(): void {
    for (const key of index.documents.keys()) if (ports.isWanted(key)) pending.add(key);
  }

  function start(): void {
    working ??= work().catch((error: unknown) =>
      log.error('What is around the work items could not be looked at.', error),
    );
  }

  async function work(): Promise<void> {
    // What a link or an id leads to is known when all documents are.
    await index.settled();
    const changed = new Set<string>();
    for (const key of pending) {
      if (disposed) break;
      pending.delete(key);
      while (slices.isOver()) await slices.pause();
      if (await look(key)) changed.add(key);
    }
    working = undefined;
    tell(changed);
    if (pending.size > 0 && !disposed) start();
  }

  /** @returns whether something else is found now. */
  async function look(key: string): Promise<boolean> {
    const before = found.get(key) ?? none;
    const item = ports.isWanted(key) ? graph.get(key) : undefined;
    const indexed = index.documents.get(key);
    const now =
      item && indexed ? workspaceFindings(await lookout.around(item), ports.severities(indexed.document)) : none;
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
      lookAgainAtAll();
      start();
    },
    async settled() {
      while (working !== undefined) await working;
    },
    onDidChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      disposed = true;
      stopFollowing();
      listeners.clear();
    },
  };
}
