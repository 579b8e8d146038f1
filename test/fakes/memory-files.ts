import { newFileNames } from '../../src/app/new-file-names.ts';
import type { DocumentRef, Files } from '../../src/app/ports.ts';

/** Files in memory, all in the workspace folder `/w`; keys are `/w/<path>`. */
export interface MemoryFiles extends Files {
  /** Contents by path. */
  readonly contents: Map<string, string | Uint8Array>;
  /** Paths that have been read, in order. */
  readonly reads: string[];
  /** Awaited in each read after the bytes are taken, and in each find after the list is. */
  hold: (path: string) => Promise<void>;
}

/** Where a document of memoryFiles is. */
export function ref(path: string): DocumentRef {
  return { key: `/w/${path}`, folder: '/w', path };
}

export function memoryFiles(contents: Readonly<Record<string, string | Uint8Array>> = {}): MemoryFiles {
  const files: MemoryFiles = {
    contents: new Map(Object.entries(contents)),
    reads: [],
    hold: async () => {},
    folders: () => [{ key: '/w', name: 'w' }],
    async find(signal) {
      const found = [...files.contents.keys()].map(ref);
      await files.hold('');
      signal.throwIfAborted();
      return found;
    },
    async read(key) {
      const path = key.slice('/w/'.length);
      files.reads.push(path);
      const stored = files.contents.get(path);
      await files.hold(path);
      if (stored === undefined) throw new Error(`There is no ${path}.`);
      return typeof stored === 'string' ? new TextEncoder().encode(stored) : stored;
    },
    keyOf: (folder, path) => `${folder}/${path}`,
    async list(_folder, path) {
      const below = path === '' ? '' : `${path}/`;
      const names = [...files.contents.keys()].flatMap((file) =>
        file.startsWith(below) ? [file.slice(below.length).split('/')] : [],
      );
      if (names.length === 0) return null;
      const kinds = new Map(names.map(([name = '', ...rest]) => [name, rest.length > 0 ? 'folder' : 'file'] as const));
      return [...kinds].map(([name, kind]) => ({ name, kind }));
    },
    async create(_folder, path, text) {
      for (const name of newFileNames(path)) {
        if (files.contents.has(name)) continue;
        files.contents.set(name, text);
        return ref(name);
      }
      throw new Error(`Every name like ${path} is taken.`);
    },
  };
  return files;
}
