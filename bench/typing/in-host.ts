import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { type Cost, costs } from './share.ts';

/** What the extension costs the extension host. */
export interface Spent {
  /** For each keystroke: all that is done until the next one. */
  readonly keystrokes: readonly Cost[];
  /** For each keystroke that a longer rest follows, in which VS Code asks for more. */
  readonly rests: readonly Cost[];
  readonly hovers: readonly Cost[];
  readonly completions: readonly Cost[];
}

/** Longer than the rest after which a document is checked again. */
const pauseBetween = 500;

/** Longer than VS Code waits for links. */
const longRest = 3000;

/** Types into the middle of the work item, and asks for hovers and completions at an id among its dependencies. */
export async function run(): Promise<void> {
  const { MEASURED_RESULT: result, MEASURED_FILE: file } = process.env;
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder || !result || !file) throw new Error('There is no workspace, or nothing says what to measure.');
  await vscode.commands.executeCommand('asyncReady.refresh');
  await vscode.commands.executeCommand('workbench.view.extension.asyncReady');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, 'large.md'));
  const editor = await vscode.window.showTextDocument(document);
  await pause(8000); // VS Code's own extensions start.
  const middle = document.positionAt(document.getText().indexOf('The last words of the middle') + 10);
  const inId = document.positionAt(document.getText().indexOf('[TASK-') + 3);
  editor.selection = new vscode.Selection(middle, middle);
  const type = async (rest: number): Promise<void> => {
    await vscode.commands.executeCommand('type', { text: 'x' });
    await pause(rest);
  };
  const ask = async (command: string): Promise<void> => {
    await pause(50);
    await vscode.commands.executeCommand(command, document.uri, inId);
  };
  await costs(file, 10, () => type(pauseBetween)); // Code that has run a few times is faster.
  const spent: Spent = {
    keystrokes: await costs(file, 60, () => type(pauseBetween)),
    rests: await costs(file, 12, () => type(longRest)),
    hovers: await costs(file, 30, () => ask('vscode.executeHoverProvider')),
    completions: await costs(file, 30, () => ask('vscode.executeCompletionItemProvider')),
  };
  await writeFile(result, JSON.stringify(spent));
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
