/**
 * The names to try for a new file at `path`, the first one free to be taken: `a/b.md`, `a/b-2.md`, `a/b-3.md`, …
 * Ends after 1,000, which no person makes and a broken file system would otherwise never end.
 */
export function* newFileNames(path: string): Generator<string> {
  yield path;
  const [, stem, extension] = /^(.*?[^/])(\.[^./]+)?$/s.exec(path) ?? [];
  for (let count = 2; count <= 1000; count++) yield `${stem}-${count}${extension ?? ''}`;
}

/**
 * Whether `path`, with `/`, stays inside the folder that it is relative to.
 * A backslash and a colon are refused everywhere, because they mean other places on Windows.
 */
export function staysInside(path: string): boolean {
  return path !== '' && !/[\\:\0]/.test(path) && path.split('/').every((part) => !['', '.', '..'].includes(part));
}
