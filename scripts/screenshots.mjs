// npm run screenshots [-- light|dark]: takes the pictures of the readme from the real workbench on the sample workspace.
import { execFileSync } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ensureBuild, ensureDependencies, packageExtension, root, step } from './setup.mjs';

await ensureDependencies();
await ensureBuild();
await packageExtension();
const { tsImport } = await import('tsx/esm/api');
const workbench = await tsImport('../test/host/workbench.ts', import.meta.url);
const { writeLinkedWorkItems } = await tsImport('../test/host/linked-work-items.ts', import.meta.url);
const { makeSampleWorkspace } = await tsImport('./sample-workspace.ts', import.meta.url);
const { writeSampleHandoffs } = await tsImport('./sample-handoffs.ts', import.meta.url);

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };
const folder = path.join(root, 'media/screenshots');
await mkdir(folder, { recursive: true });
const [only] = process.argv.slice(2);
for (const [name, theme] of Object.entries(themes))
  if (only === undefined || only === name) await step(`Pictures in ${theme}`, () => takePictures(name, theme));

/**
 * @param {string} name what the files' names start with
 * @param {string} theme
 */
async function takePictures(name, theme) {
  const parent = path.join(os.tmpdir(), `harbor-${name}-${process.pid}`);
  const settings = {
    'breadcrumbs.enabled': false,
    'editor.wordWrap': 'on',
    'window.title': 'harbor',
    'workbench.colorTheme': theme,
  };
  const workspace = await makeSampleWorkspace(parent, true);
  // Not whoever takes the pictures: who has left that work unfinished.
  for (const [key, value] of Object.entries({ 'user.name': 'Priya Raman', 'user.email': 'priya@harbor.example' }))
    execFileSync('git', ['-C', workspace, 'config', key, value]);
  const { page, stop } = await workbench.startWorkbench({ folder: workspace, settings });
  /** Once nothing on the screen is on its way any more. */
  const shoot = async (/** @type {string} */ what) => {
    for (const passing of [
      page.getByText('Activating Extensions'),
      workbench.toast(page, /./),
      page.locator('.scm-badge-progress'),
    ])
      await passing.waitFor({ state: 'hidden' });
    await page.waitForTimeout(1500);
    await page.screenshot({ path: path.join(folder, `${name}-${what}.png`) });
  };
  try {
    await page.setViewportSize({ width: 1280, height: 760 });
    await page.waitForFunction("document.querySelector('.monaco-workbench').clientWidth === 1280");
    await workbench.openView(page, 'Async Ready');
    await widenSideBar(page, 90);
    await workbench.treeRow(page, 'Waiting On', /^Move billing to the new provider waits/).waitFor();
    const darkMode = workbench.treeRow(page, 'Work Items', /Dark mode for emails/);
    await darkMode.click();
    await page.keyboard.press('ArrowRight');
    const opened = workbench.editor(page, 'dark-mode-for-emails.md');
    await opened.locator('.squiggly-warning').first().waitFor();
    await shoot('work-items');
    await darkMode.locator('.monaco-tl-twistie').click();

    await workbench.goTo(page, 1, 4);
    await workbench.quickFixes(page);
    await shoot('quick-fix');
    await page.keyboard.press('Escape');

    await workbench.treeRow(page, 'Work Items', /Rate-limit the public API/).click();
    await page.locator('.view-line span').getByText('task-9', { exact: true }).first().hover();
    await page.locator('.monaco-hover').getByText('Move sessions to Redis').first().waitFor();
    await shoot('hover');
    await page.mouse.move(640, 700);

    await workbench.runCommand(page, 'Async Ready: Write Handoff Note from Current Changes');
    await workbench
      .quickInput(page)
      .getByRole('option', { name: /Rate-limit the public API/ })
      .click();
    await page.locator('.monaco-editor[data-uri*="/handoffs/"]').waitFor();
    await shoot('handoff-note');

    await workbench.runCommand(page, 'View: Close All Editors');
    await writeSampleHandoffs(workspace, new Date());
    // From here on it is somebody else who looks, whom the window does not know yet.
    await page.reload();
    await workbench.restored(page);
    for (const view of ['Work Items', 'Ready to Start', 'Waiting On'])
      await page.locator(`.pane-header[aria-expanded="true"][aria-label^="${view}"]`).click();
    const handoff = workbench.treeRow(page, 'Handoffs', /^Rate-limit the public API, handoff from Priya.*behind/);
    await handoff.click();
    await page.locator('.codelens-decoration').getByText('Pick up').waitFor();
    const rows = {
      'Rate-limit the public API, handoff from Priya': 'Previous handoff',
      'Sign in with SSO, handoff': 'Which certificate',
    };
    for (const [row, inside] of Object.entries(rows)) {
      await workbench
        .treeRow(page, 'Handoffs', new RegExp(`^${row}`))
        .locator('.monaco-tl-twistie')
        .click();
      // What comes below moves down.
      await workbench.treeRow(page, 'Handoffs', new RegExp(inside)).waitFor();
    }
    await page.mouse.move(640, 700);
    await shoot('handoffs');

    await writeLinkedWorkItems(workspace);
    await workbench.runCommand(page, 'View: Revert and Close Editor');
    await workbench.runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    await workbench.runCommand(page, 'Async Ready: Show Dependency Map');
    const map = await workbench.webviewFrame(page, '#canvas');
    await map.getByRole('button', { name: /^PAY-7/ }).waitFor();
    await map.getByRole('button', { name: 'Fit' }).click();
    await shoot('dependency-map');

    await workbench.runCommand(page, 'Async Ready: Show Readiness Report');
    const report = await workbench.webviewFrame(page, '#points table');
    await report.getByLabel('How far back').selectOption({ value: '3' });
    await report.getByRole('button', { name: 'Read the history' }).click();
    await report.getByRole('img').waitFor();
    await report.getByRole('heading', { name: 'Readiness' }).scrollIntoViewIfNeeded();
    await shoot('readiness-report');
  } finally {
    await stop();
    await rm(parent, { recursive: true, force: true });
  }
}

/** @param {import('playwright-core').Page} page @param {number} pixels */
async function widenSideBar(page, pixels) {
  const { x = 0, width = 0, y = 0 } = (await page.locator('.part.sidebar').boundingBox()) ?? {};
  await page.mouse.move(x + width + 1, y + 300);
  await page.mouse.down();
  await page.mouse.move(x + width + pixels, y + 300, { steps: 5 });
  await page.mouse.up();
}
