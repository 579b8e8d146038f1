import * as vscode from 'vscode';

/** A word that can be picked; those of the same section stand together. */
export interface PickableWord {
  readonly word: string;
  readonly description: string;
  readonly section?: string;
}

/**
 * Lets the user pick one of the words, or type another one.
 * Rejects with a CancellationError when they do neither.
 */
export async function pickWord(
  title: string,
  placeholder: string,
  words: readonly PickableWord[],
  current: string | null,
): Promise<string> {
  const pick = vscode.window.createQuickPick();
  pick.title = title;
  pick.placeholder = placeholder;
  const known: vscode.QuickPickItem[] = words.flatMap(({ word, description, section }, at) => {
    const isFirst = section !== undefined && section !== words[at - 1]?.section;
    const separator = isFirst ? [{ label: section, kind: vscode.QuickPickItemKind.Separator }] : [];
    return [...separator, { label: word, description: word === current ? `${description} · now` : description }];
  });
  const isKnown = (typed: string): boolean => words.some(({ word }) => word.toLowerCase() === typed.toLowerCase());
  const offer = (typed: string): void => {
    const other = { label: typed, description: 'another word', alwaysShow: true };
    pick.items = typed === '' || isKnown(typed) ? known : [...known, other];
  };
  offer('');
  try {
    return await new Promise<string>((resolve, reject) => {
      pick.onDidChangeValue((value) => offer(value.trim()));
      pick.onDidAccept(() => {
        const [active] = pick.activeItems;
        // The item for another word comes behind what is typed: it may still be a part of it.
        const picked = active && known.includes(active) ? active.label : pick.value.trim();
        if (picked !== '') resolve(picked);
      });
      pick.onDidHide(() => reject(new vscode.CancellationError()));
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}
