import type { PlacedNote } from '../../src/core/handoff/chain.ts';
import type { HandoffReport } from '../../src/core/handoff/read-note.ts';
import { readZonedDate } from '../../src/core/handoff/zoned-date.ts';

/** An open note of Ann's for Ben, but for what is given. */
export function note(more: Partial<Omit<HandoffReport, 'date'>> & { readonly date?: string } = {}): HandoffReport {
  const start = { line: 6, character: 0 };
  return {
    from: 'Ann Lee',
    to: 'Ben',
    branch: 'feature/x',
    base: null,
    head: 'a'.repeat(40),
    headRange: { start, end: { line: 6, character: 48 } },
    workItems: ['tasks/a.md'],
    state: 'open',
    pickedUpBy: null,
    pickedUpAt: null,
    summary: 'It works.',
    unfilled: 0,
    askedBack: [],
    ...more,
    date: readZonedDate(more.date ?? '2026-03-02T18:04:00+01:00'),
  };
}

/** The note at `path` in the workspace folder `folder`. */
export function placed(path: string, of: HandoffReport = note(), folder = '/w'): PlacedNote {
  return { key: `${folder}/${path}`, folder, path, note: of };
}
