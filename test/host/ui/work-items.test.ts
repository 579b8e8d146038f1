import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { makeSampleWorkspace } from '../../../scripts/sample-workspace.ts';
import { openView, startWorkbench, tree, treeRow, type Workbench } from '../workbench.ts';

describe('the Work Items view', () => {
  let parent: string;
  let workbench: Workbench;

  before(async () => {
    parent = await mkdtemp(path.join(os.tmpdir(), 'async-ready-'));
    workbench = await startWorkbench({ folder: await makeSampleWorkspace(parent) });
  });

  after(async () => {
    await workbench?.stop();
    await rm(parent, { recursive: true, force: true, maxRetries: 5 });
  });

  it('opens from the Activity Bar and lists work items', async () => {
    const { page } = workbench;
    await openView(page, 'Async Ready');
    await treeRow(page, 'Work Items', /Rate-limit the public API/).waitFor();
    assert.equal(await tree(page, 'Work Items').getByText('Weekly call').count(), 0);
  });
});
