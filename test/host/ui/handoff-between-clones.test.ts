import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { type Clone, makeTwoClones } from '../two-clones.ts';
import {
  eventually,
  openView,
  pickUp,
  quickInput,
  runCommand,
  screenshot,
  startWorkbench,
  toast,
  treeRow,
  type Workbench,
} from '../workbench.ts';

describe('a handoff from one clone to another', () => {
  let parent: string;
  let ann: Clone;
  let ben: Clone;
  let workbench: Workbench | undefined;
  const page = (): Page => {
    assert.ok(workbench);
    return workbench.page;
  };
  const dialog = (): Locator => page().locator('.monaco-dialog-box');
  /** The text of the only note, as the branch has it that both have pushed to. */
  const pushedNote = (clone: Clone): string => {
    const [note] = clone.git('ls-tree', '-r', '--name-only', 'origin/reset-by-mail', 'handoffs/').trim().split('\n');
    assert.ok(note);
    return clone.git('show', `origin/reset-by-mail:${note}`);
  };

  async function open(clone: Clone, theme: string): Promise<void> {
    await workbench?.stop();
    workbench = await startWorkbench({ folder: clone.path, settings: { 'workbench.colorTheme': theme } });
  }

  /** Waits until VS Code knows the repository. */
  const onBranch = (name: string) => page().locator('.statusbar').getByText(name).first().waitFor();

  async function agree(): Promise<void> {
    await dialog().waitFor();
    await dialog().getByRole('button', { name: 'Run' }).click();
  }

  before(async () => {
    parent = await mkdtemp(path.join(os.tmpdir(), 'async-ready-'));
    ({ ann, ben } = makeTwoClones(parent));
    ann.append('src/mail.ts', 'export function sendLink() {\n  // TODO: send it\n}\n');
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed' && workbench) await screenshot(page(), this.currentTest.fullTitle());
  });

  after(async () => {
    await workbench?.stop();
    await rm(parent, { recursive: true, force: true, maxRetries: 5 });
  });

  it('is written and filled in by who goes, with the work pushed first', async () => {
    await open(ann, 'Default Light Modern');
    await runCommand(page(), 'Async Ready: Write Handoff Note from Current Changes');
    const options = quickInput(page()).getByRole('option');
    await options.filter({ hasText: 'Commit and push first' }).click();
    await quickInput(page()).getByText('1 file is not committed').waitFor();
    await page().keyboard.press('Enter');
    await quickInput(page()).getByText('Message of the commit').waitFor();
    await page().keyboard.press('Enter');
    await agree();
    await toast(page(), 'What you have is on reset-by-mail now.').waitFor();
    await options.filter({ hasText: 'Reset the password by mail' }).first().click();
    await page().locator('.monaco-editor[data-uri*="/handoffs/"]').waitFor();
    await page()
      .locator('.statusbar')
      .getByText(/\d+ selected/)
      .waitFor();
    const words = [
      'The link is made; nobody sends it.',
      'npm test passes. No mail server was tried.',
      'In sendLink of src/mail.ts, send it; a mail arrives.',
      'none',
      'The mail server refuses more than ten mails a minute.',
      'A link that works for an hour, as support asked for.',
    ];
    for (const [at, said] of words.entries()) {
      if (at > 0) await page().keyboard.press('Tab');
      await page().keyboard.type(said);
    }
    await page().keyboard.press('ControlOrMeta+S');
    await page().keyboard.press('ControlOrMeta+Home');
    await screenshot(page(), 'between-clones-written');
  });

  it('is pushed by who goes', async () => {
    await runCommand(page(), 'Async Ready: Commit and Push Handoff Note');
    await agree();
    await toast(page(), 'The note is where your team-mates can fetch it.').waitFor();
    assert.match(
      pushedNote(ann),
      /^from: "Ann Lee"\n[\s\S]*^state: open\n[\s\S]*\nFrom git, worked on last:\n\n- \[src\/mail\.ts, line \d+\]\(\.\.\/src\/mail\.ts#L\d+\), in `sendLink`: changed most by my newest commit[\s\S]*\nIn sendLink of src\/mail\.ts, send it; a mail arrives\.\n/m,
    );
    assert.doesNotMatch(pushedNote(ann), /_To fill in/);
  });

  it('is found and picked up in the other clone', async () => {
    await open(ben, 'Default Dark Modern');
    await openView(page(), 'Async Ready');
    await onBranch('main');
    await runCommand(page(), 'Git: Fetch');
    const row = treeRow(page(), 'Handoffs', /^Reset the password by mail, handoff from Ann Lee/);
    await row.hover();
    await screenshot(page(), 'between-clones-found');
    await pickUp(page(), row);
    await dialog().getByText('You are on main; the work is on origin/reset-by-mail.').waitFor();
    await dialog().getByRole('button', { name: 'Fetch and Switch to reset-by-mail' }).click();
    await toast(page(), 'You have picked this up.').waitFor();
    assert.equal(ben.git('branch', '--show-current').trim(), 'reset-by-mail');
    assert.match(ben.read('src/mail.ts'), /TODO: send it/);
    await screenshot(page(), 'between-clones-picked-up');
  });

  it('is acknowledged where who went can see it', async () => {
    // VS Code shows three at a time; others go to the notification center alone.
    await runCommand(page(), 'Notifications: Clear All Notifications');
    await runCommand(page(), 'Async Ready: Commit and Push Handoff Note');
    await agree();
    await toast(page(), 'The note is where your team-mates can fetch it.').waitFor();
    await open(ann, 'Default Light Modern');
    await openView(page(), 'Async Ready');
    await onBranch('reset-by-mail');
    await runCommand(page(), 'Git: Pull');
    await eventually(async () => assert.match(pushedNote(ann), /^state: picked-up\npicked-up-by: "Ben Novak"$/m));
    await treeRow(page(), 'Handoffs', /^No longer open, 1 handoff/)
      .locator('.monaco-tl-twistie')
      .click();
    await treeRow(page(), 'Handoffs', /^Reset the password by mail, .*picked up by Ben Novak/).waitFor();
    await screenshot(page(), 'between-clones-acknowledged');
  });
});
