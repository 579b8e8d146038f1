import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openView, screenshot, startWorkbench, type Workbench } from '../workbench.ts';

describe('a workspace without work items', () => {
  let folder: string;
  let workbench: Workbench;

  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'async-ready-'));
    await mkdir(path.join(folder, 'docs'));
    await writeFile(
      path.join(folder, 'docs/guide.md'),
      '# Guide\n\n## Installation\n\nRun it.\n\n## Usage\n\nUse it.\n',
    );
    workbench = await startWorkbench({ folder });
  });

  after(async () => {
    await workbench?.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it('is welcomed with what a work item is and how to make one', async () => {
    const { page } = workbench;
    await openView(page, 'Async Ready');
    const welcome = page.locator('.welcome-view');
    await welcome.getByText('No work items found.').waitFor();
    await screenshot(page, 'welcome');
    await welcome.getByRole('button', { name: 'New Work Item' }).click();
    await page.locator('.quick-input-widget').getByText('What is to be done?').waitFor();
  });
});
