import assert from 'node:assert/strict';
import { commands, languages, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { fileUri, findings, pause, removeFiles, rules, until, withoutDone, writeFile } from './workspace.ts';

describe('the project file', () => {
  const file = Uri.joinPath(fileUri(), '../.async-ready.yml');
  const write = (text: string) => workspace.fs.writeFile(file, new TextEncoder().encode(text));

  afterEach(async () => {
    await workspace.fs.delete(file).then(undefined, () => assert.fail('The test has written no project file.'));
    await commands.executeCommand('workbench.action.closeAllEditors');
    await removeFiles();
  });

  it('counts as soon as it is there, while it changes, and until it goes', async () => {
    const uri = await writeFile('tasks/decided.md', withoutDone);
    await window.showTextDocument(uri);
    const become = (expected: string) =>
      until(
        () => rules(uri).join() === expected,
        () => `the rules are: ${rules(uri).join(', ')}, not ${expected}`,
      );
    await become('done-missing');
    await write('rules: { done-missing: off }\n');
    await become('');
    await write('statuses: { finished: [nirgends] }\n');
    await become('done-missing');
    await write('exclude: ["suite-*/**"]\n');
    await become('');
    await workspace.fs.delete(file);
    await become('done-missing');
    await write('');
  });

  it('tells in Problems what in it cannot be used', async () => {
    await writeFile('tasks/other.md', withoutDone);
    await window.showTextDocument(fileUri('tasks/other.md'));
    await write('rules:\n  done-mising: off\n');
    await until(() => findings(file).length === 1, 'nothing was said');
    const [problem] = findings(file);
    assert.equal(problem?.message, 'There is no rule "done-mising".');
    assert.equal(problem?.range.start.line, 1);
    await workspace.fs.delete(file);
    await until(() => findings(file).length === 0, 'it outlived the file');
    await write('');
  });

  it('tells nothing of the other side of a diff', async () => {
    await write('rules:\n  done-mising: off\n');
    await until(() => findings(file).length === 1, 'nothing was said of the file');
    const before = file.with({ scheme: 'suite-history', query: 'before' });
    const history = workspace.registerTextDocumentContentProvider('suite-history', {
      provideTextDocumentContent: () => 'rules:\n  done-mising: off\n',
    });
    try {
      await workspace.openTextDocument(before);
      await pause(300);
      const told = languages.getDiagnostics().filter(([uri, all]) => uri.scheme === 'suite-history' && all.length > 0);
      assert.deepEqual(told, []);
    } finally {
      history.dispose();
    }
  });

  it('tells so while it is typed, and again what is stored when the text is given up', async () => {
    await write('rules:\n  done-mising: off\n');
    await until(() => findings(file).length === 1, 'nothing was said of the file');
    const { document } = await window.showTextDocument(file);
    const mend = new WorkspaceEdit();
    mend.replace(file, document.lineAt(1).range, '  done-missing: off');
    await workspace.applyEdit(mend);
    await until(() => findings(file).length === 0, 'it stays when it is mended');
    assert.ok(document.isDirty, 'this came with the saved file');
    const spoil = new WorkspaceEdit();
    spoil.insert(file, document.positionAt(0), 'exclude: [a, "*a*a*a*a"]\n');
    await workspace.applyEdit(spoil);
    await until(() => findings(file).length === 1, 'nothing is said of what is typed');
    const [problem] = findings(file);
    assert.match(problem?.message ?? '', /^The glob pattern "\*a\*a\*a\*a" has more than 3/);
    assert.deepEqual(problem?.range, new Range(0, 14, 0, 22));
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until(
      () => findings(file)[0]?.message.startsWith('There is no rule') === true,
      () => `it says: ${findings(file).map(({ message }) => message)}`,
    );
  });
});
