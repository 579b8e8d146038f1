import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { useSampleWorkbench } from '../sample-workbench.ts';
import { editor, eventually, openView, quickInput, runCommand, screenshot, treeRow } from '../workbench.ts';

describe('New Work Item', () => {
  const { page, folder } = useSampleWorkbench({ settings: { 'workbench.colorTheme': 'Default Light Modern' } });

  it('asks for a title and opens a document with the cursor where the goal belongs', async () => {
    await runCommand(page(), 'Async Ready: New Work Item');
    const input = quickInput(page()).locator('input[type="text"]');
    await input.fill('Tell customers when an export is ready');
    await page().keyboard.press('Enter');
    await editor(page(), 'tasks/tell-customers-when-an-export-is-ready.md').waitFor();
    await page()
      .locator('.statusbar')
      .getByText(/\d+ selected/)
      .waitFor();
    await page().keyboard.type(
      'Customers get a mail when their export can be fetched, so that they need not wait for it.',
    );
    await page().keyboard.press('ControlOrMeta+S');
    await screenshot(page(), 'new-work-item');
    await eventually(async () => {
      const text = await readFile(path.join(folder(), 'tasks/tell-customers-when-an-export-is-ready.md'), 'utf8');
      assert.match(text, /## Goal\n\nCustomers get a mail/);
    });
  });

  it('puts the new work item into the tree, with what has still to be written', async () => {
    await openView(page(), 'Async Ready');
    await treeRow(
      page(),
      'Work Items',
      /^Tell customers when an export is ready, not ready, 1 of 5 points met/,
    ).waitFor();
  });

  it('does nothing when no title is given', async () => {
    await runCommand(page(), 'Async Ready: New Work Item');
    await quickInput(page()).locator('input[type="text"]').fill('  ');
    await page().keyboard.press('Enter');
    await quickInput(page()).getByText('A work item needs a title.').waitFor();
    await page().keyboard.press('Escape');
    await treeRow(page(), 'Work Items', /^Not ready, 6 work items/).waitFor();
  });
});
