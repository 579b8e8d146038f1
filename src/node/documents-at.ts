import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { GitIgnored } from '../app/git-ignored.ts';
import type { DocumentRef } from '../app/ports.ts';
import { nodeFiles } from './files.ts';

/**
 * The documents that `path` names: the file itself, whatever its name, or all that could be work items below the folder
 * and that git does not ignore.
 * @param cwd absolute path of the folder that `path` and the documents' paths are relative to.
 * Rejects when there is nothing at `path`.
 */
export async function documentsAt(
  cwd: string,
  path: string,
  gitIgnored?: Pick<GitIgnored, 'ask' | 'has'>,
): Promise<readonly DocumentRef[]> {
  const absolute = resolve(cwd, path);
  const found = await stat(absolute);
  if (!found.isDirectory()) return [{ key: absolute, folder: dirname(absolute), path: shown(cwd, absolute) }];
  const documents = await nodeFiles(absolute, gitIgnored).find(new AbortController().signal);
  const folder = shown(cwd, absolute);
  if (folder === '') return documents;
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return documents.map((document) => ({ ...document, path: prefix + document.path }));
}

/** Relative to `cwd` where it lies below, else absolute; with `/`. */
function shown(cwd: string, absolute: string): string {
  const path = relative(cwd, absolute);
  return (path.startsWith('..') || isAbsolute(path) ? absolute : path).split(sep).join('/');
}
