import assert from 'node:assert/strict';
import { commands, Uri, window, workspace } from 'vscode';
import { fileUri, findings, removeFiles, rules, until, withoutDone, writeFile } from './workspace.ts';

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
  });
});
