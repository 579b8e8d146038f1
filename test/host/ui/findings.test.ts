import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { useSampleWorkbench } from '../sample-workbench.ts';
import {
  applyQuickFix,
  editor,
  eventually,
  goTo,
  openFile,
  problems,
  runCommand,
  screenshot,
  toast,
  visibleText,
} from '../workbench.ts';

describe('findings', () => {
  const { page, folder } = useSampleWorkbench();

  it('stand in Problems for an open work item, with the rule', async () => {
    await openFile(page(), 'planning/billing-migration.md');
    const rows = await problems(page());
    await rows.filter({ hasText: 'No definition of done is given.' }).filter({ hasText: 'done-missing' }).waitFor();
    await rows.filter({ hasText: 'No next action is named.' }).filter({ hasText: 'next-action-missing' }).waitFor();
    await screenshot(page(), 'problems');
  });

  it('link to the page of their rule', async () => {
    const rows = await problems(page());
    await rows.filter({ hasText: 'done-missing' }).locator('a', { hasText: 'done-missing' }).click();
    await page()
      .getByRole('tab', { name: /Preview done-missing\.md/ })
      .waitFor();
    await screenshot(page(), 'rule-page');
  });

  it('are mended by a quick fix, which one undo takes back to the last byte', async () => {
    const file = path.join(folder(), 'planning/billing-migration.md');
    const before = await readFile(file);
    await page()
      .getByRole('tab', { name: /^billing-migration\.md/ })
      .click();
    const opened = editor(page(), 'planning/billing-migration.md');
    await page().keyboard.press('ControlOrMeta+1');
    await goTo(page(), 10, 4);
    await applyQuickFix(page(), 'Definition of Done');
    await opened.locator('.view-line', { hasText: /^##.Definition.of.Done$/ }).waitFor();
    await screenshot(page(), 'quick-fix');
    await page().keyboard.press('ControlOrMeta+S');
    await eventually(async () => assert.notDeepEqual(await readFile(file), before));
    await page().keyboard.press('ControlOrMeta+Z');
    await page().keyboard.press('ControlOrMeta+S');
    await eventually(async () => assert.deepEqual(await readFile(file), before));
  });

  it('go when what was missing is typed where the quick fix has put the cursor', async () => {
    const rows = await problems(page());
    const opened = editor(page(), 'planning/billing-migration.md');
    await page().keyboard.press('ControlOrMeta+1');
    await goTo(page(), 10, 4);
    await applyQuickFix(page(), 'Definition of Done');
    await opened.locator('.view-line', { hasText: /^##.Definition.of.Done$/ }).waitFor();
    await page().keyboard.type('All 2,140 subscriptions are with the new provider');
    await eventually(async () =>
      assert.match(
        await visibleText(opened),
        /phone\.\n\n## Definition of Done\n\n- \[ \] All 2,140 subscriptions are with the new provider\n/,
      ),
    );
    await rows.filter({ hasText: 'done-missing' }).waitFor({ state: 'hidden' });
    await page().keyboard.press('ControlOrMeta+S');
  });

  it('of the whole workspace are listed by Check All Work Items', async () => {
    await runCommand(page(), 'Async Ready: Check All Work Items');
    await toast(page(), /\d+ of 8 open work items are ready\. \d+ findings\./).waitFor();
    const rows = await problems(page());
    await rows.filter({ hasText: 'dark-mode-for-emails.md' }).first().waitFor();
    await screenshot(page(), 'check-all');
    assert.equal(await rows.filter({ hasText: 'README.md' }).count(), 0);
    await editor(page(), 'billing-migration.md').waitFor();
  });
});
