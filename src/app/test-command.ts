import { decodeText } from '../core/decode.ts';
import type { TestCommandFact } from '../core/handoff/handoff-facts.ts';
import { commandFiles, runners, testCommand } from '../core/handoff/test-commands.ts';
import { folderOf } from '../core/paths.ts';
import type { GitQuestions } from './git-questions.ts';

/** In bytes. */
const largestFile = 256 * 1024;

/**
 * How the tests are run of what lies at `path`, as the nearest folder above it says; null where none does.
 * @param upToRoot the way from the folder that git runs in to the repository's root.
 * @param path of a file, relative to that root.
 */
export async function testCommandFor(
  git: GitQuestions,
  upToRoot: string,
  path: string,
): Promise<TestCommandFact | null> {
  const folders = foldersAbove(path);
  for (const [at, folder] of folders.entries()) {
    for (const name of commandFiles) {
      const bytes = await git.readFile(upToRoot + folder + name, largestFile);
      const text = bytes && decodeText(bytes);
      const lock = text !== null && name === 'package.json' ? await lockFile(git, upToRoot, folders.slice(at)) : null;
      const found = text === null ? null : testCommand(name, text, lock);
      if (found) return { ...found, path: folder + name };
    }
  }
  return null;
}

/** Each empty or ending in `/`, the nearest first. */
function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) folders.push(`${folder}/`);
  return [...folders, ''];
}

/** The name of the lock file that is nearest; null without one. */
async function lockFile(git: GitQuestions, upToRoot: string, folders: readonly string[]): Promise<string | null> {
  for (const folder of folders) {
    for (const name of Object.keys(runners))
      if ((await git.lastWritten(upToRoot + folder + name)) !== null) return name;
  }
  return null;
}
