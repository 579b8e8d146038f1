import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { useSampleWorkbench } from '../sample-workbench.ts';
import { eventually, quickInput, runCommand, screenshot, toast } from '../workbench.ts';

describe('Commit and Push', () => {
  const { page, folder } = useSampleWorkbench();
  /** Asks the remote of the sample workspace. */
  const remote = (...args: string[]) =>
    execFileSync('git', ['-C', path.join(path.dirname(folder()), 'harbor.git'), ...args], { encoding: 'utf8' }).trim();
  const dialog = (): Locator => page().locator('.monaco-dialog-box');

  async function agree(commands: RegExp, picture: string): Promise<void> {
    await dialog().waitFor();
    assert.match((await dialog().textContent()) ?? '', commands);
    await screenshot(page(), picture);
    await dialog().getByRole('button', { name: 'Run' }).click();
  }

  it('does nothing unless the user agrees', async () => {
    const before = remote('for-each-ref');
    await runCommand(page(), 'Async Ready: Commit and Push Work in Progress');
    await quickInput(page()).getByText('6 files are not committed, 2 commits are not pushed').waitFor();
    await page().keyboard.press('Enter');
    await quickInput(page()).getByText('Message of the commit').waitFor();
    await page().keyboard.press('Enter');
    await dialog().waitFor();
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await dialog().waitFor({ state: 'hidden' });
    assert.equal(remote('for-each-ref'), before);
  });

  it('brings the changes to a branch that others can fetch, then the note alone', async () => {
    await runCommand(page(), 'Async Ready: Write Handoff Note from Current Changes');
    await quickInput(page())
      .getByRole('option', { name: /Commit and push first/ })
      .click();
    await quickInput(page()).getByText('6 files are not committed').waitFor();
    await page().keyboard.press('ControlOrMeta+A');
    await page().keyboard.type('wip/limiter');
    await page().keyboard.press('Enter');
    await quickInput(page()).getByText('Message of the commit').waitFor();
    await page().keyboard.press('ControlOrMeta+A');
    await page().keyboard.type('Limit requests, header missing');
    await page().keyboard.press('Enter');
    await agree(
      /git switch --create wip\/limiter\s*git add -- .*git commit --message 'Limit requests, header missing'\s*git push --set-upstream origin wip\/limiter/,
      'share-work',
    );
    await toast(page(), 'What you have is on wip/limiter now.').waitFor();
    assert.equal(remote('log', '-1', '--format=%s', 'wip/limiter'), 'Limit requests, header missing');

    await quickInput(page()).getByRole('option').first().waitFor();
    await page().keyboard.press('Enter');
    await page().locator('.monaco-editor[data-uri*="/handoffs/"]').waitFor();
    await page().keyboard.type('It limits; the header is missing.');
    await page().keyboard.press('ControlOrMeta+S');
    await runCommand(page(), 'Async Ready: Commit and Push Handoff Note');
    await agree(
      /git commit --message '[^']+' --only -- handoffs\/.*5 places in the note are still to be filled in/s,
      'share-note',
    );
    await toast(page(), 'The note is where your team-mates can fetch it.').waitFor();
    await eventually(async () => {
      const note = remote('log', '-1', '--name-only', '--format=', 'wip/limiter');
      assert.match(note, /^handoffs\/[^\n]+\.md$/);
      assert.match(
        remote('show', `wip/limiter:${note}`),
        /Everything that is saved is committed and pushed[\s\S]*It limits; the header is missing\./,
      );
    });
  });
});
