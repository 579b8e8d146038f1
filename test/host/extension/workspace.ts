import assert from 'node:assert/strict';
import { type Diagnostic, languages, Range, Uri, workspace } from 'vscode';

/** Another one for each suite: late news of files that have been removed must not meet new ones of the same name. */
let place = anyPlace();

/** A place in the workspace for the files of a suite, beside those of the sample. */
export function fileUri(path = ''): Uri {
  const [first] = workspace.workspaceFolders ?? [];
  assert.ok(first, 'The suites need a workspace folder.');
  return Uri.joinPath(first.uri, `suite-${place}`, path);
}

/** Writes a file of the suite, as another program would. */
export async function writeFile(path: string, text: string): Promise<Uri> {
  const uri = fileUri(path);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

export async function readFile(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

/**
 * Finds a place of whose files VS Code tells: its watcher may miss folders that are made together
 * (https://github.com/parcel-bundler/watcher/issues/97), and with it all that is written below.
 */
export async function findWatchedPlace(folder: string): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    for (const made of ['', folder]) {
      await workspace.fs.createDirectory(fileUri(made));
      await pause(200);
    }
    const probe = await writeFile(`${folder}/probe.txt`, '');
    const seen = await isTold(probe, () => writeFile(`${folder}/probe.txt`, 'seen'));
    if (seen) return workspace.fs.delete(probe);
    await removeFiles();
  }
  assert.fail('VS Code tells of no change to a file.');
}

/** Whether VS Code tells within two seconds that the file is changed by `change`. */
async function isTold(uri: Uri, change: () => Promise<unknown>): Promise<boolean> {
  // Not a RelativePattern: for that VS Code would watch the folder by other means than the workspace.
  const watcher = workspace.createFileSystemWatcher('**/probe.txt');
  let told = false;
  watcher.onDidChange((changed) => {
    told ||= changed.toString() === uri.toString();
  });
  for (const end = Date.now() + 2000; !told && Date.now() < end; await pause(200)) await change();
  watcher.dispose();
  return told;
}

/** Removes what the suite has written. */
export async function removeFiles(): Promise<void> {
  const removed = fileUri();
  place = anyPlace();
  await workspace.fs.delete(removed, { recursive: true });
}

/** By chance: every test file has a bundle of its own, and with it a copy of this one. */
function anyPlace(): number {
  return Math.floor(Math.random() * Number.MAX_SAFE_INTEGER);
}

/** Our diagnostics of the document. */
export function findings(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'async-ready');
}

/** The rules of our diagnostics of the document, sorted. */
export function rules(uri: Uri): string[] {
  return findings(uri)
    .map(({ code }) => (typeof code === 'object' ? String(code.value) : ''))
    .sort();
}

/** Waits until `condition` holds; fails with `message` after eight seconds. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  message: string | (() => string),
): Promise<void> {
  for (const end = Date.now() + 8000; Date.now() < end; ) {
    if (await condition()) return;
    await pause(25);
  }
  assert.fail(typeof message === 'string' ? message : message());
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The stretch of `text` in a document's text. */
export function rangeOf(text: string, part: string): Range {
  const before = text.slice(0, text.indexOf(part)).split('\n');
  const line = before.length - 1;
  const character = before[line]?.length ?? 0;
  return new Range(line, character, line, character + part.length);
}

/** A work item that lacks a definition of done, and nothing else. */
export const withoutDone = `# Send a reset mail

**Status:** In Progress

## Goal

People who forget their password get a mail with a link that works for an hour.

## Resources

- [Mail templates](https://example.com/templates)

## Next steps

1. Write the template for the mail.

## Dependencies

None.
`;

/** What makes it whole. */
export const done = `
## Definition of done

- [ ] The mail arrives within a minute.
`;
