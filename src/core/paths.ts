/** The last part of a path with `/`: the name of the file, with its extension. */
export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The folder that holds what is at a path with `/`; empty for what lies at the top. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The path by which the document at `from` links to the file or folder at `to`. */
export function relativePath(from: string, to: string): string {
  const [above, below] = [from.split('/').slice(0, -1), to.split('/')];
  let same = 0;
  while (same < Math.min(above.length, below.length - 1) && above[same] === below[same]) same++;
  return [...above.slice(same).map(() => '..'), ...below.slice(same)].join('/');
}
