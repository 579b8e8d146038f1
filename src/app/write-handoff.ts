import type { Gathered } from '../core/handoff/handoff-facts.ts';
import { handoffNote, noteSubject } from '../core/handoff/handoff-note.ts';
import { type NoteWorkItem, noteWorkItem } from '../core/handoff/note-work-item.ts';
import { redactTexts } from '../core/handoff/redact.ts';
import { linesOf, type PositionRange, positionsOf } from '../core/text.ts';
import { localDate } from './local-date.ts';
import type { Clock, DocumentRef, Files } from './ports.ts';
import type { ReadWorkItem } from './read-work-item.ts';

/** A work item that a note passes on, with its text as it is now. */
export interface HandedOnWorkItem {
  /** Relative to the workspace folder, with `/`. */
  readonly path: string;
  readonly text: string;
  /** How it is read: given, so that what reads documents is not loaded a second time with what writes notes. */
  readonly read: ReadWorkItem;
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
}

export interface ComposedNote {
  /** Where the note belongs, relative to the workspace folder. */
  readonly path: string;
  readonly text: string;
  /** Where the first thing stands that only a person can say. */
  readonly firstStop: PositionRange;
}

export interface WrittenNote extends Omit<ComposedNote, 'path'> {
  readonly document: DocumentRef;
}

/** Writes a handoff note to a new file. Rejects when the file cannot be written. */
export async function writeHandoffNote(
  { files, clock }: { readonly files: Pick<Files, 'create'>; readonly clock: Clock },
  request: HandoffRequest,
): Promise<WrittenNote> {
  const { path, text, firstStop } = await composeHandoffNote(clock, request);
  return { document: await files.create(request.folder, path, text), text, firstStop };
}

/** The handoff note and where it belongs; nothing is written. */
export async function composeHandoffNote(clock: Clock, request: HandoffRequest): Promise<ComposedNote> {
  const { gathered, to = '', unsaved = [] } = request;
  const notesFolder = request.notesFolder.split('/').filter((part) => part && part !== '.');
  const date = localDate(clock);
  const [author] = await redactTexts(['reason' in gathered ? '' : gathered.author]);
  const workItems = await Promise.all(request.workItems.map(readForNote));
  const { text, firstStop } = handoffNote({
    date,
    from: author?.text ?? '',
    to,
    gathered,
    workItems,
    unsaved: (await redactTexts(unsaved)).map((redacted) => redacted.text),
    foldersUp: notesFolder.length,
  });
  const name = [date.slice(0, 10), slug(noteSubject(gathered, workItems)) || 'handoff'].join('-');
  return {
    path: [...notesFolder, `${name}.md`].join('/'),
    text,
    firstStop: positionsOf(linesOf(text), firstStop),
  };
}

/** Reads a work item without its secrets: one that a quote cuts short could no longer be told from a word. */
async function readForNote({ path, text, read }: HandedOnWorkItem): Promise<NoteWorkItem> {
  const [shownPath = '', shown = ''] = (await redactTexts([path, text])).map((redacted) => redacted.text);
  const { report, document } = read(shownPath, shown);
  return noteWorkItem(report, document);
}

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
