import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  ConfigurationTarget,
  commands,
  DocumentSymbol,
  env,
  languages,
  Position,
  type QuickPickItem,
  Range,
  SymbolKind,
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
    await workspace.saveAll();
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

  it('puts the note where the user wants it, and remembers that', async () => {
    const { showQuickPick: ask } = window;
    const wanted = async (label: RegExp): Promise<string> => {
      let step = 0;
      const quickPick = async (items: readonly QuickPickItem[]) => {
        step += 1;
        const asks = [/Written to/, label, /^Send a welcome mail$/][step - 1];
        return items.find((item) => asks?.test(item.label));
      };
      window.showQuickPick = quickPick as unknown as typeof ask;
      await commands.executeCommand('asyncReady.writeHandoffNote');
      assert.equal(step, 3);
      return window.activeTextEditor?.document.getText() ?? '';
    };
    // No document of another test, of whose changes on the disk VS Code may know late.
    const text = withoutDone.replace('a reset mail', 'a welcome mail');
    const uri = await writeFile('tasks/welcome-mail.md', text);
    await commands.executeCommand('asyncReady.refresh');
    assert.match(await wanted(/^An untitled/), /^---\ntype: handoff\n/);
    assert.ok(window.activeTextEditor?.document.isUntitled);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    assert.deepEqual(await notes(), []);

    await wanted(/^The clipboard/);
    assert.match(await env.clipboard.readText(), /^---\ntype: handoff\n/);
    assert.deepEqual(await notes(), []);

    const inside = await wanted(/^The work item/);
    assert.equal(window.activeTextEditor?.document.uri.toString(), uri.toString());
    assert.ok(inside.startsWith(text.trimEnd()), inside);
    assert.match(inside, /\n## Handoffs\n\n### \d{4}-\d\d-\d\d \d\d:\d\d [^\n]+\n\n#### TL;DR\n/);
    assert.match(window.activeTextEditor.document.getText(window.activeTextEditor.selection), /^_To fill in/);

    await workspace.saveAll();
    answer(null);
    await commands.executeCommand('asyncReady.writeHandoffNote');
    assert.ok(picked[0]?.some(({ label }) => label.includes('the work item, under “Handoffs”')));
    await wanted(/^A new file/);
  });

  it('names what has changed as the language of an open file does', async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const git = (...args: string[]) => execFileSync('git', ['-C', folder.uri.fsPath, ...args]);
    const uri = await writeFile('src/mail.zig', 'one\ntwo\nthree\n');
    git('add', '--intent-to-add', uri.fsPath);
    const lines = (first: number, last: number) => new Range(first, 0, last, 3);
    const mailer = new DocumentSymbol('Mailer', '', SymbolKind.Class, lines(0, 2), lines(0, 0));
    mailer.children.push(new DocumentSymbol('send', '', SymbolKind.Method, lines(1, 2), lines(1, 1)));
    const provider = languages.registerDocumentSymbolProvider(
      { pattern: '**/*.zig' },
      { provideDocumentSymbols: () => [mailer] },
    );
    const written = async (): Promise<string> => {
      answer((item) => item.label === 'No work item');
      await commands.executeCommand('asyncReady.writeHandoffNote');
      assert.ok(window.activeTextEditor);
      return readFile(window.activeTextEditor.document.uri);
    };
    try {
      assert.doesNotMatch(await written(), /Mailer/);
      await window.showTextDocument(uri, { preview: false });
      assert.match(await written(), /src\/mail\.zig` \(\+3 −0, unstaged\): `Mailer\.send`, `Mailer`/);
    } finally {
      provider.dispose();
      git('rm', '--quiet', '--cached', uri.fsPath);
    }
  });

  it('writes nothing when the user gives up', async () => {
    answer(null);
    await commands.executeCommand('asyncReady.writeHandoffNote');
    assert.deepEqual(await notes(), []);
  });
});
