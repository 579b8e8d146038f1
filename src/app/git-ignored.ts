import { isCandidatePath } from './candidate-paths.ts';
import { type DocumentRef, type Git, isGitUnavailable } from './ports.ts';

/** What git ignores in the folders of a workspace, as far as it has been asked: no work items of the team. */
export interface GitIgnored {
  /** Asks git what it ignores in the folder now; nothing where git cannot tell. Rejects only when it is aborted. */
  ask(folder: string, signal?: AbortSignal): Promise<void>;
  /** As `ask`, in a folder where git could tell the last time. */
  askAgain(folder: string): Promise<void>;
  has(document: Pick<DocumentRef, 'folder' | 'path'>): boolean;
}

/** How long git may look through a folder, in milliseconds. */
const longest = 5000;
/** How many files and folders are remembered of a folder. */
const mostPaths = 100_000;

/** @param warn gets why git could not tell, where that is not in the nature of the folder. */
export function createGitIgnored(git: Pick<Git, 'stream'>, warn: (message: string) => void): GitIgnored {
  /** By folder: the answer to the newest question that has been answered. */
  const answers = new Map<string, { readonly question: number; readonly paths: ReadonlySet<string> | null }>();
  let questions = 0;

  async function ask(folder: string, signal?: AbortSignal): Promise<void> {
    const question = ++questions;
    const paths = await ignoredPaths(git, folder, warn, signal);
    if (question > (answers.get(folder)?.question ?? 0)) answers.set(folder, { question, paths });
  }

  return {
    ask,
    askAgain: async (folder) => (answers.get(folder)?.paths ? ask(folder) : undefined),
    has({ folder, path }) {
      const ignored = answers.get(folder)?.paths;
      return ignored != null && ignored.size > 0 && [path, ...foldersOf(path)].some((at) => ignored.has(at));
    },
  };
}

/** Hands on those of new documents that git does not ignore; what comes while git is asked is asked about together. */
export function withoutIgnored(
  ignored: GitIgnored,
  handOn: (documents: readonly DocumentRef[]) => void,
): (document: DocumentRef) => Promise<void> {
  let waiting: DocumentRef[] = [];
  let asking: Promise<void> | undefined;

  async function sortOut(): Promise<void> {
    // Not in the turn of the first one: many often come in one.
    await Promise.resolve();
    while (waiting.length > 0) {
      const documents = waiting;
      waiting = [];
      await Promise.all([...new Set(documents.map(({ folder }) => folder))].map(ignored.askAgain));
      handOn(documents.filter((document) => !ignored.has(document)));
    }
    asking = undefined;
  }

  return (document) => {
    waiting.push(document);
    asking ??= sortOut();
    return asking;
  };
}

/** Relative to the folder. Null where git cannot tell, as in no repository. Rejects only when it is aborted. */
async function ignoredPaths(
  git: Pick<Git, 'stream'>,
  folder: string,
  warn: (message: string) => void,
  signal?: AbortSignal,
): Promise<ReadonlySet<string> | null> {
  const paths = new Set<string>();
  let rest = '';
  const read = (piece: string): boolean => {
    const names = `${rest}${piece}`.split('\0');
    rest = names.pop() ?? '';
    for (const name of names) if (mayHoldDocuments(name)) paths.add(name.replace(/\/$/, ''));
    return paths.size < mostPaths;
  };
  const untold = (why: string): null => {
    warn(`What git ignores in ${folder} is not known, and shown: ${why}`);
    return null;
  };
  try {
    const args = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--directory'];
    const limit = AbortSignal.timeout(longest);
    const either = signal ? AbortSignal.any([signal, limit]) : limit;
    const { exitCode, stderr } = await git.stream(folder, args, read, either);
    if (exitCode === 0 || exitCode === null) return paths;
    // A folder that is itself ignored has been opened all the same; git is confused there.
    if (/not a git repository|not superset of prefix/.test(stderr)) return null;
    return untold(stderr.trim().split('\n')[0] ?? '');
  } catch (error) {
    signal?.throwIfAborted();
    if (isGitUnavailable(error)) return null;
    return untold(error instanceof Error ? error.message : String(error));
  }
}

/** Whether a name that git tells is that of a document or may be a folder's: a linked one has no slash at its end. */
function mayHoldDocuments(name: string): boolean {
  return name.endsWith('/') || isCandidatePath(name) || !/[^/]\.[^/]*$/.test(name);
}

function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('/'));
}
