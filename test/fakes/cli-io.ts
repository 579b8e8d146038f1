import type { CliIo } from '../../src/cli/command.ts';
import { memoryFiles, ref } from './memory-files.ts';
import { noGit } from './no-git.ts';

/** A command line's process in memory, with what it has told. */
export interface FakeIo extends CliIo {
  readonly told: { out: string; err: string };
}

/** A process in a folder with `contents`; git is not there, and it is noon of 9 March 2026 in UTC. */
export function fakeIo(contents: Readonly<Record<string, string | Uint8Array>> = {}): FakeIo {
  const files = memoryFiles(contents);
  const told = { out: '', err: '' };
  return {
    told,
    cwd: '/w',
    out(text) {
      told.out += text;
    },
    err(text) {
      told.err += text;
    },
    color: false,
    files,
    readAhead: () => ({ read: files.read, stop: async () => {} }),
    async projectFile() {
      const text = contents['.async-ready.yml'];
      return typeof text === 'string' ? text : null;
    },
    async documentsAt(path) {
      const found = [...files.contents.keys()].filter(
        (name) => path === '.' || name === path || name.startsWith(`${path}/`),
      );
      if (found.length === 0) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
      return found.map(ref);
    },
    git: noGit,
    isInRepository: () => true,
    clock: { now: () => new Date('2026-03-09T12:00:00Z'), utcOffset: () => 0 },
  };
}
