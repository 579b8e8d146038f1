import { type Drift, driftLabel, driftMessage } from '../core/handoff/drift.ts';
import { counted } from '../core/handoff/note-words.ts';
import { type ReaderTime, timeIn, whenFor, whenThere } from '../core/handoff/when.ts';
import type { Handoff } from './handoff-list.ts';

/** What the tooltip of a handoff says. The texts are the document's own: to be escaped where they are shown. */
export interface HandoffTooltip {
  readonly title: string;
  readonly summary: string;
  /** Label and text of each line. */
  readonly facts: readonly (readonly [label: string, text: string])[];
}

/** How many questions wait for an answer; empty where there are none. */
export function questionsWords({ openQuestions, fromMe }: Handoff): string {
  return openQuestions.length === 0 ? '' : `${counted(openQuestions.length, 'question')}${fromMe ? ' for you' : ''}`;
}

/** Who wrote it. */
export const fromWords = ({ fromMe, note }: Handoff): string => (fromMe ? 'you' : note.from || 'somebody');

/** Who is to pick it up. */
export function toWords({ to, note }: Handoff): string {
  return { me: 'you', anyone: 'anyone', somebody: note.to }[to];
}

/** What has become of one that is not open any more. */
export function pickedUpWords({ note, open, followed }: Handoff, time: ReaderTime): string {
  if (open) return '';
  if (note.state === 'open') return followed ? 'followed by a newer one' : '';
  const when = note.pickedUpAt ? ` ${whenFor(note.pickedUpAt, time)}` : '';
  return `picked up${note.pickedUpBy === null ? '' : ` by ${note.pickedUpBy}`}${when}`;
}

/** @param timezone of who wrote it, by the team's roster; undefined where that is not known. */
export function handoffTooltip(
  of: Handoff,
  drift: Drift | undefined,
  time: ReaderTime,
  timezone?: string,
): HandoffTooltip {
  const { note, title, path } = of;
  const there = timezone === undefined || of.fromMe ? '' : `, where it is ${timeIn(timezone, time)} now`;
  const fact = (label: string, text: string | null | undefined): [string, string][] => (text ? [[label, text]] : []);
  return {
    title,
    summary: note.summary,
    facts: [
      ...fact('Written', note.date && `${whenThere(note.date)}; for you ${whenFor(note.date, time)}`),
      ...fact('From', (of.fromMe ? `you (${note.from})` : note.from) + there),
      ...fact('To', of.to === 'me' ? `you (${note.to})` : note.to),
      ...fact('Branch', note.branch),
      ...fact('State', pickedUpWords(of, time)),
      ...fact('Since then', drift && driftMessage(drift)),
      ...fact('To fill in', note.unfilled > 0 ? counted(note.unfilled, 'place') : ''),
      ...of.openQuestions.flatMap(({ by, text }) => fact(`${by} asks`, text)),
      ...fact('File', of.elsewhere ? `${path} on ${of.elsewhere.ref}, as of the last fetch` : path),
    ],
  };
}

/** What there is to say of it in a line, part by part. */
export function handoffDetails(of: Handoff, drift: Drift | undefined, time: ReaderTime): string[] {
  const { open, note } = of;
  return [
    questionsWords(of),
    `${fromWords(of)} → ${toWords(of)}`,
    pickedUpWords(of, time),
    open && note.date ? whenFor(note.date, time) : '',
    open && note.unfilled > 0 ? 'unfinished' : '',
    open && drift ? driftLabel(drift) : '',
    of.elsewhere ? `on ${of.elsewhere.ref}` : '',
  ].filter((part) => part !== '');
}
