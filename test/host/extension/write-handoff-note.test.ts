import assert from 'node:assert/strict';
import {
  ConfigurationTarget,
  commands,
  Position,
  type QuickPickItem,
  type QuickPickOptions,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { fileUri, readFile, removeFiles, until, withoutDone, writeFile } from './workspace.ts';

describe('Write Handoff Note', () => {
  const { showQuickPick } = window;
  const picked: QuickPickItem[][] = [];

  /** Has the question for the work item answered with the first that `choose` accepts; null gives up. */
  function answer(choose: ((item: QuickPickItem) => boolean) | null): void {
    const quickPick = async (items: readonly QuickPickItem[], { placeHolder = '' }: QuickPickOptions) => {
      if (placeHolder.startsWith('Since when')) return items[0];
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
    assert.match(text, /suite-\d+\/tasks\/reset-mail\.md/);
    assert.match(text, /feature\//);
    assert.match(editor.document.getText(editor.selection), /To fill in/i);
  });

  it('offers to save what git would not see, and names what is not saved', async () => {
    const { showWarningMessage } = window;
    const files = workspace.getConfiguration('files');
    await files.update('autoSave', 'off', ConfigurationTarget.Global);
    const uri = await writeFile('tasks/reset-mail.md', withoutDone);
    const { document } = await window.showTextDocument(uri);
    const answers = ['Write Without Saving', 'Save All'];
    const asked: string[] = [];
    window.showWarningMessage = (async (message: string) => {
      asked.push(message);
      return answers.shift();
    }) as unknown as typeof showWarningMessage;
    const change = async (): Promise<void> => {
      const edit = new WorkspaceEdit();
      edit.insert(uri, new Position(0, 0), '\n');
      await workspace.applyEdit(edit);
      await until(() => document.isDirty, 'the edit is not known');
    };
    const written = async (): Promise<string> => {
      assert.ok(window.activeTextEditor);
      // From the file: its editor may still know the note of this name that another test has deleted.
      return readFile(window.activeTextEditor.document.uri);
    };
    try {
      answer((item) => item.label === 'Send a reset mail');
      await change();
      await commands.executeCommand('asyncReady.writeHandoffNote');
      assert.match(await written(), /1 file with .* not saved.*reset-mail\.md/);
      await change();
      await commands.executeCommand('asyncReady.writeHandoffNote');
      assert.ok(!document.isDirty);
      assert.doesNotMatch(await written(), /not saved/);
      assert.deepEqual(asked, ['1 file is not saved.', '1 file is not saved.']);
    } finally {
      window.showWarningMessage = showWarningMessage;
      await document.save();
      await files.update('autoSave', undefined, ConfigurationTarget.Global);
    }
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
    const row = fileUri('tasks/reset-mail.md').toString();
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
