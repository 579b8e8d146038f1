import type { DocumentReport } from '../core/report.ts';
import { createChanges } from './changes.ts';
import { type DocumentRef, type Files, type Log, Unreadable } from './ports.ts';
import { checkable, textOf, whyUnread } from './read-text.ts';
import type { ReportCache } from './report-cache.ts';
import { createSlices, type SlicePorts, sliceBudget } from './slices.ts';

/** A document of the workspace and what its check came to. */
export interface IndexedDocument {
  readonly document: DocumentRef;
  readonly report: DocumentReport;
  /** The version of the text in an editor that the report is on; absent where it is on the file. */
  readonly version?: number;
}

/** A document as it stands in an editor, saved or not. */
export interface OpenDocument {
  /** Grows with every change of the text. */
  readonly version: number;
  text(): string;
}

export interface IndexPorts extends SlicePorts {
  readonly files: Pick<Files, 'find' | 'read'>;
  readonly log: Log;
  /** The document in its editor; undefined when it is not open. */
  openDocument(key: string): OpenDocument | undefined;
  check(document: DocumentRef, text: string): DocumentReport;
  /** The report on a document without a text to be had; `reason` is a sentence. */
  unreadable(document: DocumentRef, reason: string): DocumentReport;
  /** Awaited before the workspace is listed and read; must not reject. */
  prepare?(): Promise<void>;
  readonly cache?: Pick<ReportCache, 'load' | 'stamp' | 'find' | 'keep'> | undefined;
}

/** The checked documents of a workspace, kept up with what happens to them. */
export interface WorkspaceIndex {
  /** By DocumentRef.key. */
  readonly documents: ReadonlyMap<string, IndexedDocument>;
  /** How many documents wait to be read; 1 where that is not known yet. */
  readonly waiting: number;
  /** Whether anybody has asked for the workspace to be read. */
  readonly started: boolean;
  /** Whether the whole workspace has been read, and what was kept of an earlier session compared with it. */
  readonly complete: boolean;
  /** Reads the workspace, unless this has been asked for before. Rejects as `refresh` does; it may then be called again. */
  start(): Promise<void>;
  /**
   * Finds, reads and checks every document anew. Several calls follow one another.
   * Rejects when the workspace cannot be listed, or with the signal's reason when it is aborted; what is known then stays.
   */
  refresh(signal?: AbortSignal): Promise<void>;
  /** Reads and checks these documents again, soon. An open document that is still at its checked version is left alone. */
  update(documents: readonly DocumentRef[]): void;
  /** Forgets these documents; a key that is no document's is a folder's, and takes along what is below it. */
  remove(keys: readonly string[]): void;
  /** Reads and checks all documents that are known, as after a change of settings. */
  checkAgain(): void;
  /** Resolves when no document waits to be read, and the workspace is not being listed. */
  settled(): Promise<void>;
  /** Calls `listener` with the keys of documents whose reports have changed or gone, not more often than once a slice. */
  onDidChange(listener: (keys: ReadonlySet<string>) => void): () => void;
  /** Stops all work; nothing changes afterwards. */
  dispose(): void;
}

/** A document as it is stored: its bytes, or the report that was kept for them. */
interface StoredDocument {
  readonly stamp: string | null;
  readonly report: DocumentReport | null;
  readonly bytes: Uint8Array | null;
}

/** Reads under way at a time: enough to hide a slow file system's latency. */
const lanes = 16;

