// secretlint asks node:path for nothing but the name of a file.

/**
 * The last part of a path.
 * @param {string} path
 */
export const basename = (path) => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

// biome-ignore lint/style/noDefaultExport: node:path is imported as a default.
export default { basename };
