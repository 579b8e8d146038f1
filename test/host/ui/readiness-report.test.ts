import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { accessibilityFaults } from '../accessibility.ts';
import { useSampleWorkbench } from '../sample-workbench.ts';
import { chooseTheme, openFile, quickInput, runCommand, screenshot, shows, webviewFrame } from '../workbench.ts';

describe('the readiness report', () => {
  const { page, folder } = useSampleWorkbench();
  let frame: Frame;

  const back = async () => {
    await page().getByRole('tab', { name: 'Readiness Report' }).click();
    frame = await webviewFrame(page(), '#points table');
  };
  const row = (name: RegExp) => frame.getByRole('row', { name });
  const pasted = async (text: RegExp) => {
    await runCommand(page(), 'File: New Untitled Text File');
    await page().keyboard.press('ControlOrMeta+V');
    const draft = page().locator('.monaco-editor[data-uri^="untitled:"]').last();
    await shows(draft, text);
  };

  before(async () => {
    await runCommand(page(), 'Async Ready: Show Readiness Report');
    frame = await webviewFrame(page(), '#points table');
  });

  it('says how much work is ready, by point, folder and owner', async () => {
    await frame.locator('#summary').getByText('3 of 8 open work items are ready. 2 are finished.').waitFor();
    await row(/^Definition of done \d of 8 \d+ %$/).waitFor();
    await row(/^planning 2 0 0 % 0$/).waitFor();
    await row(/^Mara Lindqvist 1 0 @priya/).waitFor();
    await row(/^@priya 1 1 Mara Lindqvist/).waitFor();
    assert.equal(await frame.locator('#history svg').count(), 0);
  });

  it('is clear about a folder without a history', async () => {
    await rename(path.join(folder(), '.git'), path.join(folder(), '.no-git'));
    await frame.getByRole('button', { name: 'Read the history' }).click();
    await frame.locator('#why').getByText('There is no history to read: the folder is in no git repository.').waitFor();
    await rename(path.join(folder(), '.no-git'), path.join(folder(), '.git'));
  });

  it('reads the history when it is asked to, with the keyboard, and draws it', async () => {
    await frame.getByLabel('How far back').focus();
    await page().keyboard.press('Tab');
    await page().keyboard.press('Enter');
    await frame.getByRole('img', { name: /^Open and ready work over time\. Ready on 2026-/ }).waitFor();
    assert.equal(await frame.locator('#why').textContent(), '');
    assert.equal(await frame.locator('#reading').isVisible(), false);
    await frame.getByText(/The history of the branch does not go back beyond/).waitFor();
    await frame.getByText('The numbers as a table').click();
    await row(/^2026-\d\d-\d\d 8 3 38 % 2$/).waitFor();
    await screenshot(page(), 'readiness-report-table');
    assert.deepEqual(await accessibilityFaults(frame), []);
    await frame.getByText('The numbers as a table').click();
  });

  it('is copied as markdown, as it is shown', async () => {
    await frame.getByRole('button', { name: 'Copy as Markdown' }).click();
    await page().locator('.statusbar').getByText('The readiness report is in the clipboard.').waitFor();
    await pasted(/\| 8 \| 3 \| 38 % \| 2 \|/);
    await back();
  });

  it('follows what is typed', async () => {
    await openFile(page(), 'tasks/dark-mode-for-emails.md');
    await page().keyboard.press('ControlOrMeta+Home');
    await page().keyboard.type('**Status:** Done\n\n');
    await back();
    await frame.locator('#summary').getByText('3 of 7 open work items are ready. 3 are finished.').waitFor();
  });

  it('is copied by a command, too', async () => {
    await runCommand(page(), 'Async Ready: Copy Readiness Report as Markdown');
    await quickInput(page())
      .getByRole('option', { name: /^As It Is Now/ })
      .click();
    await page().locator('.statusbar').getByText('The readiness report is in the clipboard.').waitFor();
    await pasted(/^## By owner$/m);
    await back();
  });

  for (const theme of ['Light Modern', 'Dark Modern', 'Dark High Contrast', 'Light High Contrast'])
    it(`has nothing that axe minds in ${theme}`, async () => {
      await chooseTheme(page(), theme);
      await back();
      await frame.getByRole('button', { name: 'Copy as Markdown' }).focus();
      await screenshot(page(), `readiness-report-${theme}`);
      assert.deepEqual(await accessibilityFaults(frame), []);
    });

  it('stops reading the history when it is told to', async () => {
    addManyDocuments(folder());
    await frame.getByRole('button', { name: 'Read the history' }).focus();
    await page().keyboard.press('Enter');
    await frame.locator('#cancel:focus').waitFor();
    await page().keyboard.press('Enter');
    await frame.getByRole('button', { name: 'Read the history' }).waitFor();
    assert.equal(await frame.locator('#why').textContent(), '');
    assert.equal(await frame.getByText('The history of the branch').count(), 1, 'The history that was there stays.');
  });
});

/** Puts thousands of documents into an earlier commit of the branch, and none into the work tree. */
function addManyDocuments(folder: string): void {
  const git = (args: readonly string[], input = ''): string =>
    execFileSync('git', args, { cwd: folder, input, encoding: 'utf8' }).trim();
  const branch = git(['symbolic-ref', 'HEAD']);
  const commit = (date: string, changes: string, from: string): string =>
    `commit ${branch}\ncommitter Mara <mara@harbor.example> ${Date.parse(date) / 1000} +0000\ndata 4\nMany${from}\n${changes}`;
  const documents = Array.from({ length: 15_000 }, (_, at) => {
    const text = `# Task ${at}\n\n**Status:** To Do\n\n${'- [ ] a criterion that can be checked\n'.repeat(20)}`;
    return `M 100644 inline tasks/many/${at}.md\ndata ${text.length}\n${text}\n`;
  }).join('');
  const many = commit('2026-11-01T12:00:00Z', documents, `\nfrom ${git(['rev-parse', 'HEAD'])}`);
  git(['fast-import', '--quiet', '--force'], `${many}\n${commit('2026-11-02T12:00:00Z', 'D tasks/many\n', '')}\n`);
}
