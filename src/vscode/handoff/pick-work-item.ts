import * as vscode from 'vscode';
import type { IndexedDocument } from '../../app/workspace-index.ts';
import type { SinceFact } from '../../core/handoff/handoff-facts.ts';
import { readinessWord } from '../../core/readiness/readiness-word.ts';
import { type Destination, destinationLabels } from './destination.ts';

/** What can be changed about how the note is written. */
export type HowStep = 'recipient' | 'since' | 'destination' | 'update' | 'share';

/** What is to be done next: write the note on a work item (null for none), or change how first. */
export type NextStep =
  | { readonly step: 'write'; readonly workItem: IndexedDocument | null }
  | { readonly step: HowStep };

export interface NoteChoices {
  /** The best guess first. */
  readonly candidates: readonly IndexedDocument[];
  /** Who takes over; empty for whoever picks it up. */
  readonly to: string;
  /** Since when the note tells what has changed; null without git. */
  readonly since: SinceFact | null;
  readonly destination: Destination;
  /** Whether the work item's status and next action are to be updated, too. */
  readonly updates: boolean;
  /** What nobody else can see yet; empty for nothing, or where it cannot be shared. */
  readonly notShared: string;
}

type Item = vscode.QuickPickItem & { readonly next?: NextStep };

/** Asks which work item is handed off, with the best guess first and how the note is written below it. Throws a CancellationError when the user gives up. */
export async function pickWorkItem(choices: NoteChoices): Promise<NextStep> {
  const [best, ...others] = choices.candidates.map(toItem);
  const none: Item = {
    label: 'No work item',
    description: 'Only what git says has changed',
    next: { step: 'write', workItem: null },
  };
  const separator = (label: string): Item => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const picked = await vscode.window.showQuickPick<Item>(
    [
      best ?? none,
      separator('How'),
      ...howItems(choices),
      separator('Other work items'),
      ...others,
      ...(best ? [none] : []),
    ],
    {
      title: 'Write Handoff Note',
      placeHolder: 'Which work item do you hand off?',
      matchOnDescription: true,
      matchOnDetail: true,
      ignoreFocusOut: true,
    },
  );
  if (picked?.next === undefined) throw new vscode.CancellationError();
  return picked.next;
}

function toItem(candidate: IndexedDocument): Item {
  const { report, document } = candidate;
  return {
    label: report.title,
    description: [report.status, report.finished && report.status ? null : readinessWord(report)]
      .filter(Boolean)
      .join(' · '),
    detail: document.path,
    next: { step: 'write', workItem: candidate },
  };
}

const sinceLabels: Readonly<Record<SinceFact['kind'], string>> = {
  'last-handoff': 'since the last handoff',
  unpushed: 'what is not pushed',
  uncommitted: 'what is not committed',
  staged: 'what is staged',
  base: 'all of the branch',
  commit: 'since a commit',
  date: 'since a date',
};

function howItems({ to, since, destination, updates, notShared }: NoteChoices): Item[] {
  return [
    { label: `$(person) For: ${to || 'whoever picks it up'}`, description: 'Change…', next: { step: 'recipient' } },
    ...(since
      ? [
          {
            label: `$(history) Tells of: ${sinceLabels[since.kind]}`,
            description: 'Change…',
            next: { step: 'since' },
          } as const,
        ]
      : []),
    {
      label: `$(save) Written to: ${destinationLabels[destination]}`,
      description: 'Change…',
      next: { step: 'destination' },
    },
    {
      label: '$(edit) Update the work item’s status and next action, too',
      description: updates ? 'Yes, with a look at the changes first' : 'No',
      next: { step: 'update' },
    },
    ...(notShared
      ? [{ label: '$(cloud-upload) Commit and push first…', description: notShared, next: { step: 'share' } } as const]
      : []),
  ];
}
