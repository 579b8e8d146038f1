import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Whether the folder at an absolute path lies in a git repository; spares the start of git where it does not. */
export function isInRepository(folder: string): boolean {
  const above = dirname(folder);
  return existsSync(join(folder, '.git')) || (above !== folder && isInRepository(above));
}
