import * as vscode from 'vscode';
import type { Since } from '../../app/since.ts';
import type { SinceChoice } from '../../app/since-choices.ts';
import { counted } from '../../core/handoff/note-words.ts';

const title = 'Write Handoff Note';

const labels: Readonly<Record<SinceChoice['kind'], string>> = {
  'last-handoff': '$(history) Since the Last Handoff',
  unpushed: '$(cloud-upload) What Is Not Pushed',
  uncommitted: '$(edit) What Is Not Committed',
  staged: '$(check) What Is Staged',
  base: '$(git-branch) All of the Branch',
};

/**
 * Asks since when the note is to tell what has changed.
 * @param parse reads what a person types for a commit or a date; throws what is wrong with it.
 * Throws a CancellationError when the user gives up.
 */
export async function pickSince(choices: readonly SinceChoice[], parse: (text: string) => Since): Promise<Since> {
  const some = choices.filter(({ commits, files }) => commits + files > 0);
  const items = some.map(({ kind, of, commits, files }) => ({
    label: labels[kind],
    description: [commits > 0 && counted(commits, 'commit'), files > 0 && counted(files, 'changed file'), of]
      .filter(Boolean)
      .join(' · '),
    choice: { kind },
  }));
  const other = { label: '$(calendar) Since a Commit or Date…', choice: null };
  const placeHolder = 'Since when? The note tells what has changed since then';
  const picked = await vscode.window.showQuickPick([...items, other], { title, placeHolder, matchOnDescription: true });
  if (picked === undefined) throw new vscode.CancellationError();
  return picked.choice ?? askForSince(parse);
}

async function askForSince(parse: (text: string) => Since): Promise<Since> {
  const wrong = (text: string): string | undefined => {
    if (text.trim() === '') return 'A commit or a date is needed.';
    try {
      parse(text);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
  const text = await vscode.window.showInputBox({
    title,
    prompt: 'A commit, branch or tag that lies before HEAD, or a date.',
    placeHolder: '2026-03-02, 2026-03-02T18:00, HEAD~3',
    validateInput: wrong,
  });
  if (text === undefined) throw new vscode.CancellationError();
  return parse(text);
}
