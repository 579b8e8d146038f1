import { Worker } from 'node:worker_threads';
import { readDocument } from './files.ts';
import type { ReadFiles } from './reader-thread.ts';

/** Reads files in the order in which it was told that they will be asked for. */
export interface ReadAhead {
  /** The bytes of the file at `key`; rejects as `readDocument` throws. */
  read(key: string): Promise<Uint8Array>;
  /** Ends the second thread. */
  stop(): Promise<void>;
}

/** Files in a list for the second thread, and how many lists it has before they are needed: enough to be ahead, little to keep. */
const inList = 250;
const listsAhead = 3;

/** Lists that are read here: it takes so long to start a thread. */
const listsBefore = 1;

/** With fewer files, starting a thread takes longer than it saves. */
const fewest = 500;

/**
 * Reads in a second thread what this one is going to ask for, so that it need not wait for the system: a tenth of the time of a check.
 * @param thread path of the built reader-thread.ts.
 * @param keys absolute paths, in the order in which they will be read.
 */
export function readAhead(thread: string, keys: readonly string[]): ReadAhead {
  if (keys.length < fewest) return { read: async (key) => readDocument(key), stop: async () => {} };
  let next = 0;
  let places: ReadonlyMap<string, number> | undefined;
  const lists: (Promise<ReadFiles | null> | undefined)[] = Array.from({ length: listsBefore }, () => undefined);
  const waiting: ((read: ReadFiles | null) => void)[] = [];
  let failed = false;
  const worker = new Worker(thread);
  worker.on('message', (read: ReadFiles) => waiting.shift()?.(read));
  // What the thread does not read is read here.
  worker.on('error', () => {
    failed = true;
    for (const answer of waiting.splice(0)) answer(null);
  });

  /** Nearly always the next one: a table of so many keys takes long to make. */
  function placeOf(key: string): number | undefined {
    if (keys[next] === key) return next++;
    places ??= new Map(keys.map((each, at) => [each, at]));
    return places.get(key);
  }

  function ask(): void {
    const from = lists.length * inList;
    lists.push(
      new Promise((resolve) => {
        if (failed) resolve(null);
        else waiting.push(resolve);
      }),
    );
    // One text is handed over in less time than a list of them.
    if (!failed) worker.postMessage(keys.slice(from, from + inList).join('\0'));
  }

  return {
    async read(key) {
      const at = placeOf(key);
      if (at === undefined) return readDocument(key);
      const list = Math.floor(at / inList);
      while (lists.length <= list + listsAhead && lists.length * inList < keys.length) ask();
      if (list > 0) lists[list - 1] = undefined;
      const read = await lists[list];
      const place = at % inList;
      if (read?.failed[place] !== false) return readDocument(key);
      return read.bytes.subarray(read.ends[place - 1] ?? 0, read.ends[place]);
    },
    stop: async () => void (await worker.terminate()),
  };
}
