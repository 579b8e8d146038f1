import { decodeText } from '../core/decode.ts';
import { definesNames } from '../core/handoff/defined-name.ts';
import { isGenerated } from '../core/handoff/generated-files.ts';
import type { TodoFact, WorkItemFact } from '../core/handoff/handoff-facts.ts';
import {
  type FileInsides,
  type KeptHunk,
  lookIntoFile,
  lookIntoPatch,
  mostTouched,
  textBefore,
} from '../core/handoff/look-into-patch.ts';
import type { MergedFile } from '../core/handoff/merge-places.ts';
import { type NamedPart, outlineOf, type Touched, touchedParts } from '../core/handoff/outline.ts';
import type { LineCounts } from '../core/handoff/parse-diff.ts';
import { redactTexts } from '../core/handoff/redact.ts';
import { isSecretFile } from '../core/handoff/secret-files.ts';
import { touchedSections, workItemChange } from '../core/handoff/work-item-changes.ts';
import { lacksObjects } from './git-changes.ts';
import type { GitQuestions } from './git-questions.ts';
import type { GitPlaces } from './git-state.ts';
import type { ReadWorkItem } from './read-work-item.ts';

/** What the lines of the changed files tell. */
export interface Insides {
  /** By path. */
  readonly touched: ReadonlyMap<string, readonly string[]>;
  /** Where most lines of a file have changed together, by path. */
  readonly places: ReadonlyMap<string, NonNullable<Touched['place']>>;
  readonly todos: readonly TodoFact[];
  readonly workItems: readonly WorkItemFact[];
  readonly unknown: readonly string[];
}

/** What is compared: a commit or tree with the work tree, or with the index. */
export interface Compared {
  readonly base: string;
  readonly indexOnly: boolean;
}

/** Of a diff, in UTF-16 code units: what comes after is not looked into. */
const longestDiff = 128 * 1024 * 1024;
/** Of a document and of an untracked file, in bytes. */
const largestFile = 1024 * 1024;
/** Documents are read twice, as they are and as they were. */
const mostDocuments = 200;
const mostUntracked = 500;
/** Of a source file, in bytes, and how many of them are read for the names of what has changed in them. */
const largestSource = 256 * 1024;
const mostSources = 100;
/** How many marked lines are told. */
const mostTodos = 500;

/** Whether the file is prose that may be a work item. */
export const isDocument = (path: string): boolean => /\.(?:md|markdown)$/i.test(path);

/** Whether people write what is in the file, and may tell it. */
export const isReadable = (path: string): boolean => !path.endsWith('/') && !isSecretFile(path) && !isGenerated(path);

export interface DiffInsides {
  readonly files: ReadonlyMap<string, FileInsides>;
  /** Lines added and removed from the base to the work tree, by path; empty where that was not compared, or not to its end. */
  readonly lines: ReadonlyMap<string, LineCounts>;
  readonly complete: boolean;
}

/** Looks into the patch of all tracked files, once, however large it is. */
export async function lookIntoDiff(git: GitQuestions, { base, indexOnly }: Compared): Promise<DiffInsides> {
  const diff = await lookIntoPatchOf(git, ['diff-index', ...(indexOnly ? ['--cached'] : [])], base);
  return indexOnly ? { ...diff, lines: new Map() } : diff;
}

/** Looks into what a commit has changed; of a merge, nothing. */
export const lookIntoCommit = (git: GitQuestions, commit: string): Promise<DiffInsides> =>
  lookIntoPatchOf(git, ['diff-tree', '-r', '--root', '--no-commit-id'], commit);

async function lookIntoPatchOf(git: GitQuestions, command: readonly string[], of: string): Promise<DiffInsides> {
  const patch = lookIntoPatch(isReadable, isDocument);
  let length = 0;
  // Of the plumbing, as for the counts; a name of a place, a driver or a setting changes nothing of what it prints.
  const flags = ['-p', '-U0', '--inter-hunk-context=0', '-M', '-l1000', '--src-prefix=a/', '--dst-prefix=b/'];
  const hardened = ['--no-relative', '--no-ext-diff', '--no-textconv', '--no-color', '--ignore-submodules=dirty'];
  const looking = git.stream([...command, ...flags, ...hardened, '--submodule=short', of, '--'], (piece) => {
    length += piece.length;
    patch.read(piece);
    return length <= longestDiff;
  });
  const complete = await looking.catch((error: unknown) => {
    if (error instanceof Error && lacksObjects(error.message)) return false;
    throw error;
  });
  return { files: patch.files(), lines: complete ? patch.counts : new Map(), complete };
}

interface InsidesOptions {
  readonly indexOnly: boolean;
  readonly prefix: string;
  readonly readWorkItem: ReadWorkItem;
  readonly outlineOf: OutlineOf;
}

/**
 * What the lines of the changed files tell, with the documents among them read as they are and as they were.
 * @param prefix the way from the root of the repository to the folder that git runs in, which `readWorkItem` takes
 * paths from.
 */
