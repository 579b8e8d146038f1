import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { useSampleWorkbench } from '../sample-workbench.ts';
import { editor, eventually, openFile, quickInput, screenshot, treeRow, visibleText } from '../workbench.ts';

const file = 'tasks/dark-mode-for-emails.md';

describe('Add Everything Missing', () => {
  const { page, folder } = useSampleWorkbench();
  const lenses = () => editor(page(), file).locator('.codelens-decoration');
  const stored = () => readFile(path.join(folder(), file));
  let original: Buffer;

  // Before anything is typed: the window saves by itself.
  before(async () => {
    original = await stored();
  });

  it('makes a work item ready with the keyboard only', async () => {
    const opened = await openFile(page(), file);
    await lenses().getByText('1 of 5 · missing: ').waitFor();
    await screenshot(page(), 'lens-not-ready');
    await page().keyboard.press('F1');
    await page().keyboard.type('Add Everything Missing');
    await quickInput(page())
      .getByRole('option', { name: /^Async Ready: Add Everything Missing/ })
      .waitFor();
    await page().keyboard.press('Enter');
    await opened.locator('.view-line', { hasText: /^##.Dependencies$/ }).waitFor();
    await screenshot(page(), 'everything-added');
    // The choice of a status stands first, with its list open.
    await page().locator('.suggest-widget').getByText('In Review').waitFor();
    await page().keyboard.press('ArrowDown');
    for (const words of [
      'Kenji tries the template in four mail programs',
      'Every mail of the list is readable in dark mode',
      'The colours of our mails',
      'https://mails.example.com/colours',
      'None',
    ]) {
      await page().keyboard.press('Tab');
      await page().keyboard.type(words);
    }
    await lenses().getByText('Ready', { exact: true }).waitFor();
    await eventually(async () =>
      assert.match(
        await visibleText(opened),
        /## Status\n\nIn Progress\n\n## Goal\n[\s\S]*## Next steps\n\nKenji tries [^\n]*\n\n## Definition of done\n\n- \[ \] Every mail [^\n]*\n\n## Resources\n\n- \[The colours of our mails\]\(https:[^\n]*\)\n\n## Dependencies\n\n- None\n/,
      ),
    );
    await screenshot(page(), 'lens-ready');
  });

  it('is one step to undo, to the last byte', async () => {
    await openFile(page(), file);
    for (let undo = 0; undo < 40; undo++) await page().keyboard.press('ControlOrMeta+Z');
    await page().keyboard.press('ControlOrMeta+Y');
    await editor(page(), file)
      .locator('.view-line', { hasText: /^##.Dependencies$/ })
      .waitFor();
    await page().keyboard.press('ControlOrMeta+Z');
    await page().keyboard.press('ControlOrMeta+S');
    await lenses().getByText('1 of 5 · missing: ').waitFor();
    await eventually(async () => assert.deepEqual(await stored(), original));
  });

  it('is offered above the title, and beside a work item that is not ready', async () => {
    await page().mouse.move(900, 700); // Where no hover covers the lenses.
    await lenses().getByText('1 of 5 · missing: ').click();
    await treeRow(page(), 'Work Items', /^Dark mode for emails, not ready/)
      .and(page().locator('.selected'))
      .waitFor();
    const added = (name: string) => editor(page(), name).locator('.view-line', { hasText: /^##.Resources$/ });
    await eventually(async () => {
      // A click gets lost while the lenses are drawn anew.
      await lenses().getByText('Add what is missing').click({ timeout: 1000 });
      await added(file).waitFor({ timeout: 1500 });
    });
    const ready = treeRow(page(), 'Work Items', /^Rate-limit the public API/);
    await ready.hover();
    await ready.getByRole('button', { name: 'Write Handoff Note' }).waitFor();
    assert.equal(await ready.getByRole('button', { name: 'Add Everything Missing' }).count(), 0);
    const row = treeRow(page(), 'Work Items', /^Upgrade Postgres/);
    await row.hover();
    await screenshot(page(), 'add-everything-in-tree');
    await row.getByRole('button', { name: 'Add Everything Missing' }).click();
    await added('tasks/upgrade-postgres.md').waitFor();
  });
});
