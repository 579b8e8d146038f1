import { testTitle } from './defined-inside.ts';
import { definedName, definesNames } from './defined-name.ts';
import type { TodoFact } from './handoff-facts.ts';
import type { LineRange } from './outline.ts';
import type { LineCounts } from './parse-diff.ts';
import { type Hunk, patchReader } from './read-patch.ts';
import { todoIn } from './todo-lines.ts';

/** A hunk with the lines that it took out. */
export interface KeptHunk extends Pick<Hunk, 'newStart' | 'newCount'> {
  readonly removed: readonly string[];
}

/** What the changed lines of a file tell. */
export interface FileInsides {
  readonly touched: readonly string[];
  readonly todos: readonly Omit<TodoFact, 'path'>[];
  /** The lines that have changed; `last` before `first` where lines were taken out between the two. Empty for a new file. */
  readonly changed: readonly LineRange[];
  /** Of a document: what has to be undone to have its old text again. Empty for other files. */
  readonly hunks: readonly KeptHunk[];
}

/** How many names are told of a file. */
export const mostTouched = 20;

/** How many marked lines are kept of a file. */
const mostTodos = 1000;
/** How many places of a file are kept. */
const mostChanged = 1000;
/** How many names are kept whose definition was taken out of a file. */
const mostGone = 1000;
/** In UTF-16 code units: of a document from which more was taken out, nothing is kept. */
const mostRemoved = 1024 * 1024;

interface Collected {
  readonly path: string;
  /** Whether its lines define anything by a name. */
  readonly names: boolean;
  readonly touched: Set<string>;
  /** Names whose definition was taken out. */
  readonly gone: Set<string>;
  readonly todos: Omit<TodoFact, 'path'>[];
  /** Texts of marked lines that were taken out; one that only moved is not new. */
  readonly unmarked: string[];
  readonly changed: LineRange[];
  readonly hunks: { newStart: number; newCount: number; removed: string[] }[];
}

/**
 * Looks into a patch piece by piece (see patchReader); memory is bounded by what is told, and by `keepsHunks`.
 * @param wants whether to look into a file.
 * @param keepsHunks whether the lines that were removed from a file are kept.
 */
export function lookIntoPatch(
  wants: (path: string) => boolean,
  keepsHunks: (path: string) => boolean,
): { read(piece: string): void; files(): Map<string, FileInsides>; readonly counts: ReadonlyMap<string, LineCounts> } {
  const files = new Map<string, Collected>();
  const counts = new Map<string, { added: number; removed: number }>();
  let file: Collected = newFile('');
  let kept = false;
  let removedLength = 0;
  /** The name of what the hunk stands in, until a line has said whether the hunk is about that. */
  let context: string | null = null;

  function line(text: string, isAdded: boolean): void {
    if (!file.names || file.touched.size === mostTouched) return;
    const name = isFirstOfLine(text) ? definedName(text, file.path) : null;
    if (context !== null && !saysNothing(text)) {
      // The context is of the old text: what it names may be gone.
      if (name === null && !file.gone.has(context)) touch(file, context);
      context = null;
    }
    if (name === null) return;
    if (isAdded) touch(file, name);
    else if (file.gone.size < mostGone) file.gone.add(name);
  }

  function keep(text: string): void {
    removedLength += text.length + 1;
    if (removedLength <= mostRemoved) file.hunks.at(-1)?.removed.push(text);
    else {
      kept = false;
      file.hunks.length = 0;
    }
  }

  const read = patchReader({
    file(path) {
      if (!wants(path)) return false;
      file = newFile(path);
      kept = keepsHunks(path);
      removedLength = 0;
      files.set(path, file);
      return true;
    },
    counts(path, removed, added) {
      const count = counts.get(path);
      if (count) {
        count.added += added;
        count.removed += removed;
      } else counts.set(path, { added, removed });
    },
    hunk(hunk) {
      context = !file.names || hunk.context === '' ? null : definedName(hunk.context, file.path);
      if (file.changed.length < mostChanged) file.changed.push(changedLines(hunk));
      if (kept) file.hunks.push({ newStart: hunk.newStart, newCount: hunk.newCount, removed: [] });
    },
    removed(text) {
      if (kept) keep(text);
      const todo = mayHoldTodo(text) ? todoIn(text) : null;
      if (todo && file.unmarked.length < mostTodos) file.unmarked.push(todo.text);
      line(text, false);
    },
    added(text, number) {
      const todo = mayHoldTodo(text) ? todoIn(text) : null;
      if (todo && file.todos.length < mostTodos) file.todos.push({ ...todo, line: number });
      line(text, true);
    },
    hunkEnd() {
      context = null;
    },
  });
  return { read, counts, files: () => new Map([...files].map(([path, collected]) => [path, insidesOf(collected)])) };
}

/** What a file tells that is new as a whole. */
export function lookIntoFile(path: string, text: string): FileInsides {
  const file = newFile(path);
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const todo = mayHoldTodo(line) ? todoIn(line) : null;
    if (todo) file.todos.push({ ...todo, line: at + 1 });
    const name = file.names ? (testTitle(line, path) ?? (isFirstOfLine(line) ? definedName(line, path) : null)) : null;
    if (name !== null) touch(file, name);
  }
  return insidesOf(file);
}

/** The text before the change: with what each hunk has brought taken out, and what it took out put back. */
export function textBefore(text: string, hunks: readonly KeptHunk[]): string {
  const lines = text.split('\n');
  const before: string[] = [];
  let at = 0;
  for (const { newStart, newCount, removed } of hunks) {
    const start = newCount === 0 ? newStart : newStart - 1;
    for (; at < start; at++) before.push(lines[at] ?? '');
    for (const line of removed) before.push(line);
    at += newCount;
  }
  for (; at < lines.length; at++) before.push(lines[at] ?? '');
  return before.join('\n');
}

const newFile = (path: string): Collected => ({
  path,
  names: definesNames(path),
  touched: new Set(),
  todos: [],
  gone: new Set(),
  unmarked: [],
  changed: [],
  hunks: [],
});

function touch({ touched }: Collected, name: string): void {
  if (touched.size < mostTouched) touched.add(name);
}

function insidesOf({ touched, todos, unmarked, changed, hunks }: Collected): FileInsides {
  const moved = [...unmarked];
  const isNew = ({ text }: { readonly text: string }): boolean => {
    const at = moved.indexOf(text);
    if (at >= 0) moved.splice(at, 1);
    return at < 0;
  };
  return { touched: [...touched], todos: todos.filter(isNew), changed, hunks };
}

/** A hunk without new lines stands behind the line that it is counted by. */
const changedLines = ({ newStart, newCount }: Hunk): LineRange =>
  newCount === 0 ? { first: newStart + 1, last: newStart } : { first: newStart, last: newStart + newCount - 1 };

/** Most lines need no closer look. */
const mayHoldTodo = (line: string): boolean => /TODO|FIXME|QUESTION|HACK/.test(line);

/** Whether a line begins without white space, as definitions do that git tells hunks by. */
const isFirstOfLine = (line: string): boolean => /^[\p{L}_$]/u.test(line);

/** An empty line, a bracket, or a comment above a definition: it says nothing of what stands before it. */
const saysNothing = (line: string): boolean => /^(?:\W*$|\/\/|\/?\*|#|--|<!--|@| \*)/.test(line);
