import type { DocumentReport } from '../core/report.ts';
import type { DocumentRef, Log } from './ports.ts';
import { createSlices, type SlicePorts, sliceBudget } from './slices.ts';

/** Keeps texts by name between two sessions. */
export interface CacheStorage {
  /** Null where there is no such text. */
  read(name: string): Promise<string | null>;
  write(name: string, text: string): Promise<void>;
}

export interface ReportCachePorts extends SlicePorts {
  readonly storage: CacheStorage;
  readonly log: Pick<Log, 'info' | 'warn'>;
  /** Keys of the workspace's folders. */
  folders(): readonly string[];
  /** Another text whenever the stored document is; null where that cannot be told. */
  stamp(key: string): string | null;
  /** All that decides a report beside the document and the day: another text whenever the reports could be others. */
  configuration(folder: string): string;
  /** The user's day in ISO 8601. */
  today(): string;
}

/** Reports on stored documents, kept between two sessions so that only what has changed is read again. */
export interface ReportCache {
  /**
   * Reads what was kept for those folders of the workspace that it has not been read for yet; what cannot be used is forgotten.
   * @returns by and by, the reports that would be the same today if their documents have not changed since; some each time
   */
  load(): AsyncGenerator<readonly KeptReport[], void>;
  /** To be taken before the document is read; null where its report cannot be kept. */
  stamp(document: DocumentRef): string | null;
  /** The report on the document as it was with that stamp, where it would be the same today. */
  find(document: DocumentRef, stamp: string): DocumentReport | null;
  keep(document: DocumentRef, stamp: string, report: DocumentReport): void;
  /** Writes what is new, and forgets the documents that are not among `known`. Several calls follow one another. */
  save(known: { has(key: string): boolean }): Promise<void>;
}

/** A report of an earlier session. */
export interface KeptReport {
  readonly document: DocumentRef;
  readonly report: DocumentReport;
}

interface Entry extends KeptReport {
  readonly stamp: string;
  /** The day of the check: from another one on, a due date may have passed. */
  readonly day: string;
  readonly configuration: string;
}

/** Of a file: its reports have the same folder and configuration. */
interface Stored {
  readonly folder: string;
  readonly configuration: string;
  readonly entries: readonly (readonly [key: string, stamp: string, day: string, report: DocumentReport])[];
}

/** Files for each folder: few enough to be read at once, and each small enough to be written after every edit. */
const parts = 64;

/** Makes an empty cache. */
export function createReportCache(ports: ReportCachePorts): ReportCache {
  const { storage, log } = ports;
  /** By DocumentRef.key. */
  const entries = new Map<string, Entry>();
  /** Folders whose reports have been asked for. */
  const loaded = new Set<string>();
  /** By folder: one text for all entries, since each call makes another. */
  const configurations = new Map<string, string>();
  /** Names of files whose content has changed. */
  const dirty = new Set<string>();
  let saving: Promise<void> = Promise.resolve();

  /** By files. @returns those of its reports that would be the same today */
  async function* loadFolder(folder: string): AsyncGenerator<readonly Entry[]> {
    for (let part = 0; part < parts; part++) {
      const text = await storage.read(nameOf(folder, part));
      const stored = text === null ? null : parse(text);
      if (text !== null && stored === null) log.info('Kept reports cannot be read; the documents are read instead.');
      if (stored?.folder !== folder) continue;
      const { configuration } = stored;
      const loaded = stored.entries.map(([key, stamp, day, report]): Entry => {
        const document = { key, folder, path: report.path };
        return { document, stamp, day, configuration, report };
      });
      for (const entry of loaded) entries.set(entry.document.key, entry);
      const now = currentConfiguration(folder);
      const same = loaded.filter((entry) => wouldBeTheSame(entry, now));
      if (same.length > 0) yield same;
    }
  }

  function currentConfiguration(folder: string): string {
    const now = ports.configuration(folder);
    const known = configurations.get(folder);
    if (known === now) return known;
    configurations.set(folder, now);
    return now;
  }

  function forgetUnknown(known: { has(key: string): boolean }): void {
    for (const [key, { document }] of entries) {
      if (known.has(key)) continue;
      entries.delete(key);
      dirty.add(fileOf(document));
    }
  }

  async function write(): Promise<void> {
    const slices = createSlices(ports, sliceBudget);
    const byFile = new Map<string, Entry[]>([...dirty].map((name) => [name, []]));
    dirty.clear();
    for (const entry of entries.values()) byFile.get(fileOf(entry.document))?.push(entry);
    for (const [name, kept] of byFile) {
      while (slices.isOver()) await slices.pause();
      const folder = kept[0]?.document.folder ?? '';
      const configuration = ports.configuration(folder);
      const current = kept.filter((entry) => entry.configuration === configuration);
      const stored: Stored = {
        folder,
        configuration,
        entries: current.map(({ document, stamp, day, report }) => [document.key, stamp, day, report]),
      };
      await storage.write(name, JSON.stringify(stored));
    }
  }

  const wouldBeTheSame = ({ configuration, report, day }: Entry, configurationNow: string | undefined): boolean =>
    configuration === configurationNow && (report.due === null || day === ports.today());

  return {
    async *load() {
      for (const folder of ports.folders()) {
        if (loaded.has(folder)) continue;
        loaded.add(folder);
        try {
          yield* loadFolder(folder);
        } catch (error) {
          log.warn(whyNot(error));
        }
      }
    },
    stamp: ({ key }) => ports.stamp(key),
    find({ key, folder }, stamp) {
      const entry = entries.get(key);
      return entry?.stamp === stamp && wouldBeTheSame(entry, ports.configuration(folder)) ? entry.report : null;
    },
    keep(document, stamp, report) {
      const { key, folder } = document;
      const configuration = currentConfiguration(folder);
      entries.set(key, { document, stamp, day: ports.today(), configuration, report });
      dirty.add(fileOf(document));
    },
    save(known) {
      const next = saving.then(() => {
        forgetUnknown(known);
        return write();
      });
      saving = next.catch(() => undefined);
      return next;
    },
  };
}

const whyNot = (error: unknown): string =>
  `Kept reports could not be read: ${error instanceof Error ? error.message : String(error)}`;

function parse(text: string): Stored | null {
  try {
    const stored: Stored = JSON.parse(text);
    const isWhole = stored.entries.every(
      ([, , , report]) => typeof report.path === 'string' && report.points !== undefined,
    );
    return isWhole ? stored : null;
  } catch {
    return null; // Cut short, or of another program: it is made anew.
  }
}

const fileOf = ({ key, folder }: DocumentRef): string => nameOf(folder, hashOf(key) % parts);

const nameOf = (folder: string, part: number): string => `reports-${hashOf(folder).toString(36)}-${part}.json`;

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
