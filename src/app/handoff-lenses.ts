import type { PlacedNote } from '../core/handoff/chain.ts';
import type { Drift } from '../core/handoff/drift.ts';
import { driftLabel } from '../core/handoff/drift.ts';
import { type ReaderTime, whenFor } from '../core/handoff/when.ts';
import type { Handoff } from './handoff-list.ts';
import { handoffDetails } from './handoff-words.ts';

/** What stands above the title of a handoff note, and what a click on it does. */
export interface HandoffLens {
  readonly action: 'show' | 'share' | 'pick-up' | 'ask-back' | 'changes' | 'previous';
  readonly title: string;
}

/**
 * @param previous the handoff before this one; null where it is the first.
 * @param canShare whether git can be asked to commit and push.
 */
export function handoffLenses(
  handoff: Handoff,
  drift: Drift | undefined,
  previous: PlacedNote | null,
  time: ReaderTime,
  canShare: boolean,
): HandoffLens[] {
  const { open, fromMe, elsewhere } = handoff;
  const lenses: HandoffLens[] = [{ action: 'show', title: handoffDetails(handoff, undefined, time).join(' · ') }];
  if (open && drift?.kind === 'moved') lenses.push({ action: 'changes', title: `${driftLabel(drift)}: show changes` });
  if (open && fromMe && canShare && !elsewhere) lenses.push({ action: 'share', title: 'Commit and push' });
  if (open && !fromMe) lenses.push({ action: 'pick-up', title: 'Pick up' });
  // What is not checked out cannot be written into.
  if (!fromMe && !elsewhere) lenses.push({ action: 'ask-back', title: 'Ask back' });
  if (previous) {
    const when = previous.note.date ? `: ${whenFor(previous.note.date, time)}` : '';
    lenses.push({ action: 'previous', title: `Previous handoff${when}` });
  }
  return lenses;
}
