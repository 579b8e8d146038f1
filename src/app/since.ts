import { type SinceKind, sinceKinds } from '../core/handoff/handoff-facts.ts';
import { readZonedDate } from '../core/handoff/zoned-date.ts';
import type { DocumentReport } from '../core/report.ts';
import type { Clock } from './ports.ts';

/** Since when it is asked what has changed. */
export type Since =
  | { readonly kind: Exclude<SinceKind, 'commit' | 'date'> }
  /** A commit by anything that git takes for one. */
  | { readonly kind: 'commit'; readonly of: string }
  /** What was committed at `at` or later, in milliseconds since 1970; `of` is how it was said. */
  | { readonly kind: 'date'; readonly of: string; readonly at: number };

/**
 * Reads what a person says: a kind, a date in ISO 8601 (without an offset in the person's own time), or a commit.
 * Throws an Error that says what is wrong with a date.
 */
export function parseSince(text: string, clock: Clock): Since {
  const of = text.trim();
  const kind = sinceKinds.find((candidate) => candidate === of);
  if (kind === 'commit' || kind === 'date') throw new Error(`Give the ${kind} itself, not the word “${kind}”.`);
  if (kind) return { kind };
  const date = readZonedDate(of);
  if (!date) return /^\d{4}-\d\d-\d\d/.test(of) ? noSuchDate(of) : { kind: 'commit', of };
  const written = new Date(date.time + (date.offset ?? 0) * 60_000).toISOString();
  // 30 February reads as another day.
  if (!of.startsWith(written.slice(0, 10))) return noSuchDate(of);
  const at = date.offset === null ? date.time - clock.utcOffset(new Date(date.time)) * 60_000 : date.time;
  if (at > clock.now().getTime()) throw new Error(`${of} is in the future.`);
  return { kind: 'date', of, at };
}

function noSuchDate(of: string): never {
  throw new Error(`There is no such date as ${of}.`);
}

/** A document, of which those that are handoff notes say from where to go on. */
export type EarlierNote = Pick<DocumentReport, 'path' | 'handoff'>;

/** The newest of the notes that was written on the branch and says where that stood; null without one. */
export function lastNoteOf(
  notes: readonly EarlierNote[],
  branch: string,
): { readonly path: string; readonly head: string } | null {
  let last: { path: string; head: string; time: number } | null = null;
  for (const { path, handoff } of notes) {
    if (handoff?.branch !== branch || handoff.head === null || !/^[0-9a-f]{7,64}$/.test(handoff.head)) continue;
    const time = handoff.date?.time ?? 0;
    if (last === null || time > last.time) last = { path, head: handoff.head, time };
  }
  return last;
}
