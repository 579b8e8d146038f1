import { folderOf } from '../paths.ts';
import type { FileFact } from './handoff-facts.ts';

/** A part of the repository, and what has changed in it. */
export interface Area {
  /** Path of its folder; empty for the top of the repository. */
  readonly folder: string;
  readonly files: readonly FileFact[];
}

/** Fewer files than that are seen at a glance. */
const fewFiles = 4;
/** More areas than that are no overview. */
const fewAreas = 12;

/**
 * The files by the folders that they lie in, those with most files first; where these are many, by the folders above.
 * One area where there are few files.
 */
export function areas(files: readonly FileFact[]): Area[] {
  if (files.length <= fewFiles) return [{ folder: '', files }];
  const deepest = Math.max(...files.map(({ path }) => path.split('/').length - 1));
  for (let depth = deepest; ; depth--) {
    const found = new Map<string, FileFact[]>();
    for (const file of files) {
      const folder = folderOf(file.path).split('/').slice(0, depth).join('/');
      const inside = found.get(folder);
      if (inside) inside.push(file);
      else found.set(folder, [file]);
    }
    if (found.size <= fewAreas || depth <= 1)
      return [...found]
        .map(([folder, inside]) => ({ folder, files: inside }))
        .sort((a, b) => b.files.length - a.files.length || (a.folder < b.folder ? -1 : 1));
  }
}
