import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The licenses of the packages that bundles are made of, as they ask to be handed on. Rejects for a package without the text of
 * its license.
 * @param root the folder that `inputs` are relative to
 * @param inputs files of bundles, as esbuild's metafile has them
 */
export async function thirdPartyNotices(root: string, inputs: Iterable<string>): Promise<string> {
  const folders = new Set<string>();
  for (const input of inputs) {
    const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? [];
    if (folder !== undefined) folders.add(path.join(root, folder));
  }
  const notices = await Promise.all(Array.from(folders, noticeOf));
  return `Async Ready holds parts of these packages.\n\n${notices.sort().join('\n')}`;
}

async function noticeOf(folder: string): Promise<string> {
  const { name, version }: { readonly name: string; readonly version: string } = JSON.parse(
    await readFile(path.join(folder, 'package.json'), 'utf8'),
  );
  const file = (await readdir(folder)).find((entry) => /^(?:licen[cs]e|copying)\b/i.test(entry));
  if (file === undefined) throw new Error(`The package ${name} has no text of its license.`);
  const license = (await readFile(path.join(folder, file), 'utf8')).replace(/\r\n/g, '\n').trim();
  return `${name} ${version}\n${'-'.repeat(60)}\n${license}\n`;
}
