import assert from 'node:assert/strict';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { useSampleWorkbench } from '../sample-workbench.ts';
import { editor, openFile, openView, screenshot, tree, treeRow } from '../workbench.ts';

const view = 'Work Items';

describe('the Work Items view', () => {
  const { page, folder } = useSampleWorkbench();

  before(() => openView(page(), 'Async Ready'));

  it('lists work items by readiness, and nothing else', async () => {
    await treeRow(page(), view, /^Ready, 3 work items/).waitFor();
    await treeRow(page(), view, /^Not ready, 5 work items/).waitFor();
    await treeRow(page(), view, /^Finished, 2 work items/).waitFor();
    await treeRow(page(), view, /^Rate-limit the public API, ready, status: In Progress/).waitFor();
    await treeRow(page(), view, /^Upgrade Postgres, not ready, 1 of 5 points met, missing: /).waitFor();
    assert.equal(await tree(page(), view).getByText('Weekly').count(), 0);
    await screenshot(page(), 'work-items');
  });

  it('counts the open items that are not ready in a badge', async () => {
    const badge = page()
      .locator('.activitybar')
      .getByRole('tab', { name: /^Async Ready/ })
      .locator('..')
      .locator('.badge-content');
    await badge.getByText('5', { exact: true }).waitFor();
  });

  it('shows the five points below an item, and goes to the evidence of the one selected', async () => {
    const row = treeRow(page(), view, /^Export invoices as CSV/);
    await row.locator('.monaco-tl-twistie').click();
    for (const point of ['Goal', 'Resources', 'Status and next action', 'Dependencies', 'Definition of done']) {
      await treeRow(page(), view, new RegExp(`^${point}, met: `)).waitFor();
    }
    await treeRow(page(), view, /^Definition of done, met: /).click();
    await editor(page(), 'export-invoices-as-csv.md').waitFor();
    await page()
      .locator('.statusbar')
      .getByText(/Ln 24,/)
      .waitFor();
    await row.locator('.monaco-tl-twistie').click();
  });

  it('follows what is typed before it is saved', async () => {
    await openFile(page(), 'tasks/upgrade-postgres.md');
    await page().keyboard.press('ControlOrMeta+End');
    await page().keyboard.type('\n## Next steps\n\nAsk Mara for a maintenance window.\n');
    await treeRow(page(), view, /^Upgrade Postgres, not ready, 2 of 5 points met/).waitFor();
    for (let undo = 0; undo < 20; undo++) await page().keyboard.press('ControlOrMeta+Z');
    await treeRow(page(), view, /^Upgrade Postgres, not ready, 1 of 5 points met/).waitFor();
  });

  it('follows files that come, move and go', async () => {
    const [first, second] = [path.join(folder(), 'tasks/a.md'), path.join(folder(), 'tasks/b.md')];
    await writeFile(
      first,
      '---\nstatus: To Do\ntitle: Clean the logs\n---\n\n## Acceptance Criteria\n\n- [ ] No passwords\n',
    );
    await treeRow(page(), view, /^Clean the logs, not ready/).waitFor();
    await rename(first, second);
    const row = treeRow(page(), view, /^Clean the logs, not ready/);
    for (let attempt = 0; attempt < 20 && !(await editor(page(), 'tasks/b.md').isVisible()); attempt++) {
      await row.click(); // The tree may still know it by its old name.
      await page().waitForTimeout(500);
    }
    await editor(page(), 'tasks/b.md').waitFor();
    await rm(second);
    await treeRow(page(), view, /^Clean the logs/).waitFor({ state: 'hidden' });
    await treeRow(page(), view, /^Not ready, 5 work items/).waitFor();
  });

  it('shows the readiness of the active work item in the status bar', async () => {
    await openFile(page(), 'planning/billing-migration.md');
    const entry = page().locator('.statusbar-item[id="async-ready.async-ready.readiness"]');
    await entry.getByText('3 of 5').waitFor();
    await openFile(page(), 'README.md');
    await entry.waitFor({ state: 'hidden' });
  });
});
