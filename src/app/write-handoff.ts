import type { Gathered } from '../core/handoff/handoff-facts.ts';
import { handoffNote, noteSubject } from '../core/handoff/handoff-note.ts';
import type { EditorError } from '../core/handoff/note-drafts.ts';
import { type AwaitedItem, type NoteWorkItem, noteWorkItem } from '../core/handoff/note-work-item.ts';
import { redactTexts } from '../core/handoff/redact.ts';
import { plainMarkdown } from '../core/handoff/visible.ts';
import type { DocumentReport } from '../core/report.ts';
import { linesOf, type PositionRange, positionsOf } from '../core/text.ts';
import { ignoredLinks } from './ignored-links.ts';
import { localDate } from './local-date.ts';
import type { Clock, DocumentRef, Files, Git } from './ports.ts';
import type { ReadWorkItem } from './read-work-item.ts';

/** A work item that a note passes on, with its text as it is now. */
export interface HandedOnWorkItem {
  /** Relative to the workspace folder, with `/`. */
  readonly path: string;
  readonly text: string;
  /** How it is read: given, so that what reads documents is not loaded a second time with what writes notes. */
  readonly read: ReadWorkItem;
  /** The work that it waits on, as far as that is known. */
  readonly waitsOn: readonly AwaitedItem[];
}

export interface HandoffRequest {
  /** Key of the workspace folder that the note is written to. */
  readonly folder: string;
  /** Folder of the notes, relative to it. */
  readonly notesFolder: string;
  readonly gathered: Gathered;
  /** Of that workspace folder; the first gives the note its title. */
  readonly workItems: readonly HandedOnWorkItem[];
  readonly to?: string;
  /** Paths of files with changes in an editor that are not saved, relative to the workspace folder. */
  readonly unsaved?: readonly string[];
  /** What the editor reports; a note tells of those in files that have changed. Paths relative to the workspace folder. */
  readonly errors?: readonly EditorError[];
}

/** What notes are written with. */
export interface NotePorts {
  readonly clock: Clock;
  readonly git: Git;
}

export interface ComposedNote {
  /** Where the note belongs, relative to the workspace folder. */
  readonly path: string;
  readonly text: string;
  /** When it was written, by whom and for whom, as markdown. */
  readonly signature: string;
  /** Where the first thing stands that only a person can say. */
  readonly firstStop: PositionRange;
}

export interface WrittenNote extends Omit<ComposedNote, 'path' | 'signature'> {
  readonly document: DocumentRef;
}

/** Writes a handoff note to a new file. Rejects when the file cannot be written. */
export async function writeHandoffNote(
  { files, ...ports }: NotePorts & { readonly files: Pick<Files, 'create'> },
  request: HandoffRequest,
): Promise<WrittenNote> {
  const { path, text, firstStop } = await composeHandoffNote(ports, request);
  return { document: await files.create(request.folder, path, text), text, firstStop };
}

/** The handoff note and where it belongs; nothing is written. */
export async function composeHandoffNote({ clock, git }: NotePorts, request: HandoffRequest): Promise<ComposedNote> {
  const { folder, to = '', unsaved = [], errors = [] } = request;
  const notesFolder = request.notesFolder.split('/').filter((part) => part && part !== '.');
  const date = localDate(clock);
  const read = await Promise.all(request.workItems.map(readForNote));
  const workItems = read.map(({ item }) => item);
  const reports = read.map(({ report }) => report);
  const { gathered, ignored } = await withIgnoredLinks(git, folder, request.gathered, reports);
  const [author = ''] = await withoutSecrets(['reason' in gathered ? '' : gathered.author]);
  const { text, firstStop } = handoffNote({
    date,
    from: author,
    to,
    gathered,
    workItems,
    unsaved: await withoutSecrets(unsaved),
    ignoredLinks: await withoutSecrets(ignored),
    errors: await changedErrors(gathered, errors),
    foldersUp: notesFolder.length,
  });
  const name = [date.slice(0, 10), slug(noteSubject(gathered, workItems)) || 'handoff'].join('-');
  return {
    path: [...notesFolder, `${name}.md`].join('/'),
    text,
    signature: plainMarkdown(
      [`${date.slice(0, 16).replace('T', ' ')} ${date.slice(19)}`, author, to && `for ${to}`]
        .filter(Boolean)
        .join(', '),
    ),
    firstStop: positionsOf(linesOf(text), firstStop),
  };
}

/** The files that the work items link to and git ignores; what git does not tell of them goes to what is not known. */
async function withIgnoredLinks(
  git: Git,
  folder: string,
  gathered: Gathered,
  reports: readonly DocumentReport[],
): Promise<{ gathered: Gathered; ignored: readonly string[] }> {
  if ('reason' in gathered) return { gathered, ignored: [] };
  const { paths, unknown } = await ignoredLinks(git, folder, reports);
  const facts = { ...gathered.facts, unknown: [...gathered.facts.unknown, ...(await withoutSecrets(unknown))] };
  return { gathered: { ...gathered, facts }, ignored: paths.map((path) => gathered.prefix + path) };
}

/** Reads a work item without its secrets: one that a quote cuts short could no longer be told from a word. */
async function readForNote(handedOn: HandedOnWorkItem): Promise<{ item: NoteWorkItem; report: DocumentReport }> {
  const { path, text, read } = handedOn;
  const [shownPath = '', shown = ''] = await withoutSecrets([path, text]);
  const waitsOn = await Promise.all(handedOn.waitsOn.map(awaitedForNote));
  const { report, document } = read(shownPath, shown);
  return { item: noteWorkItem(report, document, waitsOn), report };
}

async function awaitedForNote({ path, title, status, finished }: AwaitedItem): Promise<AwaitedItem> {
  const [shownPath = '', shownTitle = '', shownStatus = ''] = await withoutSecrets([path, title, status ?? '']);
  return { path: shownPath, title: shownTitle, status: status === null ? null : shownStatus, finished };
}

/** The errors in files that git says have changed, by paths from the repository's root on. */
async function changedErrors(gathered: Gathered, errors: readonly EditorError[]): Promise<EditorError[]> {
  if ('reason' in gathered) return [];
  const changed = new Set(gathered.facts.files.map(({ path }) => path));
  const found = errors.map((error) => ({ ...error, path: gathered.prefix + error.path }));
  const told = found.filter(({ path }) => changed.has(path));
  const messages = await withoutSecrets(told.map(({ message }) => message));
  return told.map((error, at) => ({ ...error, message: messages[at] ?? '' }));
}

const withoutSecrets = async (texts: readonly string[]): Promise<string[]> =>
  (await redactTexts(texts)).map(({ text }) => text);

/** The text as part of a file's name: letters and digits of any script, joined by `-`. */
function slug(text: string): string {
  const words =
    text
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  let joined = '';
  for (const word of words) {
    if (joined && joined.length + word.length >= longestSlug) break;
    joined += (joined && '-') + word.slice(0, longestSlug);
  }
  return joined;
}

/** In UTF-16 code units; together with the date well below what file systems take. */
const longestSlug = 50;
