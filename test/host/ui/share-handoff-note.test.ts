import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { useSampleWorkbench } from '../sample-workbench.ts';
import { editor, eventually, quickInput, runCommand, screenshot, toast } from '../workbench.ts';

describe('Commit and Push', () => {
  const { page, folder } = useSampleWorkbench({ settings: { 'workbench.colorTheme': 'Default Light Modern' } });
  /** Asks the remote of the sample workspace. */
  const remote = (...args: string[]) =>
    execFileSync('git', ['-C', path.join(path.dirname(folder()), 'harbor.git'), ...args], { encoding: 'utf8' }).trim();
  const dialog = (): Locator => page().locator('.monaco-dialog-box');

  before(() => {
    for (const [key, value] of [
      ['user.name', 'Priya Raman'],
      ['user.email', 'priya@harbor.example'],
    ] as const)
      execFileSync('git', ['-C', folder(), 'config', key, value]);
  });

  /** Waits until the first line to be filled in is selected. */
  const selected = () =>
    page()
      .locator('.statusbar')
      .getByText(/\d+ selected/)
      .waitFor();

  async function agree(commands: RegExp, picture: string): Promise<void> {
    await dialog().filter({ hasText: commands }).waitFor();
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
    await selected();
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

  it('updates the work item after a look, and puts the note into it', async () => {
    const option = (name: RegExp) => quickInput(page()).getByRole('option', { name });
    const say = async (prompt: string, words: string) => {
      await quickInput(page()).getByText(prompt).waitFor();
      await page().keyboard.press('ControlOrMeta+A');
      await page().keyboard.type(words);
      await page().keyboard.press('Enter');
    };
    await runCommand(page(), 'Async Ready: Write Handoff Note from Current Changes');
    await option(/Update the work item/).click();
    await option(/Update the work item.*Yes/).waitFor();
    await option(/Written to/).click();
    await option(/^The work item/).click();
    await option(/Written to: the work item/).waitFor();
    await screenshot(page(), 'handoff-how');
    await option(/^Retry failed webhooks/).click();
    await say('Status of “Retry failed webhooks”', 'In Progress');
    await say('Next action', 'Ask Kenji for the list of partners');
    await page().locator('.monaco-diff-editor').getByText('Ask Kenji for the list of partners').waitFor();
    const question = toast(page(), 'Update “Retry failed webhooks”?');
    await question.waitFor();
    await screenshot(page(), 'handoff-update-preview');
    await question.getByRole('button', { name: 'Make These Changes' }).click();
    const opened = editor(page(), 'task-14%20-%20Retry-failed-webhooks.md');
    await opened.locator('.view-line', { hasText: /^##.Handoffs$/ }).waitFor();
    await selected();
    await page().keyboard.type('Nothing is begun.');
    await screenshot(page(), 'handoff-in-work-item');
    await page().keyboard.press('ControlOrMeta+S');
    await eventually(async () => {
      const text = await readFile(path.join(folder(), 'backlog/tasks/task-14 - Retry-failed-webhooks.md'), 'utf8');
      assert.match(text, /^status: In Progress$/m);
      assert.match(
        text,
        /Ask Kenji for the list of partners[\s\S]*\n## Handoffs\n\n### .*\n\n#### TL;DR\n[\s\S]*\nNothing is begun\.\n/,
      );
      assert.match(text, /“Ask Kenji for the list of partners”/);
      assert.match(text, /1 file is changed only on my machine, not committed:\*\* `backlog\/tasks\/task-14/);
    });
  });
});
