import { byAge, type HandoffChains, handoffChains, type PlacedNote } from '../core/handoff/chain.ts';
import type { AskedBack } from '../core/handoff/read-note.ts';
import { speaksOf } from '../core/people.ts';
import type { PositionRange } from '../core/text.ts';
import type { IndexedDocument } from './workspace-index.ts';

/** A handoff note of the workspace, seen by one reader. */
export interface Handoff extends PlacedNote {
  readonly title: string;
  readonly titleRange: PositionRange;
  /** Whether it is the reader who wrote it. */
  readonly fromMe: boolean;
  /** `anyone` where it names nobody. */
  readonly to: 'me' | 'anyone' | 'somebody';
  /** Whether somebody is still to pick it up: it is open, and nothing newer passes on the same work. */
  readonly open: boolean;
  /** Whether a newer note passes on the same work. */
  readonly followed: boolean;
  /** Questions to its author that nobody has answered. */
  readonly openQuestions: readonly AskedBack[];
  /** Where it is not checked out: the remote's branch that has it, and that branch's own name; else null. */
  readonly elsewhere: { readonly ref: string; readonly branch: string } | null;
}

/** A note of a remote's branch that is not checked out. */
export interface NoteElsewhere extends PlacedNote {
  readonly title: string;
  readonly titleRange: PositionRange;
  readonly elsewhere: NonNullable<Handoff['elsewhere']>;
}

export interface HandoffList {
  /** The newest first. */
  readonly handoffs: readonly Handoff[];
  readonly chains: HandoffChains<PlacedNote>;
}

/**
 * @param namesOfMe all by which documents of a workspace folder speak of the reader.
 * @param elsewhere notes that are none of the documents.
 */
export function listHandoffs(
  documents: Iterable<IndexedDocument>,
  namesOfMe: (folder: string) => readonly string[],
  elsewhere: readonly NoteElsewhere[] = [],
): HandoffList {
  const notes = [...documents].flatMap(({ document: { key, folder, path }, report }) => {
    const { handoff: note, title, titleRange } = report;
    return note === null ? [] : { key, folder, path, note, title, titleRange, elsewhere: null };
  });
  const all = [...notes, ...elsewhere];
  const chains = handoffChains<PlacedNote>(all);
  const handoffs = all.sort(byAge).map((placed): Handoff => {
    const { note, folder } = placed;
    const me = namesOfMe(folder);
    const followed = chains.isFollowed(placed);
    return {
      ...placed,
      title: subjectOf(placed.title),
      fromMe: speaksOf(note.from, me),
      to: note.to === '' ? 'anyone' : speaksOf(note.to, me) ? 'me' : 'somebody',
      open: note.state === 'open' && !followed,
      followed,
      openQuestions: note.askedBack.filter(({ answered }) => !answered),
    };
  });
  return { handoffs, chains };
}

/** Whether the reader is to act: to pick it up, or to answer a question in it. */
export function waitsForMe({ open, to, fromMe, openQuestions }: Handoff): boolean {
  return (open && to === 'me' && !fromMe) || (fromMe && openQuestions.length > 0);
}

/** Whether it concerns the reader: it waits for them, was for them, or is for whoever takes it. */
export function isForMe(handoff: Handoff): boolean {
  return waitsForMe(handoff) || (!handoff.fromMe && handoff.to !== 'somebody');
}

/** `Handoff: sort by price` is about sorting by price. */
const subjectOf = (title: string): string => title.replace(/^hand-?(?:off|over)(?: note)?\s*[:–—-]\s*(?=\S)/i, '');
