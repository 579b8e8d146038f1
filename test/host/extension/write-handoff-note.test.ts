import assert from 'node:assert/strict';
import { commands, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { readFile, removeFiles, withoutDone, writeFile } from './workspace.ts';

describe('Write Handoff Note', () => {
  const { showQuickPick } = window;
  const picked: QuickPickItem[][] = [];

  /** Has the question for the work item answered with the first that `choose` accepts; null gives up. */
  function answer(choose: ((item: QuickPickItem) => boolean) | null): void {
    const quickPick = async (items: readonly QuickPickItem[]) => {
      picked.push([...items]);
      return choose === null ? undefined : items.find(choose);
    };
    window.showQuickPick = quickPick as unknown as typeof window.showQuickPick;
  }

  const notes = async (): Promise<string[]> => {
    const [folder] = workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const found = await workspace.findFiles('handoffs/**', null);
    return found.map(({ path }) => path.slice(folder.uri.path.length + 1)).sort();
  };

  before(async () => {
    await writeFile('tasks/reset-mail.md', withoutDone);
    await commands.executeCommand('asyncReady.refresh');
  });
  beforeEach(() => {
    picked.length = 0;
  });
  afterEach(async () => {
    window.showQuickPick = showQuickPick;
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const note of await workspace.findFiles('handoffs/**', null)) await workspace.fs.delete(note);
  });
  after(removeFiles);

  it('offers the work items, and writes a note that is opened at the first thing to say', async () => {
    const uri = await writeFile('tasks/reset-mail.md', withoutDone);
    await window.showTextDocument(uri);
    answer((item) => item.label === 'Send a reset mail');
    await commands.executeCommand('asyncReady.writeHandoffNote');
    assert.equal(picked[0]?.[0]?.label, 'Send a reset mail');
    assert.equal(picked[0]?.at(-1)?.label, 'No work item');
    const [note, ...others] = await notes();
    assert.deepEqual(others, []);
    assert.match(note ?? '', /^handoffs\/\d{4}-\d\d-\d\d-.*reset-mail.*\.md$/);
    const editor = window.activeTextEditor;
    assert.ok(editor);
    assert.ok(editor.document.uri.path.endsWith(`/${note}`), editor.document.uri.path);
    const text = editor.document.getText();
    assert.equal(text, await readFile(editor.document.uri));
    assert.match(text, /suite\/tasks\/reset-mail\.md/);
    assert.match(text, /feature\//);
    assert.match(editor.document.getText(editor.selection), /To fill in/i);
  });

  it('offers the work item of the active editor first, whatever has changed', async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    assert.ok(folder);
    await window.showTextDocument(Uri.joinPath(folder.uri, 'tasks/upgrade-postgres.md'));
    answer(null);
    await commands.executeCommand('asyncReady.writeHandoffNote');
    assert.equal(picked[0]?.[0]?.label, 'Upgrade Postgres');
  });

  it('writes a note without a work item', async () => {
    answer((item) => item.label === 'No work item');
    await commands.executeCommand('asyncReady.writeHandoffNote');
    assert.equal((await notes()).length, 1);
  });

  it('asks nothing when it is run on a row of the tree', async () => {
    answer(null);
    const [folder] = workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const row = Uri.joinPath(folder.uri, 'suite/tasks/reset-mail.md').toString();
    await commands.executeCommand('asyncReady.writeHandoffNote', row);
    assert.equal(picked.length, 0);
    assert.match((await notes())[0] ?? '', /reset-mail/);
  });

  it('writes nothing when the user gives up', async () => {
    answer(null);
    await commands.executeCommand('asyncReady.writeHandoffNote');
    assert.deepEqual(await notes(), []);
  });
});
