import assert from 'node:assert/strict';
import { type CodeAction, commands, Position, Range, type Uri, window, workspace } from 'vscode';
import { done, removeFiles, rules, until, withoutDone, writeFile } from './workspace.ts';

const command = 'asyncReady.addEverythingMissing';
const gaps = `# Send a reset mail

**Owner:** Priya
**Team:** Accounts

## Acceptance criteria

## Notes

The template is there.
`;

/** In a folder of its own: VS Code keeps documents open for some minutes, and new work items go where most are. */
describe('Add Everything Missing', () => {
  const { showInformationMessage, showErrorMessage } = window;
  const messages: string[] = [];

  beforeEach(() => {
    messages.length = 0;
    const keep = async (message: string) => void messages.push(message);
    window.showInformationMessage = keep as typeof showInformationMessage;
    window.showErrorMessage = keep as typeof showErrorMessage;
  });

  afterEach(async () => {
    window.showInformationMessage = showInformationMessage;
    window.showErrorMessage = showErrorMessage;
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await removeFiles();
  });

  for (const [name, file, text] of [
    ['a document', 'gaps.md', gaps],
    ['one with other line ends', 'windows.md', gaps.replaceAll('\n', '\r\n')],
  ] as const) {
    it(`adds all that ${name} lacks, which one undo takes back`, async () => {
      const uri = await writeFile(`stories/${file}`, text);
      const { document } = await window.showTextDocument(uri);
      await commands.executeCommand(command);
      const mended = document.getText();
      for (const heading of ['Goal', 'Acceptance criteria', 'Resources', 'Next Steps'])
        assert.equal(mended.split(`## ${heading}`).length, 2, mended);
      assert.match(mended, /\*\*Team:\*\* Accounts\r?\n\*\*Status:\*\* To Do\r?\n\*\*Dependencies:\*\* \[Who/);
      if (text.includes('\r')) assert.doesNotMatch(mended, /[^\r]\n/);
      assert.deepEqual(messages, []);
      await commands.executeCommand('undo');
      assert.equal(document.getText(), text);
    });
  }

  it('stops at every place from top to bottom', async () => {
    const uri = await writeFile('stories/stops.md', gaps);
    const editor = await window.showTextDocument(uri);
    await commands.executeCommand(command);
    const stops: string[] = [];
    let last = new Position(0, 0);
    for (let stop = 0; stop < 7; stop++) {
      assert.ok(editor.selection.start.isAfter(last), `${editor.selection.start.line} is not below ${last.line}`);
      last = editor.selection.end;
      stops.push(editor.document.getText(editor.selection));
      await commands.executeCommand('jumpToNextSnippetPlaceholder');
    }
    assert.deepEqual(
      stops.map((prompt) => prompt.slice(0, 9)),
      ['To Do', '[Who or w', '[What sho', '[What a t', 'what it i', 'path or a', '[The firs'],
    );
  });

  it('adds to the work item that it is run on, not to the active one', async () => {
    const other = await writeFile('stories/other.md', gaps);
    const uri = await writeFile('stories/chosen.md', withoutDone);
    const { document } = await window.showTextDocument(other);
    await commands.executeCommand(command, uri.toString());
    assert.equal(window.activeTextEditor?.document.uri.toString(), uri.toString());
    assert.match(window.activeTextEditor?.document.getText() ?? '', /## Definition of Done/i);
    assert.equal(document.getText(), gaps);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('says so where there is nothing to add', async () => {
    const whole = await writeFile('stories/whole.md', withoutDone + done);
    await window.showTextDocument(whole);
    await commands.executeCommand(command);
    const readme = await writeFile('README.md', '# Password mails\n\nHow to build this.\n');
    const { document } = await window.showTextDocument(readme);
    await commands.executeCommand(command);
    await commands.executeCommand('workbench.action.closeAllEditors');
    await commands.executeCommand(command);
    assert.deepEqual(messages, [
      'There is nothing to add to “Send a reset mail”.',
      '“Password mails” is not a work item.',
      'Open a work item first: this adds to the one in the active editor.',
    ]);
    assert.equal(document.isDirty, false);
  });

  it('comes after all fixes, and before suppressions, where more than one thing is missing', async () => {
    const fixesOf = async (uri: Uri): Promise<CodeAction[]> => {
      await window.showTextDocument(uri);
      await until(
        () => rules(uri).length > 0,
        () => rules(uri).join(),
      );
      const top = new Range(0, 0, 0, 100);
      let found: CodeAction[] = [];
      // Asked for in an editor that is just being opened, VS Code may give up and say that there are none.
      await until(async () => {
        found = await commands.executeCommand('vscode.executeCodeActionProvider', uri, top, 'quickfix', 20);
        return found.length > 0;
      }, 'there are no quick fixes');
      return found;
    };
    const many = await fixesOf(await writeFile('stories/many.md', gaps));
    const titles = many.map(({ title }) => title);
    const isSuppression = (title: string): boolean => title.startsWith('Suppress ');
    assert.equal(titles.filter((title) => !isSuppression(title)).at(-1), 'Add everything missing', titles.join(', '));
    assert.ok(titles.slice(titles.indexOf('Add everything missing') + 1).every(isSuppression), titles.join(', '));
    const { edit } = many[titles.indexOf('Add everything missing')] ?? {};
    assert.ok(edit);
    await workspace.applyEdit(edit);
    assert.match(window.activeTextEditor?.document.getText() ?? '', /## Goal[\s\S]*## Resources/);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const one = await fixesOf(await writeFile('stories/one.md', withoutDone));
    assert.ok(one.length > 0 && one.every(({ title }) => title !== 'Add everything missing'));
  });
});
