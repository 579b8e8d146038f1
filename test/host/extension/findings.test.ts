import assert from 'node:assert/strict';
import {
  type CodeAction,
  ConfigurationTarget,
  commands,
  DiagnosticSeverity,
  Position,
  Range,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { done, fileUri, findings, pause, removeFiles, rules, until, withoutDone, writeFile } from './workspace.ts';

const show = (uri: Uri): string => `the rules are: ${rules(uri).join(', ')}`;

describe('findings', () => {
  afterEach(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await removeFiles();
  });

  it('come with the document and follow its text while it is typed', async () => {
    const uri = await writeFile('tasks/typed.md', withoutDone);
    assert.deepEqual(rules(uri), []);
    const { document } = await window.showTextDocument(uri);
    await until(
      () => rules(uri).join() === 'done-missing',
      () => show(uri),
    );

    const add = new WorkspaceEdit();
    add.insert(uri, new Position(999, 0), done);
    await workspace.applyEdit(add);
    await until(
      () => rules(uri).length === 0,
      () => show(uri),
    );
    assert.ok(document.isDirty, 'this came with the saved file');

    await commands.executeCommand('undo');
    await until(
      () => rules(uri).join() === 'done-missing',
      () => show(uri),
    );
  });

  it('follow the text while something else is written without a rest, such as an output', async () => {
    const uri = await writeFile('tasks/beside-output.md', withoutDone);
    const { document } = await window.showTextDocument(uri);
    await until(
      () => findings(uri).length === 1,
      () => show(uri),
    );
    await pause(1500); // By then VS Code has told of the new file, which has it read as well.
    const output = await workspace.openTextDocument({ content: '' });
    const writing = setInterval(() => {
      const line = new WorkspaceEdit();
      line.insert(output.uri, new Position(0, 0), 'A line\n');
      workspace.applyEdit(line).then(undefined, assert.fail);
    }, 50);
    try {
      const add = new WorkspaceEdit();
      add.insert(uri, document.positionAt(withoutDone.length), done);
      await workspace.applyEdit(add);
      await until(
        () => findings(uri).length === 0,
        () => show(uri),
      );
      assert.ok(document.isDirty, 'this came with the saved file');
    } finally {
      clearInterval(writing);
      await window.showTextDocument(output);
      await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });

  it('say their rule, its page and how grave they are', async () => {
    const uri = await writeFile('tasks/graded.md', withoutDone);
    await window.showTextDocument(uri);
    await until(
      () => findings(uri).length === 1,
      () => show(uri),
    );
    const [finding] = findings(uri);
    assert.ok(finding && typeof finding.code === 'object');
    assert.equal(finding.source, 'async-ready');
    assert.equal(finding.code.value, 'done-missing');
    assert.match(finding.code.target.toString(), /^[\w-]+:\/\/async-ready\.async-ready\/rules\/done-missing$/);
    assert.equal(finding.severity, DiagnosticSeverity.Warning);
  });

  it('go when the document is closed', async () => {
    const uri = await writeFile('tasks/closed.md', withoutDone);
    // As the explorer does it: what is opened through the API stays open for some minutes.
    await commands.executeCommand('vscode.open', uri);
    await until(
      () => findings(uri).length === 1,
      () => show(uri),
    );
    await commands.executeCommand('workbench.action.closeAllEditors');
    await until(
      () => findings(uri).length === 0,
      () => show(uri),
    );
  });

  it('leave alone what is no work item', async () => {
    const readme = await writeFile('README.md', '# Password mails\n\nHow to build this, and where to ask.\n');
    const task = await writeFile('tasks/beside.md', withoutDone);
    await window.showTextDocument(readme);
    await window.showTextDocument(task, { preview: false });
    await until(
      () => findings(task).length === 1,
      () => show(task),
    );
    assert.deepEqual(rules(readme), []);
  });

  it('follow the settings', async () => {
    const uri = await writeFile('tasks/settings.md', withoutDone);
    await window.showTextDocument(uri);
    await until(
      () => findings(uri).length === 1,
      () => show(uri),
    );
    const settings = workspace.getConfiguration('asyncReady', uri);
    try {
      await settings.update('rules', { 'done-missing': 'error' }, ConfigurationTarget.Global);
      await until(
        () => findings(uri)[0]?.severity === DiagnosticSeverity.Error,
        () => show(uri),
      );
      await settings.update('rules', { 'done-missing': 'off' }, ConfigurationTarget.Global);
      await until(
        () => findings(uri).length === 0,
        () => show(uri),
      );
      await settings.update('rules', undefined, ConfigurationTarget.Global);
      await until(
        () => findings(uri).length === 1,
        () => show(uri),
      );
      await settings.update('exclude', ['suite-*/tasks/**'], ConfigurationTarget.Global);
      await until(
        () => findings(uri).length === 0,
        () => show(uri),
      );
    } finally {
      await settings.update('rules', undefined, ConfigurationTarget.Global);
      await settings.update('exclude', undefined, ConfigurationTarget.Global);
    }
    await until(
      () => findings(uri).length === 1,
      () => show(uri),
    );
    const files = workspace.getConfiguration('files', uri);
    try {
      await files.update('exclude', { 'suite-*/task?': true }, ConfigurationTarget.Global);
      await until(
        () => findings(uri).length === 0,
        () => show(uri),
      );
    } finally {
      await files.update('exclude', undefined, ConfigurationTarget.Global);
    }
    await until(
      () => findings(uri).length === 1,
      () => show(uri),
    );
  });
});

describe('labels and status words of the settings', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));
  after(removeFiles);

  it('count as soon as they are set, and until they are not', async () => {
    const text = withoutDone.replace('In Progress', 'hängt') + done.replace('Definition of done', 'Abnahme');
    const uri = await writeFile('tasks/german.md', text);
    await window.showTextDocument(uri);
    const become = (expected: string) =>
      until(
        () => rules(uri).join() === expected,
        () => show(uri),
      );
    await become('done-missing');
    const settings = workspace.getConfiguration('asyncReady', uri);
    try {
      await settings.update('labels', { done: ['Abnahme'] }, ConfigurationTarget.Global);
      await become('');
      await settings.update('statuses', { blocked: ['hängt'] }, ConfigurationTarget.Global);
      await become('blocked-by-nothing');
    } finally {
      await settings.update('labels', undefined, ConfigurationTarget.Global);
      await settings.update('statuses', undefined, ConfigurationTarget.Global);
    }
    await become('done-missing');
  });
});

