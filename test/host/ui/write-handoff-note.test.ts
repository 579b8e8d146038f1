import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { useSampleWorkbench } from '../sample-workbench.ts';
import { eventually, openView, quickInput, runCommand, screenshot, treeRow } from '../workbench.ts';

describe('Write Handoff Note from Current Changes', () => {
  const { page, folder } = useSampleWorkbench();

  it('asks for the work item with the best guess first, and leads through what only a person can say', async () => {
    await runCommand(page(), 'Async Ready: Write Handoff Note from Current Changes');
    const options = quickInput(page()).getByRole('option');
    const guess = options.filter({ hasText: 'Rate-limit the public API' });
    await options.filter({ hasText: 'Tells of' }).click();
    await options.filter({ hasText: 'What Is Not Committed' }).waitFor();
    assert.match((await options.first().getAttribute('aria-label')) ?? '', /2 commits · \d+ changed files/);
    await screenshot(page(), 'handoff-since');
    await page().keyboard.press('Enter');
    await guess.waitFor();
    assert.match((await options.first().getAttribute('aria-label')) ?? '', /^Rate-limit the public API/);
    await screenshot(page(), 'handoff-pick');
    await page().keyboard.press('Enter');
    const opened = page().locator('.monaco-editor[data-uri*="/handoffs/"]');
    await opened.waitFor();
    await page()
      .locator('.statusbar')
      .getByText(/\d+ selected/)
      .waitFor();
    const words = [
      'The limiter refuses; the header is half done.',
      'The tests of the limiter pass. Keys of partners were not tried.',
      'Send Retry-After, then run the tests.',
      'none',
      'none',
      'A window of a minute, as partners poll once a minute.',
    ];
    for (const [at, said] of words.entries()) {
      if (at > 0) await page().keyboard.press('Tab');
      await page().keyboard.type(said);
      if (at === 2) await screenshot(page(), 'handoff-note-filling');
    }
    await page().keyboard.press('ControlOrMeta+S');
    await page().keyboard.press('ControlOrMeta+Home');
    await screenshot(page(), 'handoff-note');
    const notes = await readdir(path.join(folder(), 'handoffs'));
    assert.equal(notes.length, 1);
    await eventually(async () => {
      const text = await readFile(path.join(folder(), 'handoffs', notes[0] ?? ''), 'utf8');
      assert.match(text, /^---\ntype: handoff\n/);
      assert.match(
        text,
        /6 files are changed only on my machine[\s\S]*2 commits are not pushed[\s\S]*\n\nThe limiter refuses; the header is half done\.\n\n## Status\n/,
      );
      assert.match(text, /\n\nThe tests of the limiter pass\. Keys of partners were not tried\.\n\n## Next steps\n/);
      assert.match(text, /\n\nA window of a minute, as partners poll once a minute\.\n\n## What changed\n/);
      assert.doesNotMatch(text, /_To fill in/);
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
