/**
 * For tests of what a person sees: VS Code's workbench in a browser, with the extension installed from its .vsix.
 *
 * ```ts
 * describe('the Work Items view', () => {
 *   const { page } = useSampleWorkbench(); // From sample-workbench.ts.
 *
 *   it('lists work items', async () => {
 *     await openView(page(), 'Async Ready');
 *     await treeRow(page(), 'Work Items', /Rate-limit the public API/).waitFor();
 *   });
 * });
 * ```
 * The page and what the helpers return are Playwright's, whose actions and `waitFor` wait by themselves, for 15 s at most.
 * Do not click a line of an editor: it is a million pixels wide, and Playwright scrolls to its middle; use `goTo`.
 */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { root } from './install-vscode.ts';
import { type Server, type ServerOptions, startServer } from './server.ts';

/** The packaged extension, as `npm run package` leaves it. */
export const vsix = path.join(root, 'dist/async-ready.vsix');

/** A window of VS Code. */
export interface Workbench {
  readonly page: Page;
  /** The folder of the user's profile. */
  readonly profile: string;
  /** Closes everything that `startWorkbench` has started. */
  stop(): Promise<void>;
}

/** Starts a VS Code of its own with the packaged extension and opens `folder` in it, or an empty window. */
export async function startWorkbench({
  folder = null,
  ...options
}: ServerOptions & { readonly folder?: string | null }): Promise<Workbench> {
  const [server, browser] = await Promise.all([startServer({ vsix, ...options }), launchBrowser()]);
  const stop = async () => {
    await browser.close();
    await server.stop();
  };
  try {
    const page = await newPage(browser, server);
    await page.goto(server.address(folder).href);
    await restored(page);
    return { page, profile: server.profile, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A page in a browser profile of its own, which reaches this machine only. */
export async function newPage(browser: Browser, server: Server): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.route(
    ({ host }) => host !== server.authority,
    (route) => route.abort(),
  );
  return page;
}

/** Waits until the window is there, with its views and editors. */
export async function restored(page: Page): Promise<void> {
  await page.waitForFunction("performance.getEntriesByName('code/LifecyclePhase/Restored').length > 0", null, {
    timeout: 60_000,
  });
}

/** Runs a command by its title, such as `Async Ready: New Work Item`, from the command palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  const entry = quickInput(page)
    .getByRole('option', { name: startingWith(title) })
    .first();
  await retry(`the command ${title} in the palette`, async () => {
    await page.keyboard.press('F1');
    await quickInput(page).locator('input[type="text"]').fill(`>${title}`);
    // In a new window the palette does not know the commands of all extensions yet, and does not learn them while it is open.
    if (await appears(entry)) return true;
    await page.keyboard.press('Escape');
    return false;
  });
  await entry.click();
}

/** The box of the palette, of quick picks and of questions. */
export function quickInput(page: Page): Locator {
  return page.locator('.quick-input-widget');
}

/** Shows a view container by the title of its icon in the Activity Bar; leaves it when it is shown already. */
export async function openView(page: Page, title: string): Promise<void> {
  const tab = page.locator('.activitybar').getByRole('tab', { name: startingWith(title) });
  if ((await tab.getAttribute('aria-expanded')) !== 'true') await tab.click();
}

/** The tree of a view, by the view's name. */
export function tree(page: Page, view: string): Locator {
  return page.locator(`.pane:has(.pane-header[aria-label^="${view} "])`).getByRole('tree');
}

/** A row of a view's tree, by what a screen reader says for it. */
export function treeRow(page: Page, view: string, label: string | RegExp): Locator {
  return tree(page, view).getByRole('treeitem', { name: label });
}

/** Opens a file of the workspace by its name or the end of its path, and waits for its editor. */
export async function openFile(page: Page, file: string): Promise<Locator> {
  await typeInQuickInput(page, 'ControlOrMeta+P', file);
  await quickInput(page)
    .getByRole('option', { name: startingWith(path.posix.basename(file)) })
    .first()
    .click();
  const opened = editor(page, file);
  await opened.waitFor();
  return opened;
}

/** The text editor of a file, by the end of its path. */
export function editor(page: Page, file: string): Locator {
  return page.locator(`.monaco-editor[data-uri$="${file}"]`);
}

/** The lines of an editor that are in sight. */
export async function visibleText(opened: Locator): Promise<string> {
  const lines = await opened.locator('.view-line').evaluateAll((elements) =>
    elements
      .map((element) => ({ top: Number.parseFloat(element.style.top), text: element.textContent ?? '' }))
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text.replaceAll('\u00a0', ' ')),
  );
  return lines.join('\n');
}

/** Waits until an editor shows what `text` matches. */
export async function shows(opened: Locator, text: RegExp): Promise<void> {
  await eventually(async () => assert.match(await visibleText(opened), text));
}

/** Puts the cursor of the focused editor at a line and column, both from 1. */
export async function goTo(page: Page, line: number, column = 1): Promise<void> {
  await typeInQuickInput(page, 'Control+G', `:${line}:${column}`);
  await page.keyboard.press('Enter');
  await quickInput(page).waitFor({ state: 'hidden' });
}

/** Opens the Problems panel. @returns its rows: files, and under each its diagnostics */
export async function problems(page: Page): Promise<Locator> {
  const panel = page.locator('.markers-panel-container');
  if (!(await panel.isVisible())) await page.keyboard.press('ControlOrMeta+Shift+M');
  await panel.waitFor();
  return panel.getByRole('treeitem');
}

/** Opens the menu of quick fixes at the cursor. @returns its entries */
export async function quickFixes(page: Page): Promise<Locator> {
  const menu = page.locator('.action-widget:not(.action-list-submenu-panel)');
  // Diagnostics may still be on their way.
  await retry('a quick fix at the cursor', async () => {
    await page.keyboard.press('ControlOrMeta+.');
    return appears(menu);
  });
  return menu.locator('.monaco-list-row.action');
}

/** Has completions offered at the cursor, and waits for the one that says `text`. */
export async function completion(page: Page, text: string | RegExp): Promise<Locator> {
  const offered = page.locator('.suggest-widget .monaco-list-row').filter({ hasText: text });
  // The list closes where something else takes the focus, as a new theme does for a moment.
  await retry(`the completion ${text}`, async () => {
    await page.keyboard.press('Control+Space');
    return appears(offered.first());
  });
  return offered;
}

/** Chooses a quick fix at the cursor by its title, with the keyboard. */
export async function applyQuickFix(page: Page, title: string): Promise<void> {
  const entries = await quickFixes(page);
  const wanted = entries.filter({ hasText: title }).first();
  await wanted.waitFor();
  for (let step = await entries.count(); step > 0; step -= 1) {
    if (/\bfocused\b/.test((await wanted.getAttribute('class')) ?? '')) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await wanted.waitFor({ state: 'hidden' });
}

/** The page of the webview that holds `selector`, once it is there. */
export async function webviewFrame(page: Page, selector: string): Promise<Frame> {
  let found: Frame | undefined;
  await retry(`a webview with ${selector}`, async () => {
    // A panel that another one has just replaced takes its frame along.
    for (const frame of page.frames().filter((each) => each.url().includes('/pre/fake.html')))
      if (
        (await frame
          .locator(selector)
          .count()
          .catch(() => 0)) > 0
      )
        found = frame;
    if (found === undefined) await page.waitForTimeout(500);
    return found !== undefined;
  });
  if (found === undefined) throw new Error(`There is no webview with ${selector}.`);
  return found;
}

/** Changes the colour theme by its name, as a person would. */
export async function chooseTheme(page: Page, name: string): Promise<void> {
  await runCommand(page, 'Preferences: Color Theme');
  await quickInput(page).locator('input[type="text"]').fill(name);
  await quickInput(page)
    .getByRole('option', { name: startingWith(name) })
    .first()
    .click();
  await quickInput(page).waitFor({ state: 'hidden' });
}

/** A notification, by a part of its text. */
export function toast(page: Page, text: string | RegExp): Locator {
  return page.locator('.notifications-toasts .notification-list-item').filter({ hasText: text });
}

/** Picks up the handoff in a row of its view, by the button there. */
export async function pickUp(page: Page, row: Locator): Promise<void> {
  await row.hover();
  await row.getByRole('button', { name: 'Pick Up Handoff' }).click();
  // While VS Code takes the rows anew it does not tell which one was meant, and the user is asked.
  const asked = page.getByPlaceholder('Which handoff do you pick up?');
  await page.locator('.monaco-dialog-box').or(asked).first().waitFor();
  if (await asked.isVisible()) await page.keyboard.press('Enter');
}

/** Repeats `check` until it passes. Rejects with its last error after ten seconds. */
export async function eventually(check: () => Promise<void>): Promise<void> {
  for (const end = Date.now() + 10_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

/** Writes a picture of the window into dist/test/screenshots. @returns the picture's path */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = path.join(root, 'dist/test/screenshots');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${name.replace(/[^\w.-]+/g, '-')}.png`);
  await page.screenshot({ path: file });
  return file;
}

/** Opens the quick input by its key; an editor that is just being opened takes the focus, and closes it. */
async function typeInQuickInput(page: Page, key: string, text: string): Promise<void> {
  const input = quickInput(page).locator('input[type="text"]');
  await retry(`the box that ${key} opens`, async () => {
    await page.keyboard.press(key);
    return input.fill(text, { timeout: 1000 }).then(
      () => true,
      () => false,
    );
  });
}

async function retry(what: string, attempt: () => Promise<boolean>): Promise<void> {
  for (let attempts = 0; attempts < 15; attempts += 1) if (await attempt()) return;
  throw new Error(`There is no sign of ${what}.`);
}

async function appears(locator: Locator): Promise<boolean> {
  return locator.waitFor({ timeout: 1000 }).then(
    () => true,
    () => false,
  );
}

function startingWith(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}
