import assert from 'node:assert/strict';
import { ConfigurationTarget, commands, type Uri, window, workspace } from 'vscode';
import { fileUri, findings, findWatchedPlace, removeFiles, until, withoutDone, writeFile } from './workspace.ts';

const isTold = (uri: Uri, told: boolean): Promise<void> =>
  until(
    () => findings(uri).length === Number(told),
    () => `${uri.path} has ${findings(uri).length} findings`,
  );

describe('what git ignores', () => {
  const setProblems = (value: string | undefined) =>
    workspace.getConfiguration('asyncReady').update('problems', value, ConfigurationTarget.Global);

  before(() => setProblems('workspace'));

  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await setProblems(undefined);
    await removeFiles();
  });

  it('is no work item of the workspace, from when an exclude file says so until it does no more', async () => {
    await findWatchedPlace('tasks');
    const draft = await writeFile('tasks/draft.md', withoutDone);
    await window.showTextDocument(await writeFile('tasks/kept.md', withoutDone));
    await isTold(draft, true);
    const ignore = await writeFile('.gitignore', 'draft.md\n');
    await isTold(draft, false);

    const newDraft = await writeFile('tasks/new/draft.md', withoutDone);
    const kept = await writeFile('tasks/new/kept.md', withoutDone);
    await isTold(kept, true);
    assert.deepEqual(findings(newDraft), []);

    await workspace.fs.delete(ignore);
    await isTold(newDraft, true);
    await isTold(draft, true);
  });

  it('is checked while it is open', async () => {
    await writeFile('.gitignore', 'open.md\n');
    const uri = await writeFile('tasks/open.md', withoutDone);
    await window.showTextDocument(uri);
    await isTold(uri, true);
    await commands.executeCommand('asyncReady.refresh');
    await isTold(uri, true);
    await isTold(fileUri('tasks/kept.md'), true);
  });
});