export async function insidesOf(
  git: GitQuestions,
  diff: DiffInsides,
  files: readonly MergedFile[],
  { indexOnly, prefix, readWorkItem, outlineOf }: InsidesOptions,
): Promise<Insides> {
  const upToRoot = '../'.repeat(prefix.split('/').length - 1);
  const textOf = async (path: string): Promise<string | null> => {
    if (indexOnly) return git.answer(['cat-file', 'blob', `:${path}`]);
    const bytes = await git.readFile(upToRoot + path, largestFile);
    return bytes && decodeText(bytes);
  };
  const found = new Map(diff.files);
  const untracked = files.filter(({ where, path }) => where.includes('untracked') && isReadable(path));
  for (const { path } of untracked.slice(0, mostUntracked)) {
    const text = await textOf(path);
    if (text !== null) found.set(path, lookIntoUntracked(path, text));
  }
  const documents = files.filter(({ path }) => isDocument(path) && found.has(path) && path.startsWith(prefix));
  const touched = new Map([...found].map(([path, insides]) => [path, insides.touched]));
  const places = new Map<string, NonNullable<Touched['place']>>();
  const look = (path: string, parts: readonly NamedPart[]) => {
    const { names, place } = touchedParts(parts, found.get(path)?.changed ?? []);
    if (names.length > 0) touched.set(path, names.slice(0, mostTouched));
    if (place) places.set(path, place);
  };
  const sources = indexOnly ? [] : [...diff.files.keys()].filter(definesNames).slice(0, mostSources);
  for (const path of diff.files.keys()) look(path, []);
  await Promise.all(sources.map(async (path) => look(path, await outlineOf(path))));
  const workItems: WorkItemFact[] = [];
  for (const file of documents.slice(0, mostDocuments)) {
    const hunks = found.get(file.path)?.hunks ?? [];
    const text = await textOf(file.path);
    if (text === null || hunks.length === 0) continue;
    const { sections, change } = await readTwice(file, text, hunks, prefix, readWorkItem);
    touched.set(file.path, sections.slice(0, mostTouched));
    if (change) workItems.push(change);
  }
  const todos = [...found].flatMap(([path, insides]) => insides.todos.map((todo) => ({ ...todo, path })));
  return {
    touched,
    places,
    todos: todos.slice(0, mostTodos),
    workItems,
    unknown: [
      ...(diff.complete ? [] : ['What changed inside of some files: the diff could not be read to its end.']),
      ...tooMany('Changes of meaning in documents', documents.length, mostDocuments),
      ...tooMany('What is in untracked files', untracked.length, mostUntracked),
      ...tooMany('Lines marked TODO and the like', todos.length, mostTodos),
    ],
  };
}

/** The named parts of a file of the work tree, by its path from the repository's root on; none where that tells none. */
export type OutlineOf = (path: string) => Promise<readonly NamedPart[]>;

/** @param symbolsOf what an editor knows of files of the folder, by paths relative to it; null where it knows nothing. */
export function outlinesOf(
  git: GitQuestions,
  { prefix, upToRoot }: Pick<GitPlaces, 'prefix' | 'upToRoot'>,
  symbolsOf: (path: string) => Promise<readonly NamedPart[] | null> = async () => null,
): OutlineOf {
  return async (path) => {
    const known = path.startsWith(prefix) ? await symbolsOf(path.slice(prefix.length)) : null;
    if (known) return known;
    const bytes = await git.readFile(upToRoot + path, largestSource);
    return outlineOf((bytes && decodeText(bytes)) ?? '', path);
  };
}

const tooMany = (what: string, count: number, most: number): string[] =>
  count > most ? [`${what}: there are more than the ${most} that are told.`] : [];

function lookIntoUntracked(path: string, text: string): FileInsides {
  const hunks = [{ newStart: 1, newCount: text.split('\n').length, removed: [] }];
  return { ...lookIntoFile(path, text), hunks: isDocument(path) ? hunks : [] };
}

/** Reads a document as it is and as it was, without its secrets: one that is cut short could no longer be told. */
async function readTwice(
  { path, oldPath, change }: MergedFile,
  text: string,
  hunks: readonly KeptHunk[],
  prefix: string,
  readWorkItem: ReadWorkItem,
): Promise<{ sections: string[]; change: WorkItemFact | null }> {
  const texts = await redactTexts([text, textBefore(text, hunks)]);
  const [now = '', before = ''] = texts.map((redacted) => redacted.text);
  const after = readWorkItem(path.slice(prefix.length), now);
  const sections = touchedSections(after.document, hunks);
  if (change === 'added' || change === 'untracked' || change === 'copied') return { sections, change: null };
  const meaning = workItemChange(
    readWorkItem((oldPath?.startsWith(prefix) ? oldPath : path).slice(prefix.length), before),
    after,
  );
  return { sections, change: meaning && { ...meaning, path } };
}
