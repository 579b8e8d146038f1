import * as vscode from 'vscode';

/** Where a note goes, each with its name. */
export const destinationLabels = {
  file: 'a new file',
  'work-item': 'the work item, under “Handoffs”',
  untitled: 'an untitled document',
  clipboard: 'the clipboard',
} as const;

export type Destination = keyof typeof destinationLabels;

const destinations = Object.keys(destinationLabels) as Destination[];
const remembered = 'handoff.destination';

/** Where the last note of this workspace went; a new file before the first one. */
export function lastDestination(memory: vscode.Memento): Destination {
  const last = memory.get<string>(remembered);
  return destinations.find((destination) => destination === last) ?? 'file';
}

/** Asks where the note goes, and remembers that. @returns the destination so far when the user gives up. */
export async function pickDestination(memory: vscode.Memento, notesFolder: string): Promise<Destination> {
  const picked = await vscode.window.showQuickPick(
    destinations.map((destination) => ({
      label: destinationLabels[destination].replace(/^./, (letter) => letter.toUpperCase()),
      ...(destination === 'file' && { description: `in ${notesFolder}` }),
      destination,
    })),
    { title: 'Write Handoff Note', placeHolder: 'Where does the note go?', ignoreFocusOut: true },
  );
  if (picked) await memory.update(remembered, picked.destination);
  return lastDestination(memory);
}
