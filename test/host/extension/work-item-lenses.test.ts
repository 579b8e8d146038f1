import assert from 'node:assert/strict';
import {
  type CodeLens,
  ConfigurationTarget,
  commands,
  type Hover,
  MarkdownString,
  Position,
  type Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { done, rangeOf, removeFiles, rules, until, withoutDone, writeFile } from './workspace.ts';

describe('above the title of a work item', () => {
  afterEach(async () => {
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await commands.executeCommand('workbench.action.closeAllEditors');
  });
  // Not after each test: VS Code may tell of that when the next one has begun.
  after(removeFiles);

  const lensesOf = (uri: Uri) => commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 20);
  const titlesOf = async (uri: Uri): Promise<string> =>
    (await lensesOf(uri)).map(({ command }) => command?.title).join(' | ');

  async function shows(uri: Uri, expected: string): Promise<void> {
    let titles = '';
    await until(
      async () => {
        titles = await titlesOf(uri);
        return titles === expected;
      },
      () => titles,
    );
  }

  const lacking = '4 of 5 · missing: Definition of done | Add what is missing | Write handoff note';

  it('stands its readiness, and what can be done about it', async () => {
    const uri = await writeFile('tasks/lens.md', `\n\n${withoutDone}`);
    await window.showTextDocument(uri);
    await shows(uri, lacking);
    const lenses = await lensesOf(uri);
    assert.deepEqual(
      lenses.map(({ range, command }) => [range.start.line, command?.command, command?.arguments]),
      ['showWorkItem', 'addEverythingMissing', 'writeHandoffNote'].map((name) => [
        2,
        `asyncReady.${name}`,
        [uri.toString()],
      ]),
    );
  });

  it('never stands what a text was before', async () => {
    const uri = await writeFile('tasks/followed.md', withoutDone);
    const { document } = await window.showTextDocument(uri);
    await shows(uri, lacking);
    const add = new WorkspaceEdit();
    add.insert(uri, new Position(0, 0), '\n\n\n');
    add.insert(uri, new Position(document.lineCount, 0), done);
    await workspace.applyEdit(add);
    // Asked for at once, while the index has the older text.
    const [first, second] = await lensesOf(uri);
    assert.deepEqual([first?.command?.title, second?.command?.title], ['Ready', 'Write handoff note']);
    assert.equal(first?.range.start.line, 3);
  });

  it('stands nothing in other documents, or when the setting says so', async () => {
    const readme = await writeFile('README.md', '# Password mails\n\nHow to build this, and where to ask.\n');
    const task = await writeFile('tasks/beside.md', withoutDone);
    await window.showTextDocument(readme);
    await window.showTextDocument(task, { preview: false });
    await shows(task, lacking);
    assert.equal(await titlesOf(readme), '');
    const settings = workspace.getConfiguration('asyncReady', task);
    try {
      await settings.update('codeLens', false, ConfigurationTarget.Global);
      assert.equal(await titlesOf(task), '');
    } finally {
      await settings.update('codeLens', undefined, ConfigurationTarget.Global);
    }
    await shows(task, lacking);
  });
});

describe('hovers', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));
  after(removeFiles);

  /** Our hover over `part` of the text. */
  async function hoverOver(uri: Uri, text: string, part: string): Promise<MarkdownString | undefined> {
    const at = rangeOf(text, part).start.translate(0, 1);
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri, at);
    return hovers
      .flatMap(({ contents }) => contents)
      .filter((content) => content instanceof MarkdownString)
      .find(({ value }) => value.includes('**Definition of done**'));
  }

  it('say the five points over the title and the status, with the document’s words as text', async () => {
    const text = withoutDone
      .replace('None.', 'None \\[a\\](command:workbench.action.closeWindow) $(alert).')
      .replace('In Progress', 'Blocked');
    const uri = await writeFile('tasks/hovered.md', text);
    await window.showTextDocument(uri);
    let hover: MarkdownString | undefined;
    await until(
      async () => {
        hover = await hoverOver(uri, text, 'Send a reset mail');
        return hover !== undefined;
      },
      () => rules(uri).join(),
    );
    assert.ok(hover);
    assert.ok(!hover.isTrusted && !hover.supportHtml);
    for (const point of ['Goal', 'Resources', 'Status and next action', 'Dependencies'])
      assert.match(hover.value, new RegExp(`\\$\\(check\\) \\*\\*${point}\\*\\*: `));
    assert.match(hover.value, /\$\(warning\) \*\*Definition of done\*\*: No/);
    assert.doesNotMatch(hover.value, /[^\\]\]\(command:|\$\(alert/);
    assert.equal((await hoverOver(uri, text, 'Blocked'))?.value, hover.value);
    assert.equal(await hoverOver(uri, text, 'People who'), undefined);
  });

  it('are not there in other documents', async () => {
    const text = '# Password mails\n\nStatus: fine\n';
    const uri = await writeFile('README.md', text);
    await window.showTextDocument(uri);
    assert.equal(await hoverOver(uri, text, 'Password mails'), undefined);
  });
});
