import assert from 'node:assert/strict';
import {
  type CodeAction,
  ConfigurationTarget,
  commands,
  Position,
  Range,
  type Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { done, fileUri, readFile, removeFiles, rules, until, withoutDone, writeFile } from './workspace.ts';

describe('source.fixAll.asyncReady', () => {
  const unused = '<!-- async-ready-disable-next-line goal-missing, goal-vague -->\n';
  const broken = withoutDone
    .replace('# Send', '---\nassignee: @noor\n---\n\n# Send')
    .replace('## Goal', `${unused}## Goal`);
  const whole = withoutDone.replace('# Send', '---\nassignee: "@noor"\n---\n\n# Send');
  const settings = () => workspace.getConfiguration('editor', fileUri());

  afterEach(async () => {
    await settings().update('codeActionsOnSave', undefined, ConfigurationTarget.Global);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
  after(removeFiles);

  const fixAlls = async (uri: Uri, kind: string): Promise<string[]> => {
    const found = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      new Range(0, 0, 999, 0),
      kind,
    );
    return found.map(({ title }) => title).filter((title) => title.includes('Async Ready'));
  };

  for (const [name, eol] of [
    ['line feeds', '\n'],
    ['carriage returns', '\r\n'],
  ] as const)
    it(`mends on saving what needs no words, which one undo takes back, with ${name}`, async () => {
      const before = broken.replaceAll('\n', eol);
      const uri = await writeFile(`tasks/saved-${eol.length}.md`, before);
      const { document } = await window.showTextDocument(uri);
      await until(
        () => rules(uri).includes('suppression-unused') && rules(uri).includes('front-matter-invalid'),
        () => rules(uri).join(),
      );
      await settings().update(
        'codeActionsOnSave',
        { 'source.fixAll.asyncReady': 'explicit' },
        ConfigurationTarget.Global,
      );
      const typed = new WorkspaceEdit();
      typed.insert(uri, new Position(document.lineCount, 0), done.replaceAll('\n', eol));
      await workspace.applyEdit(typed);
      await commands.executeCommand('workbench.action.files.save');
      await until(async () => (await readFile(uri)) === (whole + done).replaceAll('\n', eol), 'it was not mended');
      await until(
        () => rules(uri).length === 0,
        () => rules(uri).join(),
      );
      assert.deepEqual(await fixAlls(uri, 'source.fixAll'), []);
      await commands.executeCommand('undo');
      assert.equal(document.getText(), (broken + done).replaceAll('\n', eol));
      await commands.executeCommand('undo');
      assert.equal(document.getText(), before);
    });

  it('is offered where it is asked for, and nowhere else', async () => {
    const uri = await writeFile('tasks/offered.md', broken);
    await window.showTextDocument(uri);
    await until(async () => (await fixAlls(uri, 'source.fixAll.asyncReady')).length === 1, 'it is not offered');
    assert.deepEqual(await fixAlls(uri, 'source.fixAll'), ['Fix all auto-fixable Async Ready findings']);
    assert.deepEqual(await fixAlls(uri, 'source'), ['Fix all auto-fixable Async Ready findings']);
    assert.deepEqual(await fixAlls(uri, 'quickfix'), []);
    assert.deepEqual(await fixAlls(uri, 'source.organizeImports'), []);
    const other = await writeFile('README.md', '# Password mails\n\n<!-- async-ready-disable goal-missing -->\n');
    await workspace.openTextDocument(other);
    assert.deepEqual(await fixAlls(other, 'source.fixAll'), []);
  });
});
