import type { Handoff } from '../app/handoff-list.ts';
import { fromWords, handoffDetails, pickedUpWords, toWords } from '../app/handoff-words.ts';
import { type Drift, driftLabel } from '../core/handoff/drift.ts';
import { counted } from '../core/handoff/note-words.ts';
import { markdownLink, plainMarkdown, visible } from '../core/handoff/visible.ts';
import { type ReaderTime, whenFor } from '../core/handoff/when.ts';
import type { ZonedDate } from '../core/handoff/zoned-date.ts';

/** A handoff, and how far the world has moved since; null where that is not known, or it is not open any more. */
export interface ToldHandoff {
  readonly handoff: Handoff;
  readonly drift: Drift | null;
}

type Format = (told: readonly ToldHandoff[], time: ReaderTime) => string;

/** The lists of `async-ready handoffs`; docs/handoff-note.md describes the JSON. */
export const handoffFormats: ReadonlyMap<string, Format> = new Map([
  ['text', textList],
  ['json', jsonList],
  ['markdown', markdownList],
]);

function textList(told: readonly ToldHandoff[], time: ReaderTime): string {
  const entries = told.map(({ handoff, drift }) => {
    const details = handoffDetails(handoff, drift ?? undefined, time).join(' · ');
    return `${visible(handoff.title)}\n  ${visible(details)}\n  ${visible(handoff.path)}\n\n`;
  });
  return `${entries.join('')}${counted(told.length, 'handoff')}.\n`;
}

function markdownList(told: readonly ToldHandoff[], time: ReaderTime): string {
  if (told.length === 0) return 'No handoffs.\n';
  const rows = told.map(({ handoff, drift }) => {
    const { title, path, note, elsewhere } = handoff;
    const cells = [
      elsewhere ? plainMarkdown(title) : markdownLink(title, path),
      plainMarkdown(`${fromWords(handoff)} → ${toWords(handoff)}`),
      note.date ? whenFor(note.date, time) : '',
      stateWords(handoff, drift, time),
    ];
    return `| ${cells.join(' | ')} |\n`;
  });
  return `| Handoff | From → to | Written | State |\n| --- | --- | --- | --- |\n${rows.join('')}`;
}

function stateWords(handoff: Handoff, drift: Drift | null, time: ReaderTime): string {
  const where = handoff.elsewhere ? `on ${handoff.elsewhere.ref}` : '';
  const words = [pickedUpWords(handoff, time), drift ? driftLabel(drift) : '', where];
  return words.filter(Boolean).map(plainMarkdown).join(', ');
}

function jsonList(told: readonly ToldHandoff[]): string {
  const handoffs = told.map(({ handoff: { path, title, note, open, followed, openQuestions, elsewhere }, drift }) => ({
    path,
    ref: elsewhere?.ref ?? null,
    title,
    date: textOf(note.date),
    from: note.from || null,
    to: note.to || null,
    branch: note.branch,
    base: note.base,
    head: note.head,
    workItems: note.workItems,
    state: note.state,
    open,
    followed,
    pickedUpBy: note.pickedUpBy,
    pickedUpAt: textOf(note.pickedUpAt),
    unfilled: note.unfilled,
    openQuestions: openQuestions.map(({ by, date, text }) => ({ by, date: textOf(date), text })),
    drift: drift && driftOf(drift),
  }));
  return `${JSON.stringify({ version: 1, handoffs }, null, 2)}\n`;
}

const textOf = (date: ZonedDate | null): string | null => date?.text ?? null;

function driftOf(drift: Drift) {
  if (drift.kind !== 'moved') return { known: drift.kind === 'none', commits: drift.kind === 'none' ? 0 : null };
  const { branch, hash, commits, rewritten, files, changed } = drift;
  return { known: true, commits, branch, hash, rewritten, files, changed };
}
