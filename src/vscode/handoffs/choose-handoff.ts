import * as vscode from 'vscode';
import { type Handoff, waitsForMe } from '../../app/handoff-list.ts';
import { handoffDetails } from '../../app/handoff-words.ts';
import type { Clock } from '../../app/ports.ts';
import { readerTime } from '../../app/reader-time.ts';
import type { KnownHandoffs } from './known-handoffs.ts';

/** The handoff that a command is run on: that of a row or a key, else of the active editor; undefined where there is none. */
export function handoffAt(known: KnownHandoffs, argument: unknown): Handoff | undefined {
  const given = typeof argument === 'string' ? argument.replace(/#.*$/, '') : undefined;
  const key = given ?? vscode.window.activeTextEditor?.document.uri.toString();
  return known.list.handoffs.find((one) => one.key === key);
}

/**
 * As `handoffAt`, and where there is none, the one that the user picks; those that wait for them first.
 * Throws a CancellationError when the user picks none, and an Error when there are none.
 */
export async function chooseHandoff(
  known: KnownHandoffs,
  clock: Clock,
  argument: unknown,
  placeHolder: string,
): Promise<Handoff> {
  const given = handoffAt(known, argument);
  if (given) return given;
  const { handoffs } = known.list;
  if (handoffs.length === 0) throw new Error('There is no handoff note in this workspace yet.');
  const rank = (handoff: Handoff): number => (waitsForMe(handoff) ? 0 : handoff.open ? 1 : 2);
  const items = handoffs
    .toSorted((a, b) => rank(a) - rank(b))
    .map((handoff) => ({
      label: handoff.title,
      description: handoffDetails(handoff, known.driftOf(handoff.key), readerTime(clock)).join(' · '),
      detail: handoff.path,
      handoff,
    }));
  const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  if (picked === undefined) throw new vscode.CancellationError();
  return picked.handoff;
}
