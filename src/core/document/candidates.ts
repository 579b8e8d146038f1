/** Files that could be work items: markdown, and the text files of tools that keep one a task. */
export const candidateGlobs: readonly string[] = ['**/*.{md,markdown,mdx}', '**/tasks/**/*.txt'];

/** Folders that hold other people's files or a tool's own. */
export const ignoredFolders: readonly string[] = [
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  'bower_components',
  'vendor',
  '.venv',
  '.vscode-test',
];

/** Larger files are no work items, in bytes. */
export const maximumBytes = 1024 * 1024;

/** Documents with more lines are not read: no person would, and no work item has a tenth of them. */
export const maximumLines = 50_000;
