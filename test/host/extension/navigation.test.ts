import assert from 'node:assert/strict';
import {
  type CodeLens,
  commands,
  type DocumentLink,
  type Hover,
  Location,
  type LocationLink,
  MarkdownString,
  type Position,
  type Range,
  type Uri,
  type WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { fileUri, rangeOf, readFile, removeFiles, until, writeFile } from './workspace.ts';

const texts = {
  'tasks/nav-12 - Limit.md': '---\nid: NAV-12\nstatus: Blocked\nowner: Mara *L*\n---\n# Limit the [rate](command:x)\n',
  'tasks/writer.md': `---
id: NAV-13
status: in progress
dependencies: [nav-12]
---

# Write it

After NAV-12, as in [the limit](nav-12%20-%20Limit.md), but not NAV-121.
`,
  'tasks/third.md':
    '# A third\n\n**Status:** To do\n**Depends on:** NAV-12, NAV-13\n\nAs in [NAV-13](writer.md#write-it).\n',
  'README.md': '# Read me\n\nNAV-12 is [here](tasks/nav-12%20-%20Limit.md).\n',
};

describe('between work items', () => {
  const uris = new Map<string, Uri>();
  const uri = (path: keyof typeof texts): Uri => uris.get(path) ?? assert.fail(path);
  /** The place right behind the first character of `part`. */
  const at = (path: keyof typeof texts, part: string): Position => rangeOf(texts[path], part).start.translate(0, 1);

  before(async () => {
    for (const [path, text] of Object.entries(texts)) uris.set(path, await writeFile(path, text));
    await window.showTextDocument(uri('tasks/writer.md'));
    // News of the files may take longer than a test should wait.
    await commands.executeCommand('asyncReady.refresh');
    await until(
      async () => (await linksOf('tasks/writer.md')).some(({ tooltip }) => tooltip?.includes('Limit')),
      'The work items are not known.',
    );
  });
  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await removeFiles();
  });

  const linksOf = (path: keyof typeof texts) =>
    commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', uri(path));

  /** What is known of the other work item, as the hover says it. */
  async function hoverOver(path: keyof typeof texts, part: string): Promise<MarkdownString | undefined> {
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', uri(path), at(path, part));
    return hovers
      .flatMap(({ contents }) => contents)
      .filter((content) => content instanceof MarkdownString)
      .find(({ value }) => value.includes('**Async-ready**'));
  }

  /** Places, as `path:line` from 1 with the text there. */
  const placesOf = async (found: readonly (Location | LocationLink)[]): Promise<string[]> =>
    Promise.all(
      found.map(async (place) => {
        const [target, range]: [Uri, Range] =
          place instanceof Location ? [place.uri, place.range] : [place.targetUri, place.targetRange];
        const document = await workspace.openTextDocument(target);
        return `${target.path.replace(/^.*suite-\d+\//, '')}:${range.start.line + 1} ${document.getText(range)}`;
      }),
    );

  const definitions = async (path: keyof typeof texts, part: string) =>
    placesOf(await commands.executeCommand('vscode.executeDefinitionProvider', uri(path), at(path, part)));

  const references = async (path: keyof typeof texts, part: string) =>
    (
      await placesOf(await commands.executeCommand('vscode.executeReferenceProvider', uri(path), at(path, part)))
    ).sort();

  it('a hover over an id or a link tells of the other work item, with its words as text', async () => {
    const hover = await hoverOver('tasks/writer.md', 'NAV-12,');
    assert.ok(hover);
    assert.ok(!hover.isTrusted && !hover.supportHtml && !hover.supportThemeIcons);
    assert.match(hover.value, /^\*\*NAV\\?-12 Limit the rate\*\*/);
    assert.match(hover.value, /\*\*Status\*\*: Blocked/);
    assert.match(hover.value, /\*\*Owner\*\*: Mara \\\*L\\\*|\*\*Owner\*\*: Mara L/);
    assert.equal((await hoverOver('tasks/writer.md', 'nav-12%20'))?.value, hover.value);
    assert.equal((await hoverOver('tasks/writer.md', 'nav-12]'))?.value, hover.value);
    assert.match((await hoverOver('tasks/third.md', 'NAV-13'))?.value ?? '', /\*\*Waits on\*\*: NAV\\?-12 Limit/);
    for (const part of ['NAV-121', 'NAV-13', 'Write it'])
      assert.equal(await hoverOver('tasks/writer.md', part), undefined);
    assert.equal(await hoverOver('README.md', 'NAV-12'), undefined);
  });

  it('one goes to the definition of an id and of a link, to one place', async () => {
    const title = 'tasks/nav-12 - Limit.md:6 Limit the [rate](command:x)';
    assert.deepEqual(await definitions('tasks/writer.md', 'NAV-12,'), [title]);
    assert.deepEqual(await definitions('tasks/third.md', 'NAV-13'), ['tasks/writer.md:7 Write it']);
    assert.deepEqual(await definitions('tasks/writer.md', 'nav-12%20'), [title]);
    assert.deepEqual(await definitions('tasks/third.md', 'writer.md#'), ['tasks/writer.md:7 # Write it']);
    assert.deepEqual(await definitions('tasks/writer.md', 'NAV-121'), []);
  });

  it('all references are found, each once, from an id, a link and the title', async () => {
    const all = [
      'README.md:3 tasks/nav-12%20-%20Limit.md',
      'tasks/nav-12 - Limit.md:2 NAV-12',
      'tasks/nav-12 - Limit.md:6 Limit the [rate](command:x)',
      'tasks/third.md:4 NAV-12',
      'tasks/writer.md:4 nav-12',
      'tasks/writer.md:9 NAV-12',
      'tasks/writer.md:9 nav-12%20-%20Limit.md',
    ];
    for (const [path, part] of [
      ['tasks/writer.md', 'NAV-12,'],
      ['tasks/writer.md', 'nav-12%20'],
      ['tasks/nav-12 - Limit.md', 'NAV-12'],
      ['tasks/nav-12 - Limit.md', 'Limit the'],
    ] as const)
      assert.deepEqual(
        (await references(path, part)).map((place) => place.replace(' # Limit', ' Limit')),
        all,
        `${path} ${part}`,
      );
    assert.deepEqual(await references('tasks/writer.md', 'After'), []);
  });

  it('ids are links, but not those of the document itself or in what is no work item', async () => {
    const links = (await linksOf('tasks/writer.md')).map(({ range, tooltip }) => `${range.start.line + 1} ${tooltip}`);
    assert.deepEqual(links.sort(), ['4 Open NAV-12 Limit the rate', '9 Follow link', '9 Open NAV-12 Limit the rate']);
    assert.equal((await linksOf('README.md')).length, 1);
    // Its last id is the text of a link.
    assert.equal((await linksOf('tasks/third.md')).length, 3);
  });

  it('the title says how much waits on a work item, and shows where', async () => {
    const lensOf = async () =>
      (
        await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri('tasks/nav-12 - Limit.md'), 20)
      ).find(({ command }) => command?.title === '2 wait on this')?.command;
    const lens = await lensOf();
    assert.equal(lens?.command, 'editor.action.showReferences');
    const [shown, position, places] = lens.arguments as [Uri, Position, Location[]];
    assert.equal(shown.toString(), uri('tasks/nav-12 - Limit.md').toString());
    assert.equal(position.line, 5);
    assert.deepEqual((await placesOf(places)).sort(), ['tasks/third.md:4 NAV-12', 'tasks/writer.md:4 nav-12']);
  });

  const prepared = async (path: keyof typeof texts, part: string) =>
    commands.executeCommand<{ placeholder: string }>('vscode.prepareRename', uri(path), at(path, part));
  const rename = async (name: string, part = 'NAV-12,') =>
    commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      uri('tasks/writer.md'),
      at('tasks/writer.md', part),
      name,
    );

  it('only ids are renamed, and only to ids that are free', async () => {
    assert.equal((await prepared('tasks/writer.md', 'NAV-12,')).placeholder, 'NAV-12');
    // What VS Code can rename stays its own.
    assert.equal((await prepared('tasks/writer.md', 'Write it')).placeholder, 'Write it');
    await assert.rejects(prepared('tasks/writer.md', 'After'), /There is no id of a work item here\./);
    await assert.rejects(prepared('README.md', 'NAV-12'), (error: Error) => !/work item/.test(error.message));
    const { showInformationMessage } = window;
    const told: string[] = [];
    window.showInformationMessage = (async (message: string) =>
      void told.push(message)) as typeof showInformationMessage;
    try {
      // At `[nav-12]`, which VS Code takes for the name of a link and would rename alone.
      for (const name of ['NAV-13', 'limit']) assert.deepEqual((await rename(name, 'nav-12]')).entries(), []);
    } finally {
      window.showInformationMessage = showInformationMessage;
    }
    assert.match(told[0] ?? '', /^NAV-13 is taken by “Write it”/);
    assert.match(told[1] ?? '', /^“limit” is no id\. An id is one word with a number, such as nav-99\.$/);
  });

  it('an id is renamed everywhere, with its file and the links to it, and one undo restores all', async () => {
    const { document } = await window.showTextDocument(uri('tasks/writer.md'));
    const edit = await rename('NAV-40');
    assert.equal(edit.size, 4);
    assert.ok(await workspace.applyEdit(edit));
    const textOf = async (path: string) => (await workspace.openTextDocument(fileUri(path))).getText();
    const moved = 'tasks/nav-40 - Limit.md';
    assert.equal(await textOf(moved), texts['tasks/nav-12 - Limit.md'].replace('NAV-12', 'NAV-40'));
    assert.equal(
      await textOf('tasks/writer.md'),
      texts['tasks/writer.md'].replaceAll(/nav-12(?!\d)/gi, (id) => id.replace('12', '40')),
    );
    assert.equal(await textOf('tasks/third.md'), texts['tasks/third.md'].replace('NAV-12', 'NAV-40'));
    assert.equal(await textOf('README.md'), texts['README.md'].replace('nav-12', 'nav-40'));
    await assert.rejects(readFile(uri('tasks/nav-12 - Limit.md')));

    await window.showTextDocument(document);
    await commands.executeCommand('undo');
    await until(
      async () => document.getText() === texts['tasks/writer.md'],
      () => document.getText(),
    );
    for (const [path, text] of Object.entries(texts)) assert.equal(await textOf(path), text);
    await assert.rejects(readFile(fileUri(moved)));
    await workspace.saveAll();
  });
});
