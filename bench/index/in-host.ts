import { readFile, writeFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { type Cost, costs } from '../typing/share.ts';

/** What the side bar costs the extension host. */
export interface Spent {
  readonly opening: Cost;
  /** Bytes of the extension host's heap with the whole workspace read, garbage collected. */
  readonly heap: number;
  /** Of a workspace with documents. */
  readonly edit?: Cost;
  /** 1,000 files that change at once, or as many as there are. */
  readonly manyFiles?: Cost;
}

/** Opens the view on the workspace, edits a work item, and has 1,000 files change. */
export async function run(): Promise<void> {
  const { MEASURED_RESULT: result, MEASURED_FILE: file } = process.env;
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder || !result || !file) throw new Error('There is no workspace, or nothing says what to measure.');
  await pause(5000); // VS Code's own extensions start.
  const [opening] = await costs(file, 1, async () => {
    await vscode.commands.executeCommand('workbench.view.extension.asyncReady');
    await vscode.commands.executeCommand('asyncReady.refresh');
    await pause(3000);
  });
  await pause(6000); // The reports are written down.
  const held = await heap();
  const documents = await vscode.workspace.findFiles('**/*.md');
  documents.sort((a, b) => (a.path < b.path ? -1 : 1));
  const edits = documents.slice(0, 1).map((uri) => vscode.window.showTextDocument(uri));
  const [editor] = await Promise.all(edits);
  await pause(5000); // VS Code's own markdown extensions start.
  const [edit] = await costs(file, edits.length, async () => {
    await editor?.edit((change) => change.insert(new vscode.Position(1, 0), '\n'));
    await pause(1000);
  });
  const many = documents.slice(-1000);
  const texts = await Promise.all(many.map(({ fsPath }) => readFile(fsPath, 'utf8')));
  const [manyFiles] = await costs(file, edits.length, async () => {
    await Promise.all(many.map(({ fsPath }, at) => writeFile(fsPath, `${texts[at]}\n## Notes\n\nMore of it.\n`)));
    await pause(4000);
  });
  if (!opening) throw new Error('Nothing was measured.');
  await writeFile(result, JSON.stringify({ opening, heap: held, edit, manyFiles }));
}

/** The least of five. */
async function heap(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < 5; at++) {
    await pause(300);
    collect();
    const { heapUsed, external } = process.memoryUsage();
    least = Math.min(least, heapUsed + external);
  }
  return least;
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