describe('findings of documents that are not open', () => {
  // Folders of the workspace itself: VS Code may miss what happens soon after in a folder that is made in a new folder.
  const one = fileUri('../tasks/one.md');
  const two = fileUri('../suite-plans/two.md');
  const three = fileUri('../suite-later/three.md');
  const moved = fileUri('../suite-moved/three.md');
  const become = (uri: Uri, expected: string) =>
    until(
      () => rules(uri).join() === expected,
      () => show(uri),
    );

  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));
  after(removeFiles);

  it('are put into Problems by Check All Work Items, and stay true until they are mended', async () => {
    await writeFile('../tasks/one.md', withoutDone);
    await writeFile('../suite-plans/two.md', withoutDone);
    const foreign = await writeFile('node_modules/x/tasks/three.md', withoutDone);
    await commands.executeCommand('asyncReady.checkAllWorkItems');
    await become(one, 'done-missing');
    await become(two, 'done-missing');
    assert.deepEqual(rules(foreign), []);

    // A look at it does not take it from the list.
    await commands.executeCommand('vscode.open', two);
    await commands.executeCommand('workbench.action.closeAllEditors');
    await pause(1500); // What is still to be told of the files so far has been told by then.
    assert.deepEqual(rules(two), ['done-missing']);
    await writeFile('../tasks/one.md', withoutDone + done);
    await become(one, '');
    await writeFile('../tasks/one.md', withoutDone);
    await workspace.fs.delete(Uri.joinPath(two, '..'), { recursive: true });
    await become(two, '');
    await pause(1500);
    assert.deepEqual(rules(one), [], 'what is mended is asked for again');
    await workspace.fs.delete(one);
  });

  it('are in Problems with the setting, as long as it says so', async () => {
    await writeFile('../tasks/one.md', withoutDone);
    const settings = workspace.getConfiguration('asyncReady');
    try {
      await settings.update('problems', 'workspace', ConfigurationTarget.Global);
      await become(one, 'done-missing');
      await writeFile('../tasks/one.md', withoutDone + done);
      await become(one, '');
      await writeFile('../suite-later/three.md', withoutDone);
      await become(three, 'done-missing');
      await workspace.fs.rename(Uri.joinPath(three, '..'), Uri.joinPath(moved, '..'));
      await become(moved, 'done-missing');
      await become(three, '');
    } finally {
      await settings.update('problems', undefined, ConfigurationTarget.Global);
    }
    await become(moved, '');
    await commands.executeCommand('vscode.open', moved);
    await become(moved, 'done-missing');
    await workspace.fs.delete(one);
    await workspace.fs.delete(Uri.joinPath(moved, '..'), { recursive: true });
  });
});

