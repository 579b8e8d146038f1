import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { editor, openView, quickInput, runCommand, startWorkbench, treeRow, type Workbench } from '../workbench.ts';

const task = (title: string): string => `# ${title}\n\nStatus: To Do\n\n## Acceptance Criteria\n\n- [ ] It works\n`;
const view = 'Work Items';

describe('a workspace of several folders', () => {
  let parent: string;
  let workbench: Workbench;

  before(async () => {
    parent = await mkdtemp(path.join(os.tmpdir(), 'async-ready-'));
    for (const [folder, title] of [
      ['server', 'Log in with a passkey'],
      ['client', 'Show who is online'],
    ] as const) {
      await mkdir(path.join(parent, folder, 'tasks'), { recursive: true });
      await writeFile(path.join(parent, folder, 'tasks/first.md'), task(title));
    }
    const file = path.join(parent, 'both.code-workspace');
    await writeFile(file, JSON.stringify({ folders: [{ path: 'server' }, { path: 'client' }] }));
    workbench = await startWorkbench({ folder: file });
  });

  after(async () => {
    await workbench?.stop();
    await rm(parent, { recursive: true, force: true, maxRetries: 5 });
  });

  it('shows the work items of each folder below its name', async () => {
    const { page } = workbench;
    await openView(page, 'Async Ready');
    await treeRow(page, view, /^server, workspace folder/).waitFor();
    await treeRow(page, view, /^client, workspace folder/).waitFor();
    await treeRow(page, view, /^Log in with a passkey, not ready/).waitFor();
    await treeRow(page, view, /^Show who is online, not ready/).click();
    await editor(page, 'client/tasks/first.md').waitFor();
  });

  it('puts a new work item into the folder of the active editor', async () => {
    const { page } = workbench;
    await runCommand(page, 'Async Ready: New Work Item');
    await quickInput(page).locator('input[type="text"]').fill('Hide who wants to be hidden');
    await page.keyboard.press('Enter');
    await editor(page, 'client/tasks/hide-who-wants-to-be-hidden.md').waitFor();
    assert.deepEqual(await readdir(path.join(parent, 'server/tasks')), ['first.md']);
  });
});
