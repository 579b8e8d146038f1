import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Clone, commitAll, makeTwoClones } from '../two-clones.ts';
import {
  editor,
  eventually,
  openView,
  pickUp,
  problems,
  quickInput,
  runCommand,
  screenshot,
  shows,
  startWorkbench,
  toast,
  tree,
  treeRow,
  type Workbench,
} from '../workbench.ts';

const view = 'Handoffs';

describe('the Handoffs view', () => {
  let parent: string;
  let ann: Clone;
  let ben: Clone;
  let note: string;
  let workbench: Workbench;
  const page = () => workbench.page;
  const dialog = () => page().locator('.monaco-dialog-box');
  const row = (label: string | RegExp) => treeRow(page(), view, label);
  const theme = async (name: string) => {
    await runCommand(page(), 'Preferences: Color Theme');
    await quickInput(page()).locator('input[type="text"]').fill(name);
    await page().keyboard.press('Enter');
    await quickInput(page()).waitFor({ state: 'hidden' });
  };

  before(async () => {
    parent = await mkdtemp(path.join(os.tmpdir(), 'async-ready-'));
    ({ ann, ben } = makeTwoClones(parent));
    note = ann.asyncReady('handoff', '--work-item', 'tasks/reset-by-mail.md', '--to', 'Ben').trim();
    ann.write(note, ann.read(note).replace(/^_To fill in: .*_$/gm, 'The link works; nobody sends it yet.'));
    commitAll(ann, 'Hand off');
    ann.git('push', '--quiet');
    ben.git('fetch', '--quiet');
    workbench = await startWorkbench({ folder: ben.path });
    await openView(page(), 'Async Ready');
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await screenshot(page(), this.currentTest.fullTitle());
  });

  after(async () => {
    await workbench?.stop();
    await rm(parent, { recursive: true, force: true, maxRetries: 5 });
  });

  it('shows what a team-mate has handed to me, on a branch that is not checked out', async () => {
    await row(/^Open, 1 handoff/).waitFor();
    await row(/^Reset the password by mail, handoff from Ann Lee to you, open, written today/).waitFor();
    await screenshot(page(), 'handoffs-dark');
  });

  it('says how far the work has moved since, when the branch moves', async () => {
    ann.append('src/mail.ts', 'export const sendLink = () => {};\n');
    commitAll(ann, 'Send the link');
    ann.git('push', '--quiet');
    await runCommand(page(), 'Git: Fetch');
    await row(/^Reset the password by mail, .*, 1 commit behind/).waitFor();
    await row(/^Reset the password by mail/).click();
    await page().locator('.monaco-editor[data-uri^="git:"]').waitFor();
    const rows = await problems(page());
    await rows
      .filter({
        hasText:
          'origin/reset-by-mail has 1 commit that this note does not know of; its only file has changed since (src/mail.ts)',
      })
      .waitFor();
    await eventually(async () => assert.equal(await rows.count(), 2));
    await screenshot(page(), 'handoffs-drift');
    await page().keyboard.press('ControlOrMeta+Shift+M');
  });

  it('shows what has changed since', async () => {
    await page().locator('.codelens-decoration').getByText('1 commit behind: show changes').click();
    await page().getByText('sendLink').first().waitFor();
    await screenshot(page(), 'handoffs-changes');
    await page().keyboard.press('ControlOrMeta+F4');
  });

  it('does not switch over changes, and names them', async () => {
    const before = ben.read('src/mail.ts');
    ben.write('src/mail.ts', 'mine\n');
    await pickUp(page(), row(/^Reset the password by mail/));
    await dialog().getByText('1 file has changes that are not committed (src/mail.ts)').waitFor();
    await screenshot(page(), 'handoffs-in-the-way');
    await dialog().getByRole('button', { name: 'OK' }).click();
    assert.equal(ben.git('branch', '--show-current').trim(), 'main');
    assert.equal(ben.read('src/mail.ts'), 'mine\n');
    ben.write('src/mail.ts', before);
  });

  it('fetches and switches after asking, opens what it is about, and records who has it now', async () => {
    await pickUp(page(), row(/^Reset the password by mail/));
    await dialog().getByText('You are on main; the work is on origin/reset-by-mail.').waitFor();
    await screenshot(page(), 'handoffs-pick-up');
    await dialog().getByRole('button', { name: 'Fetch and Switch to reset-by-mail' }).click();
    await toast(page(), 'You have picked this up.').waitFor();
    assert.equal(ben.git('branch', '--show-current').trim(), 'reset-by-mail');
    assert.equal(ben.git('rev-parse', 'HEAD'), ann.git('rev-parse', 'HEAD'));
    const text = ben.read(note);
    assert.match(
      text,
      /^state: picked-up\npicked-up-by: "Ben Novak"\npicked-up-at: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]/m,
    );
    for (const name of ['mail.ts', 'reset-by-mail.md']) await page().getByRole('tab', { name }).first().waitFor();
    await shows(editor(page(), note), /picked-up-by: "Ben Novak"/);
    assert.equal(
      await page()
        .getByRole('tab', { name: path.basename(note) })
        .count(),
      1,
    );
    await row(/^No longer open, 1 handoff/).waitFor();
    await screenshot(page(), 'handoffs-picked-up');
  });

  it('asks the author back', async () => {
    await row(/^No longer open/)
      .locator('.monaco-tl-twistie')
      .click();
    await row(/^Reset the password by mail/).hover();
    await row(/^Reset the password by mail/)
      .getByRole('button', { name: 'Ask Back' })
      .click();
    await quickInput(page()).locator('input[type="text"]').fill('For how long does the link work?');
    await page().keyboard.press('Enter');
    await eventually(async () =>
      assert.match(ben.read(note), /^- \[ \] \*\*Ben Novak asks\*\* \(\d{4}-.*\): For how long does the link work\?$/m),
    );
    await toast(page(), 'Your question is in the note').waitFor();
  });

  it('shows the author who has it', async () => {
    commitAll(ben, 'Pick up');
    ben.git('push', '--quiet');
    ann.git('pull', '--quiet');
    assert.match(
      ann.asyncReady('handoffs', '--from', 'me', '--state', 'all'),
      /you → Ben · picked up by Ben Novak today/,
    );
  });

  it('filters, and says so', async () => {
    await runCommand(page(), 'Async Ready: Filter Handoffs');
    await quickInput(page()).getByRole('option', { name: 'From me' }).click();
    await tree(page(), view).getByRole('treeitem').first().waitFor({ state: 'hidden' });
    await page().getByText('None of the handoffs here is shown by the filter.').waitFor();
    await page().locator('.pane-header').getByText('from me').waitFor();
    await runCommand(page(), 'Async Ready: Filter Handoffs');
    await quickInput(page()).getByRole('option', { name: 'All' }).click();
    await row(/^No longer open/).waitFor();
    await theme('Light Modern');
    await row(/^No longer open/)
      .locator('.monaco-tl-twistie')
      .click();
    await screenshot(page(), 'handoffs-light');
  });
});