describe('quick fixes', () => {
  afterEach(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await removeFiles();
  });

  /** The quick fixes at the top of the document, with their edits. */
  async function actions(uri: Uri): Promise<CodeAction[]> {
    const top = new Range(0, 0, 0, 100);
    const found = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      top,
      'quickfix',
      9,
    );
    return found.filter(({ title, edit }) => edit !== undefined && !title.startsWith('Suppress '));
  }

  /** Applies the first quick fix at the place of the only finding, as the light bulb does. */
  async function fixFirst(uri: Uri): Promise<void> {
    const [finding] = findings(uri);
    assert.ok(finding);
    const editor = await window.showTextDocument(uri, {
      selection: new Range(finding.range.start, finding.range.start),
    });
    const before = editor.document.version;
    // Others' code actions may still be getting ready.
    await until(async () => {
      await commands.executeCommand('editor.action.codeAction', { kind: 'quickfix', apply: 'first' });
      for (let wait = 0; wait < 20 && editor.document.version === before; wait++) await pause(50);
      return editor.document.version > before;
    }, 'no fix was applied');
  }

  it('put the cursor into the new text, and one undo gives the same text back', async () => {
    const uri = await writeFile('tasks/fixed.md', withoutDone);
    const { document } = await window.showTextDocument(uri);
    await until(
      () => findings(uri).length === 1,
      () => show(uri),
    );
    await fixFirst(uri);
    const fixed = document.getText();
    assert.match(fixed, /^## Definition of done/im);
    assert.ok(fixed.startsWith(withoutDone.slice(0, 100)));
    const selection = window.activeTextEditor?.selection;
    assert.ok(selection && !selection.isEmpty, 'the placeholder is not selected');
    assert.ok(selection.start.line >= withoutDone.split('\n').length - 1);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), withoutDone);
  });

  it('are offered from the text as it is, not from what was found in an older one', async () => {
    const uri = await writeFile('tasks/moved-on.md', withoutDone);
    const { document } = await window.showTextDocument(uri);
    await until(
      () => findings(uri).length === 1,
      () => show(uri),
    );
    assert.equal((await actions(uri)).length, 1);
    const more = new WorkspaceEdit();
    more.insert(uri, new Position(document.lineCount, 0), done);
    await workspace.applyEdit(more);
    assert.equal((await actions(uri)).length, 0);
    await commands.executeCommand('undo');
    assert.equal((await actions(uri)).length, 1);
  });

  it('suppress a finding where it stands, below what mends it', async () => {
    const uri = await writeFile('tasks/suppressed.md', withoutDone);
    const { document } = await window.showTextDocument(uri);
    await until(
      () => findings(uri).length === 1,
      () => show(uri),
    );
    const top = new Range(0, 0, 0, 100);
    const all = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      top,
      'quickfix',
      9,
    );
    const ours = all.filter(({ title }) => /Definition of Done|done-missing/.test(title));
    assert.deepEqual(
      ours.map(({ title }) => title),
      ['Add section "Definition of Done"', 'Suppress done-missing here'],
    );
    const { edit } = ours[1] ?? {};
    assert.ok(edit);
    await workspace.applyEdit(edit);
    assert.match(document.getText(), /<!-- async-ready-disable[a-z-]* done-missing -->/);
    await until(
      () => findings(uri).length === 0,
      () => show(uri),
    );
    await commands.executeCommand('undo');
    assert.equal(document.getText(), withoutDone);
  });

  it('keep line ends', async () => {
    const text = withoutDone.replaceAll('\n', '\r\n');
    const uri = await writeFile('tasks/line-ends.md', text);
    const { document } = await window.showTextDocument(uri);
    await until(
      () => findings(uri).length === 1,
      () => show(uri),
    );
    await fixFirst(uri);
    assert.doesNotMatch(document.getText(), /[^\r]\n/);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });
});
