import assert from 'node:assert/strict';
import { commands, window, workspace } from 'vscode';
import { fileUri, readFile, removeFiles, rules, until, withoutDone, writeFile } from './workspace.ts';

describe('New Work Item', () => {
  const { showInputBox } = window;

  /** Has the question for the title answered; undefined gives up. */
  function answer(title: string | undefined): void {
    window.showInputBox = async () => title;
  }

  before(async () => {
    // More than the sample has anywhere.
    for (let number = 1; number <= 12; number++) await writeFile(`items/item-${number}.md`, withoutDone);
    await commands.executeCommand('asyncReady.refresh');
  });
  afterEach(async () => {
    window.showInputBox = showInputBox;
    await commands.executeCommand('workbench.action.closeAllEditors');
  });
  after(removeFiles);

  it('writes where most of the others are, and puts the cursor at the goal', async () => {
    answer('Send a reset mail');
    await commands.executeCommand('asyncReady.newWorkItem');
    const editor = window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), fileUri('items/send-a-reset-mail.md').toString());
    const text = editor.document.getText();
    assert.match(text, /^# Send a reset mail$/m);
    assert.equal(text, await readFile(editor.document.uri));
    assert.match(text.slice(0, editor.document.offsetAt(editor.selection.start)), /## Goal\s+$/);
    assert.ok(!editor.selection.isEmpty);
    await until(() => rules(editor.document.uri).length > 0, 'nothing is said to be missing');
  });

  it('writes over no file', async () => {
    const other = await writeFile('items/four.md', 'Somebody else’s.\n');
    answer('Four');
    await commands.executeCommand('asyncReady.newWorkItem');
    assert.equal(window.activeTextEditor?.document.uri.toString(), fileUri('items/four-2.md').toString());
    assert.equal(await readFile(other), 'Somebody else’s.\n');
  });

  it('keeps the file when more is undone than was typed', async () => {
    answer('Five');
    await commands.executeCommand('asyncReady.newWorkItem');
    await commands.executeCommand('type', { text: 'A goal' });
    for (let times = 0; times < 5; times++) await commands.executeCommand('undo');
    assert.match(await readFile(fileUri('items/five.md')), /^# Five$/m);
    const names = (await workspace.fs.readDirectory(fileUri('items'))).map(([name]) => name);
    assert.deepEqual(
      names.filter((name) => !name.endsWith('.md')),
      [],
    );
  });

  it('writes nothing without a title', async () => {
    const before = await workspace.fs.readDirectory(fileUri('items'));
    answer(undefined);
    await commands.executeCommand('asyncReady.newWorkItem');
    assert.deepEqual(await workspace.fs.readDirectory(fileUri('items')), before);
  });
});
