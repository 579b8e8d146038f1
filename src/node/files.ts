import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { copyFile, link, mkdir, open, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { isCandidatePath } from '../app/candidate-paths.ts';
import type { GitIgnored } from '../app/git-ignored.ts';
import { newFileNames, staysInside } from '../app/new-file-names.ts';
import { type DocumentRef, type Files, type FolderEntry, Unreadable } from '../app/ports.ts';
import { tooLargeReason } from '../app/read-text.ts';
import { createSlices, sliceBudget } from '../app/slices.ts';
import { ignoredFolders, maximumBytes } from '../core/document/candidates.ts';
import { isInRepository } from './is-in-repository.ts';

/**
 * The files below `root` on this machine; keys are absolute paths. Links are not followed.
 * @param gitIgnored says which of them are not found; without it, all are.
 */
export function nodeFiles(root: string, gitIgnored?: Pick<GitIgnored, 'ask' | 'has'>): Files {
  const folder = resolve(root);
  return {
    folders: () => [{ key: folder, name: basename(folder) }],
    async find(signal) {
      if (!gitIgnored || !isInRepository(folder)) return findDocuments(folder, signal);
      const [found] = await Promise.all([findDocuments(folder, signal), gitIgnored.ask(folder, signal)]);
      return found.filter((document) => !gitIgnored.has(document));
    },
    read: async (key) => readDocument(key),
    keyOf: keyBelow,
    list: listFolder,
    create: createDocument,
  };
}

/** As `join`, which takes each path apart and takes ten times as long; nearly all are as it would leave them. */
function keyBelow(folder: string, path: string): string {
  const isPlain = sep === '/' && path !== '' && !/\/[./]|^[./]|\/$/.test(path) && !folder.endsWith('/');
  return isPlain ? `${folder}/${path}` : join(folder, path);
}

/** Takes the first bytes of a file, which for nearly all files are all of them. */
const scratch = Buffer.allocUnsafeSlow(64 * 1024);

/**
 * The bytes of the file at `path`.
 * Synchronous: on many small files three times as fast as fs.promises. Throws when it cannot be read or is too large.
 */
export function readDocument(path: string): Uint8Array {
  // Without O_NONBLOCK, opening a named pipe waits for someone to write to it.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const length = readFirst(file);
    // Only where there is more, or nothing, does it matter what is being read.
    return length > 0 && length < scratch.length ? new Uint8Array(scratch.subarray(0, length)) : readWhole(file);
  } finally {
    closeSync(file);
  }
}

/** In milliseconds: what was written a moment ago may be written again without another stamp. */
const settling = 2000;

/** A text that changes with the file at `path`, by its size and times; null where it cannot tell, as right after a change. */
export function stampDocument(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile() || Date.now() - stat.ctimeMs < settling) return null;
  return `${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}`;
}

/** Reads into `scratch`. @returns the number of bytes; 0 for what cannot be read, and `readWhole` tells why. */
function readFirst(file: number): number {
  try {
    return readSync(file, scratch, 0, scratch.length, 0);
  } catch {
    return 0;
  }
}

function readWhole(file: number): Uint8Array {
  const stat = fstatSync(file);
  if (!stat.isFile()) throw new Unreadable('It is not a file.');
  if (stat.size > maximumBytes) throw new Unreadable(tooLargeReason);
  const bytes = new Uint8Array(stat.size);
  let length = 0;
  for (let read = -1; read !== 0 && length < bytes.length; length += read) {
    read = readSync(file, bytes, length, bytes.length - length, length);
  }
  return bytes.subarray(0, length);
}

async function listFolder(folder: string, path: string): Promise<readonly FolderEntry[] | null> {
  try {
    // Synchronous: half the work of fs.promises.
    const entries = readdirSync(join(folder, path), { withFileTypes: true });
    return entries.map((entry) => ({
      name: entry.name,
      kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other',
    }));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].some((code) => isCode(error, code))) return null;
    throw error;
  }
}

async function findDocuments(folder: string, signal: AbortSignal): Promise<readonly DocumentRef[]> {
  const ignored = new Set(ignoredFolders);
  const found: DocumentRef[] = [];
  const folders = [''];
  const slices = createSlices({ elapsed: () => performance.now(), pause: setImmediate }, sliceBudget);
  for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
    if (slices.isOver()) await slices.pause();
    signal.throwIfAborted();
    const within = join(folder, at, sep);
    // Synchronous: half the work of fs.promises.
    for (const entry of readdirSync(within, { withFileTypes: true })) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory() && !ignored.has(entry.name)) folders.push(path);
      if (entry.isFile() && isCandidatePath(path)) found.push({ key: within + entry.name, folder, path });
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function createDocument(folder: string, path: string, text: string): Promise<DocumentRef> {
  if (!staysInside(path)) throw new Error(`“${path}” is not a path inside ${folder}.`);
  await mkdir(dirname(join(folder, path)), { recursive: true });
  const draft = join(folder, dirname(path), `.${crypto.randomUUID()}.tmp`);
  try {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    for (const name of newFileNames(path)) {
      if (await takeName(draft, join(folder, name))) return { key: join(folder, name), folder, path: name };
    }
  } finally {
    await rm(draft, { force: true });
  }
  throw new Error(`Every name like “${path}” is taken in ${folder}.`);
}

/** Gives the finished draft its name unless the name is taken. A rename would replace what is there; a link does not. */
async function takeName(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
  }
  // Some file systems have no links.
  try {
    await copyFile(draft, path, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
