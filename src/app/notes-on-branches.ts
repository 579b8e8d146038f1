import type { MarkdownDocument } from '../core/document/document.ts';
import { textOf } from '../core/document/substance.ts';
import { plainWords } from '../core/handoff/plain-words.ts';
import { readNote } from '../core/handoff/read-note.ts';
import { fileName } from '../core/paths.ts';
import { positionsOf } from '../core/text.ts';
import { type GitQuestions, gitQuestions } from './git-questions.ts';
import type { NoteElsewhere } from './handoff-list.ts';
import { type Git, isGitUnavailable } from './ports.ts';

/** A file in the folder of the notes as a branch of a remote has it, as of the last fetch. */
export interface NoteOnBranch {
  /** Relative to the workspace folder. */
  readonly path: string;
  /** The remote's branch: `origin/feature/x`. */
  readonly ref: string;
  /** Its name without that of the remote. */
  readonly branch: string;
  readonly text: string;
}

/** Finds handoff notes on branches that are not checked out; git is only read. */
export interface NotesOnBranches {
  /**
   * The files of `notesFolder`, which is relative to the workspace folder; of several branches with the same file, that of
   * the one with the newest commit. Empty without git.
   * @param wanted whether the file at that path is of interest.
   */
  of(folder: string, notesFolder: string, wanted: (path: string) => boolean): Promise<readonly NoteOnBranch[]>;
}

/** How many branches are looked at, those with the newest commits; and how many notes, and how large ones, in bytes. */
const mostBranches = 50;
const mostNotes = 100;
const largestNote = 200_000;

/** @param warn gets why git could not tell, where that is not in the nature of the folder. */
export function createNotesOnBranches(git: Git, warn: (message: string) => void): NotesOnBranches {
  /** The files of a commit's tree, and the text of a blob: neither ever changes. By folder and hash. */
  const files = new Map<string, Promise<readonly TreeFile[]>>();
  const texts = new Map<string, Promise<string>>();

  async function ask(folder: string, notesFolder: string, wanted: (path: string) => boolean): Promise<NoteOnBranch[]> {
    const questions = gitQuestions(git, folder);
    const prefix = await questions.answer(['rev-parse', '--show-prefix']);
    if (prefix === null) return [];
    const found = new Map<string, { readonly tip: Tip; readonly file: TreeFile }>();
    for (const tip of await tipsOf(questions)) {
      const inFolder = `${prefix}${notesFolder}/`;
      const listed = await once(files, `${folder}\n${tip.hash}\n${inFolder}`, () =>
        filesOf(questions, tip.hash, inFolder),
      );
      for (const file of listed) {
        const path = file.path.slice(prefix.length);
        if (!found.has(path) && wanted(path) && found.size < mostNotes) found.set(path, { tip, file });
      }
    }
    const notes: NoteOnBranch[] = [];
    for (const [path, { tip, file }] of found) {
      const read = () => questions.output(['cat-file', 'blob', file.blob]);
      notes.push({ path, ref: tip.ref, branch: tip.branch, text: await once(texts, `${folder}\n${file.blob}`, read) });
    }
    return notes;
  }

  return {
    async of(folder, notesFolder, wanted) {
      try {
        return await ask(folder, notesFolder, wanted);
      } catch (error) {
        if (!isGitUnavailable(error))
          warn(`Handoff notes on other branches are left out: ${error instanceof Error ? error.message : error}`);
        return [];
      }
    },
  };
}

function once<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? ask();
  known.set(key, found);
  // What failed is asked again.
  found.catch(() => known.delete(key));
  return found;
}

interface Tip {
  readonly hash: string;
  readonly ref: string;
  readonly branch: string;
}

async function tipsOf(git: GitQuestions): Promise<readonly Tip[]> {
  const format = '--format=%(objectname) %(refname)';
  // What is merged has nothing that is not here; a note that was cleared away since would come back.
  const flags = ['--no-merged=HEAD', '--sort=-committerdate', `--count=${mostBranches}`, format];
  const refs = await git.answer(['for-each-ref', ...flags, 'refs/remotes']);
  return [...(refs ?? '').matchAll(/^(\S+) refs\/remotes\/([^/\n]+)\/(.+)$/gm)].flatMap(
    ([, hash = '', remote = '', branch = '']) =>
      branch === 'HEAD' ? [] : { hash, ref: `${remote}/${branch}`, branch },
  );
}

interface TreeFile {
  /** Relative to the repository's root. */
  readonly path: string;
  readonly blob: string;
}

/** The markdown files of a commit below a folder; `<mode> blob <hash> <size>\t<path>` each (git-ls-tree(1)). */
async function filesOf(git: GitQuestions, commit: string, folder: string): Promise<readonly TreeFile[]> {
  const output = await git.output(['ls-tree', '-r', '-z', '-l', '--full-tree', commit, '--', folder]);
  return output.split('\0').flatMap((entry): TreeFile[] => {
    const [, blob = '', size = '', path = ''] = /^100\d+ blob (\S+) +(\d+)\t(.*)$/s.exec(entry) ?? [];
    return /\.(?:md|markdown|mdx)$/i.test(path) && Number(size) <= largestNote ? [{ path, blob }] : [];
  });
}

/**
 * The handoff note in such a file; null where it is none.
 * @param key by which the file can be opened.
 */
export function noteElsewhere(
  document: MarkdownDocument,
  { path, ref, branch }: NoteOnBranch,
  folder: string,
  key: string,
): NoteElsewhere | null {
  const note = readNote(document);
  if (note === null) return null;
  const heading = document.blocks.find(({ kind }) => kind === 'heading');
  return {
    ...{ key, folder, path, note },
    title: (heading && plainWords(textOf(document, heading.range))) || fileName(path),
    titleRange: positionsOf(document.lines, heading?.range ?? { start: 0, end: 0 }),
    elsewhere: { ref, branch },
  };
}
