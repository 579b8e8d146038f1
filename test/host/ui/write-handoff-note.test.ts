import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { useSampleWorkbench } from '../sample-workbench.ts';
import { eventually, openView, quickInput, runCommand, screenshot, treeRow } from '../workbench.ts';

describe('Write Handoff Note from Current Changes', () => {
  const { page, folder } = useSampleWorkbench();

  it('asks since when and for the work item with the best guess first, and opens the note at the first thing to write', async () => {
    await runCommand(page(), 'Async Ready: Write Handoff Note from Current Changes');
    const options = quickInput(page()).getByRole('option');
    await options.filter({ hasText: 'What Is Not Committed' }).waitFor();
    assert.match((await options.first().getAttribute('aria-label')) ?? '', /2 commits · \d+ changed files/);
    await screenshot(page(), 'handoff-since');
    await page().keyboard.press('Enter');
    await options.filter({ hasText: 'Rate-limit the public API' }).waitFor();
    assert.match((await options.first().getAttribute('aria-label')) ?? '', /^Rate-limit the public API/);
    await screenshot(page(), 'handoff-pick');
    await page().keyboard.press('Enter');
    const opened = page().locator('.monaco-editor[data-uri*="/handoffs/"]');
    await opened.waitFor();
    await page()
      .locator('.statusbar')
      .getByText(/\d+ selected/)
      .waitFor();
    await page().keyboard.type('The limiter refuses; the header is half done.');
    await page().keyboard.press('ControlOrMeta+S');
    await screenshot(page(), 'handoff-note');
    const notes = await readdir(path.join(folder(), 'handoffs'));
    assert.equal(notes.length, 1);
    await eventually(async () => {
      const text = await readFile(path.join(folder(), 'handoffs', notes[0] ?? ''), 'utf8');
      assert.match(text, /^---\ntype: handoff\n/);
      assert.match(
        text,
        /6 files are changed only on my machine[\s\S]*2 commits are not pushed[\s\S]*The limiter refuses; the header is half done\./,
      );
    });
  });

  it('asks nothing when it is run from a work item', async () => {
    await openView(page(), 'Async Ready');
    const row = treeRow(page(), 'Work Items', /^Sign in with SSO/);
    await row.hover();
    await row.getByRole('button', { name: 'Write Handoff Note' }).click();
    await page()
      .getByRole('tab', { name: /sign-in-with-sso\.md/ })
      .waitFor();
    const notes = await readdir(path.join(folder(), 'handoffs'));
    assert.equal(notes.length, 2);
  });
});
