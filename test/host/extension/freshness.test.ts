import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { commands, Position, type Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { done, fileUri, findWatchedPlace, removeFiles, rules, until, withoutDone, writeFile } from './workspace.ts';

/** Runs git in the workspace folder; what it commits is `daysAgo`. */
function git(daysAgo: number, ...args: string[]): string {
  const [folder] = workspace.workspaceFolders ?? [];
  assert.ok(folder);
  const date = new Date(Date.now() - daysAgo * 24 * 60 * 60 * 1000).toISOString();
  const by = { GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date };
  return execFileSync('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.com', ...args], {
    cwd: folder.uri.fsPath,
    env: { ...process.env, ...by },
    encoding: 'utf8',
  });
}

describe('freshness from git', () => {
  const head = git(0, 'rev-parse', 'HEAD').trim();
  const text = withoutDone + done;
  const commit = (daysAgo: number): void => {
    git(daysAgo, 'add', fileUri().fsPath);
    git(daysAgo, 'commit', '--quiet', '--message=Write a task', '--only', fileUri().fsPath);
  };
  const isStale = async (uri: Uri, stale: boolean): Promise<void> =>
    until(
      () => rules(uri).includes('status-stale') === stale,
      () => `the rules are: ${rules(uri).join(', ')}`,
    );

  before(() => findWatchedPlace('tasks'));

  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    git(0, 'reset', '--quiet', '--soft', head);
    git(0, 'rm', '--quiet', '-r', '--force', '--cached', fileUri().fsPath);
    await removeFiles();
  });

  it('finds what has not changed for long, until it is edited, written by another program or committed', async () => {
    const edited = await writeFile('tasks/edited.md', text);
    const written = await writeFile('tasks/written.md', text);
    const committed = await writeFile('tasks/committed.md', text);
    commit(60);
    for (const uri of [edited, written, committed]) {
      await window.showTextDocument(uri, { preview: false });
      await isStale(uri, true);
    }

    const edit = new WorkspaceEdit();
    edit.insert(edited, new Position(999, 0), '\nThe mails arrive.\n');
    await workspace.applyEdit(edit);
    await isStale(edited, false);

    await writeFile('tasks/written.md', `${text}\nThe mails arrive.\n`);
    await isStale(written, false);
    assert.ok(rules(committed).includes('status-stale'));

    await writeFile('tasks/committed.md', `${text}\nThe mails arrive.\n`);
    commit(0);
    await isStale(committed, false);
  });
});
