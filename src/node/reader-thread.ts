// The second thread of readAhead: answers each list of paths, which is one text with a NUL between them, with what is in the files.
import { parentPort } from 'node:worker_threads';
import { readDocument } from './files.ts';

/** The bytes of a list of files, one after the other, and where each ends; a file that cannot be read holds none and is `failed`. */
export interface ReadFiles {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly ends: readonly number[];
  readonly failed: readonly boolean[];
}

parentPort?.on('message', (paths: string) => {
  const contents = paths.split('\0').map((path) => {
    try {
      return readDocument(path);
    } catch {
      return null; // Who asked reads it again, and learns why.
    }
  });
  const bytes = new Uint8Array(contents.reduce((sum, content) => sum + (content?.length ?? 0), 0));
  let end = 0;
  const ends = contents.map((content) => {
    if (content) bytes.set(content, end);
    end += content?.length ?? 0;
    return end;
  });
  const read: ReadFiles = { bytes, ends, failed: contents.map((content) => content === null) };
  parentPort?.postMessage(read, [bytes.buffer]);
});