/** Makes an index that reads nothing until it is told to. */
export function createWorkspaceIndex(ports: IndexPorts): WorkspaceIndex {
  const { files, log, cache } = ports;
  const documents = new Map<string, IndexedDocument>();
  /** Versions at which open documents were checked. */
  const checkedVersions = new Map<string, number>();
  /** When each document was last heard of, by `moment`: what was read before that is out of date. */
  const heardOf = new Map<string, number>();
  /** Documents that have gone: until nothing is under way, what was read of them before may still come. */
  const gone = new Set<string>();
  const pending = new Map<string, DocumentRef>();
  /** Folders that have gone, and when. */
  const goneFolders = new Map<string, number>();
  const slices = createSlices(ports, sliceBudget);
  const changes = createChanges(slices, log, 'What shows the work items failed.');
  const disposal = new AbortController();
  let moment = 0;
  let started = false;
  let complete = false;
  let isTakingKept = false;
  let scans = 0;
  let working: Promise<void> | undefined;
  let lastScan: Promise<void> = Promise.resolve();
  let firstScan: Promise<void> | undefined;

  function request(document: DocumentRef): void {
    heardOf.set(document.key, ++moment);
    // Opened again, it counts its versions from the first on.
    if (checkedVersions.has(document.key) && !ports.openDocument(document.key)) checkedVersions.delete(document.key);
    pending.set(document.key, document);
    working ??= work();
  }

  function forget(key: string): void {
    heardOf.set(key, ++moment);
    pending.delete(key);
    drop(key);
    working ??= work();
  }

  function remove(key: string): void {
    if (heardOf.has(key)) {
      forget(key);
      return;
    }
    // Many at a time, as when git checks out another branch, are looked for in one go.
    if (goneFolders.size === 0) queueMicrotask(forgetBelow);
    goneFolders.set(key, ++moment);
  }

  function forgetBelow(): void {
    for (const [key, heard] of heardOf) {
      const gone = foldersAbove(key).some((folder) => (goneFolders.get(folder) ?? 0) > heard);
      if (gone) forget(key);
    }
    goneFolders.clear();
  }

  function drop(key: string): void {
    checkedVersions.delete(key);
    gone.add(key);
    if (documents.delete(key)) changes.add(key);
  }

  async function work(): Promise<void> {
    do {
      await Promise.all(Array.from({ length: lanes }, lane));
      await changes.tellAll();
    } while (pending.size > 0);
    working = undefined;
    if (scans === 0) forgetGone();
  }

  function forgetGone(): void {
    for (const key of gone) if (!documents.has(key)) heardOf.delete(key);
    gone.clear();
  }

  async function lane(): Promise<void> {
    // Not in the turn of the one who asks.
    await Promise.resolve();
    for (const [key, document] of pending) {
      pending.delete(key);
      await readAndCheck(document);
    }
  }

  async function endSlice(): Promise<void> {
    await slices.pause();
    changes.tell();
  }

  async function readAndCheck(document: DocumentRef): Promise<void> {
    const { key, path } = document;
    const asked = heardOf.get(key);
    const isCurrent = (): boolean => heardOf.get(key) === asked && !disposal.signal.aborted;
    try {
      while (slices.isOver()) await endSlice();
      const stored = ports.openDocument(key) ? null : await readStored(document);
      while (slices.isOver()) await endSlice();
      if (isCurrent()) check(document, stored);
    } catch (error) {
      if (!isCurrent()) return;
      log.warn(`${path}: ${whyUnread(error)}`);
      if (error instanceof Unreadable) keep(document, ports.unreadable(document, error.message), undefined);
      else drop(key);
    }
  }

  async function readStored(document: DocumentRef): Promise<StoredDocument> {
    // Before it is read: what changes meanwhile is read again.
    const stamp = cache?.stamp(document) ?? null;
    const report = stamp === null ? null : (cache?.find(document, stamp) ?? null);
    return { stamp, report, bytes: report ? null : await files.read(document.key) };
  }

  function check(document: DocumentRef, stored: StoredDocument | null): void {
    const { key } = document;
    const open = ports.openDocument(key);
    if (open === undefined && stored === null) {
      request(document); // Closed in between.
      return;
    }
    if (open !== undefined && checkedVersions.get(key) === open.version) return;
    if (open === undefined && stored?.report) {
      keep(document, stored.report, undefined);
      return;
    }
    const { text, reason } = open ? checkable(open.text()) : textOf(stored?.bytes ?? new Uint8Array());
    const report = text === null ? ports.unreadable(document, reason) : ports.check(document, text);
    keep(document, report, open?.version);
    if (open === undefined && stored?.stamp) cache?.keep(document, stored.stamp, report);
  }

  function keep(document: DocumentRef, report: DocumentReport, version: number | undefined): void {
    if (version === undefined) checkedVersions.delete(document.key);
    else checkedVersions.set(document.key, version);
    const known = documents.get(document.key);
    if (known?.report === report && known.version === version) return;
    documents.set(document.key, { document, report, ...(version !== undefined && { version }) });
    changes.add(document.key);
  }

  /**
   * Takes the reports of an earlier session as they are; the scan that has begun at `start` looks whether they still hold.
   * @returns whether there were any
   */
  async function takeKept(start: number): Promise<boolean> {
    let any = false;
    isTakingKept = true;
    for await (const kept of cache?.load() ?? []) {
      any = true;
      for (const { document, report } of kept) {
        if (heardOf.has(document.key)) continue;
        heardOf.set(document.key, start - 1);
        keep(document, report, undefined);
      }
      // They are told of when all are there: what shows them takes them all at once.
      while (slices.isOver()) await slices.pause();
    }
    isTakingKept = false;
    await changes.tellAll();
    return any;
  }

  async function scan(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const start = ++moment;
    checkedVersions.clear();
    let asked: readonly DocumentRef[] = [];
    // What was heard of since the scan began is newer than the list.
    const isStale = ({ key }: DocumentRef): boolean => (heardOf.get(key) ?? 0) < start;
    const ask = (listed: readonly DocumentRef[]): void => {
      const stale = listed.filter(isStale);
      asked = [...asked, ...stale];
      stale.forEach(request);
    };
    const cancel = (): void => {
      for (const document of asked) if (pending.get(document.key) === document) pending.delete(document.key);
    };
    signal.addEventListener('abort', cancel, { once: true });
    try {
      await ports.prepare?.();
      signal.throwIfAborted();
      const readFirst = async (some: readonly DocumentRef[]): Promise<void> => {
        if (!signal.aborted) ask(some);
        await allRead();
      };
      const found = await files.find(signal, (await takeKept(start)) ? undefined : readFirst);
      signal.throwIfAborted();
      const keys = new Set(found.map(({ key }) => key));
      const others = [...documents.values()].map(({ document }) => document).filter(({ key }) => !keys.has(key));
      for (const document of others) if (isStale(document) && !ports.openDocument(document.key)) forget(document.key);
      ask([...found, ...others]);
      await allRead();
    } finally {
      signal.removeEventListener('abort', cancel);
    }
    signal.throwIfAborted();
    complete = true;
  }

  async function allRead(): Promise<void> {
    while (working !== undefined) await working;
  }

  async function settled(): Promise<void> {
    await lastScan;
    await allRead();
  }

  function refresh(signal?: AbortSignal): Promise<void> {
    started = true;
    const either = signal === undefined ? disposal.signal : AbortSignal.any([signal, disposal.signal]);
    scans++;
    const next = lastScan
      .then(() => scan(either))
      .finally(() => {
        scans--;
      });
    lastScan = next.catch(() => undefined);
    return next;
  }

  return {
    documents,
    get waiting() {
      return pending.size || Number(isTakingKept);
    },
    get started() {
      return started;
    },
    get complete() {
      return complete;
    },
    start() {
      if (complete) return Promise.resolve();
      firstScan ??= refresh().catch((error: unknown) => {
        firstScan = undefined;
        throw error;
      });
      return firstScan;
    },
    refresh,
    update: (updated) => updated.forEach(request),
    remove: (keys) => keys.forEach(remove),
    checkAgain() {
      checkedVersions.clear();
      for (const { document } of [...documents.values()]) request(document);
    },
    settled,
    onDidChange: changes.listen,
    dispose() {
      disposal.abort();
      pending.clear();
      changes.dispose();
    },
  };
}

/** Keys of the folders that hold the document, the nearest first. */
function foldersAbove(key: string): string[] {
  const folders: string[] = [];
  for (let end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1)) folders.push(key.slice(0, end));
  return folders;
}
