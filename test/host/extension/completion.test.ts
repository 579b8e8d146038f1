import assert from 'node:assert/strict';
import { type CompletionItem, type CompletionList, commands, Position, type Uri, window, workspace } from 'vscode';
import { fileUri, removeFiles, until, writeFile } from './workspace.ts';

describe('completion in work items', () => {
  const text =
    '---\nid: CMP-2\nstatus: \nfiles:\n  - src/\nassignee: \n\n---\n# Export the list\n\nDepends on: \n\nAs CMP-\n\nAsk @\n';
  let uri: Uri;

  before(async () => {
    await writeFile(
      'tasks/a.md',
      '---\nid: CMP-1\nstatus: Brewing\nsquad: tea\nowner: "@wilhelmina"\n---\n# Write the list\n',
    );
    await writeFile('README.md', text.replace('id: CMP-2', 'type: guide'));
    uri = await writeFile('tasks/b.md', text);
    await window.showTextDocument(uri);
    await commands.executeCommand('asyncReady.refresh');
    await until(async () => (await labelsAt(uri, 'Depends on: ')).includes('CMP-1'), 'The work items are not known.');
  });
  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await removeFiles();
  });

  /** What is offered at the end of the first line that ends with `line`. */
  async function itemsAt(document: Uri, line: string): Promise<CompletionItem[]> {
    const lines = (await workspace.openTextDocument(document)).getText().split('\n');
    const at = lines.findIndex((each) => each.endsWith(line));
    const place = new Position(at, lines[at]?.length ?? 0);
    const { items } = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document,
      place,
    );
    return items;
  }
  const labelsAt = async (document: Uri, line: string) =>
    (await itemsAt(document, line)).map(({ label }) => (typeof label === 'string' ? label : label.label));

  it('offers keys, statuses, ids and people of the other work items', async () => {
    assert.ok((await labelsAt(uri, 'status: ')).some((label) => /^in progress$/i.test(label)));
    assert.ok((await labelsAt(uri, 'CMP-')).includes('CMP-1'));
    assert.ok((await labelsAt(uri, '@')).includes('@wilhelmina'));
    const lines = text.split('\n');
    const empty = new Position(lines.indexOf(''), 0);
    const { items } = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', uri, empty);
    const squad = items.find(({ label }) => typeof label === 'object' && label.label === 'squad');
    assert.equal(squad?.insertText, 'squad: ');
  });

  it('offers people of the team, and paths of the workspace folder', async () => {
    const projectFile = fileUri('../.async-ready.yml');
    await workspace.fs.writeFile(projectFile, new TextEncoder().encode('team:\n  - name: Wanda Roster\n'));
    try {
      const isOffered = async () => (await labelsAt(uri, 'assignee: ')).includes('Wanda Roster');
      await until(isOffered, 'Nobody of the roster is offered.');
    } finally {
      await workspace.fs.delete(projectFile);
    }
    const paths = await labelsAt(uri, '- src/');
    assert.ok(paths.includes('src/csv.ts'), paths.join());
  });

  it('replaces what is typed, and says what it offers', async () => {
    const found = (await itemsAt(uri, 'CMP-')).find(
      ({ label }) => typeof label === 'object' && label.label === 'CMP-1',
    );
    assert.ok(found && typeof found.label === 'object');
    assert.match(found.label.description ?? '', /^Write the list · Brewing · \d of 5$/);
    const range = found.range && 'inserting' in found.range ? found.range.inserting : found.range;
    assert.equal(range && (await workspace.openTextDocument(uri)).getText(range), 'CMP-');
  });

  it('offers nothing of ours in other documents', async () => {
    const { uri: readme } = await workspace.openTextDocument(uri.with({ path: uri.path.replace('tasks/b', 'README') }));
    assert.ok(!(await labelsAt(readme, 'Depends on: ')).includes('CMP-1'));
    assert.ok(!(await labelsAt(readme, 'status: ')).some((label) => /^in progress$/i.test(label)));
  });
});
