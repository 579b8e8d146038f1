import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { useSampleWorkbench } from '../sample-workbench.ts';
import { eventually, openView, screenshot, treeRow } from '../workbench.ts';

/** What stands behind a work item's name in the Explorer, once the workspace has been read. @returns a function that looks */
async function markInExplorer(page: Page): Promise<() => Promise<string>> {
  await openView(page, 'Async Ready');
  await treeRow(page, 'Work Items', /Rate-limit the public API/).waitFor();
  await page.keyboard.press('ControlOrMeta+Shift+E');
  const row = '.explorer-folders-view [role="treeitem"]';
  await page.locator(row, { hasText: 'planning' }).click();
  await page.locator(row, { hasText: 'billing-migration.md' }).waitFor();
  const name = `document.querySelector('${row}[aria-label="billing-migration.md"] .monaco-icon-label')`;
  return () => page.evaluate(`getComputedStyle(${name}, '::after').content`);
}

describe('decorations of files', () => {
  const { page } = useSampleWorkbench({ settings: { 'asyncReady.decorations': true } });

  it('say how many points a work item lacks', async () => {
    const mark = await markInExplorer(page());
    await eventually(async () => assert.equal(await mark(), '"2"'));
    await screenshot(page(), 'decorations');
  });
});

describe('decorations of files, by default', () => {
  const { page } = useSampleWorkbench();

  it('are not there', async () => {
    const mark = await markInExplorer(page());
    await page().waitForTimeout(500);
    assert.equal(await mark(), 'none');
  });
});
