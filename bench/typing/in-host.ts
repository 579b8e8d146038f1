import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';

/** What the extension host spends on one document, in milliseconds of its own processor time. */
export interface Spent {
  /** For each keystroke: all that is done until the next one. */
  readonly keystrokes: readonly number[];
  /** The longest turn of the event loop. */
  readonly longestTurn: number;
  readonly hovers: readonly number[];
  readonly completions: readonly number[];
}

const keystrokes = 60;
const requests = 20;
/** Longer than the rest after which a document is checked again. */
const pauseBetween = 500;

/** Types into the work item and into the same text where no work items are looked for, in turns; the second is what VS Code itself takes. */
export async function run(): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('There is no workspace.');
  await vscode.commands.executeCommand('asyncReady.refresh');
  await pause(8000); // VS Code's own extensions start.
  const nothing = () => ({
    keystrokes: [] as number[],
    longestTurn: 0,
    hovers: [] as number[],
    completions: [] as number[],
  });
  const results = { 'large.md': nothing(), 'vendor/large.md': nothing() };
  for (let round = 0; round < 3; round++) {
    for (const [name, result] of Object.entries(results)) {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
      const editor = await vscode.window.showTextDocument(document);
      const middle = document.positionAt(document.getText().indexOf('The last words of the middle') + 10);
      editor.selection = new vscode.Selection(middle, middle);
      await pause(3000);
      for (let key = 0; key < keystrokes / 3; key++) {
        const turns = measureTurns();
        await vscode.commands.executeCommand('type', { text: 'x' });
        await pause(pauseBetween);
        const { sum, longest } = turns.stop();
        result.keystrokes.push(sum);
        result.longestTurn = Math.max(result.longestTurn, longest);
      }
      for (let request = 0; request < requests / 2; request++) {
        result.hovers.push(
          await cost(() =>
            vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(0, 3)),
          ),
        );
        result.completions.push(
          await cost(() =>
            vscode.commands.executeCommand(
              'vscode.executeCompletionItemProvider',
              document.uri,
              editor.selection.active,
            ),
          ),
        );
      }
    }
  }
  const file = process.env.TYPING_RESULT;
  if (!file) throw new Error('TYPING_RESULT is not set.');
  await writeFile(file, JSON.stringify(results));
}

/** Processor time of this thread, in milliseconds (Node 23.9 and newer, as VS Code has it). */
const spent = (): number => {
  const { user, system } = (process as unknown as { threadCpuUsage(): NodeJS.CpuUsage }).threadCpuUsage();
  return (user + system) / 1000;
};

async function cost(work: () => Thenable<unknown>): Promise<number> {
  await pause(50);
  const before = spent();
  await work();
  return spent() - before;
}

/** Looks at the processor time once a turn. */
function measureTurns(): { stop(): { readonly sum: number; readonly longest: number } } {
  const start = spent();
  let last = start;
  let longest = 0;
  let timer = setTimeout(look, 1);
  function look(): void {
    const now = spent();
    longest = Math.max(longest, now - last);
    last = now;
    timer = setTimeout(look, 1);
  }
  return {
    stop() {
      clearTimeout(timer);
      const now = spent();
      return { sum: now - start, longest: Math.max(longest, now - last) };
    },
  };
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
