import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeLinkedWorkItems } from '../linked-work-items.ts';
import { useSampleWorkbench } from '../sample-workbench.ts';
import { eventually, openView, restored, runCommand, tree, treeRow, webviewFrame } from '../workbench.ts';

describe('a workspace that is opened again', () => {
  const { page, folder, profile } = useSampleWorkbench();
  const row = (label: RegExp) => treeRow(page(), 'Work Items', label);

  /** The kept reports that hold `text`. */
  async function kept(text: string): Promise<string[]> {
    const files = (await readdir(profile(), { recursive: true })).filter((file) => /reports-[\w-]+\.json$/.test(file));
    const paths = files.map((file) => path.join(profile(), file));
    const texts = await Promise.all(paths.map((file) => readFile(file, 'utf8')));
    return paths.filter((_, at) => texts[at]?.includes(text));
  }

  it('shows what was kept of documents that have not changed, and reads those that have', async () => {
    await openView(page(), 'Async Ready');
    await row(/Dark mode for emails/).waitFor();
    await eventually(async () => assert.equal((await kept('Dark mode for emails')).length, 1));
    // Nobody else writes there: what shows up has come from there.
    for (const file of await kept('Dark mode for emails'))
      await writeFile(file, (await readFile(file, 'utf8')).replaceAll('Dark mode for emails', 'Kept in the dark'));
    const changed = path.join(folder(), 'planning/billing-migration.md');
    await writeFile(changed, (await readFile(changed, 'utf8')).replace(/^# .*/m, '# Changed meanwhile'));

    await page().reload();
    await restored(page());
    await openView(page(), 'Async Ready');
    await row(/Kept in the dark/).waitFor();
    await row(/Changed meanwhile/).waitFor();
  });

  it('brings back the dependency map as it was left, and the readiness report', async () => {
    await openView(page(), 'Async Ready');
    await writeLinkedWorkItems(folder());
    await runCommand(page(), 'Async Ready: Show Readiness Report');
    const report = await webviewFrame(page(), '#points table');
    await report.getByLabel('How far back').selectOption({ value: '24' });
    const showMap = async () => {
      await tree(page(), 'Work Items').hover();
      await page().getByRole('button', { name: 'Show Dependency Map' }).click();
    };
    await showMap();
    const map = await webviewFrame(page(), '#canvas');
    await map.getByRole('button', { name: /^PAY-2/ }).waitFor();
    await map.getByLabel('Folder').selectOption({ value: 'roadmap' });
    await map.getByRole('checkbox', { name: /^Finished/ }).check();
    await map.getByRole('button', { name: /^PAY-1/ }).waitFor();
    for (let times = 0; times < 3; times++) await map.getByRole('button', { name: 'Zoom in' }).click();
    const width = await map.locator('#canvas svg').getAttribute('width');
    await map.locator('#search').fill('PAY-3');
    await map.locator('#hits').getByText('1 of').waitFor();

    // Unlike a reload by the browser, VS Code's own waits until what is open has been written down.
    await treeRow(page(), 'Work Items', /^Not ready/).click();
    const reloaded = page().waitForEvent('load');
    await runCommand(page(), 'Developer: Reload Window');
    await reloaded;
    await restored(page());
    const again = await webviewFrame(page(), '#canvas');
    await again.getByRole('button', { name: /^PAY-1/ }).waitFor();
    await again.locator('#hits').getByText('1 of').waitFor();
    assert.equal(await again.locator('#search').inputValue(), 'PAY-3');
    assert.equal(await again.getByLabel('Folder').inputValue(), 'roadmap');
    await eventually(async () => assert.equal(await again.locator('#canvas svg').getAttribute('width'), width));
    await page().getByRole('tab', { name: 'Readiness Report' }).click();
    const reportAgain = await webviewFrame(page(), '#points table');
    assert.equal(await reportAgain.getByLabel('How far back').inputValue(), '24');

    await showMap();
    assert.equal(await page().getByRole('tab', { name: 'Dependency Map' }).count(), 1);
  });
});
