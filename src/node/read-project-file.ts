import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeText } from '../core/decode.ts';
import { projectFileName } from '../core/project-file.ts';

/** The text of the project file in `folder`; null where there is none. Rejects when it cannot be read, or is no text. */
export async function readProjectFile(folder: string): Promise<string | null> {
  try {
    const text = decodeText(await readFile(join(folder, projectFileName)));
    if (text === null) throw new Error(`${projectFileName} is not a text file.`);
    return text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
