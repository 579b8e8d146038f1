/** The last part of a path with `/`: the name of the file, with its extension. */
export const fileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The folder that holds what is at a path with `/`; empty for what lies at the top. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
