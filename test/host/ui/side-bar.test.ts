import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { useSampleWorkbench } from '../sample-workbench.ts';
import { editor, eventually, openView, quickInput, screenshot, treeRow } from '../workbench.ts';

/** Themes, and the class by which the workbench says of which kind it is. */
const themes = {
  'Default Light Modern': 'vs',
  'Default High Contrast': 'hc-black',
  'Default High Contrast Light': 'hc-light',
  'Default Dark Modern': 'vs-dark',
};

describe('the side bar', () => {
  const { page, folder } = useSampleWorkbench({ settings: { 'asyncReady.me': ['Priya Raman', '@priya'] } });
  const row = (label: RegExp) => treeRow(page(), 'Work Items', label);

  /** Waits for the box that is titled or labelled so, and types into it. */
  async function typeInto(box: string, text: string): Promise<void> {
    await quickInput(page()).filter({ hasText: box }).waitFor();
    await page().keyboard.type(text);
  }

  async function runByKeyboard(title: string): Promise<void> {
    await page().keyboard.press('F1');
    await quickInput(page()).locator('input[type="text"]').fill(`>${title}`);
    await quickInput(page()).getByRole('option', { name: title }).first().waitFor();
    await page().keyboard.press('Enter');
  }

  before(async () => {
    await openView(page(), 'Async Ready');
    await row(/^Ready, 3 work items/).waitFor();
  });

  for (const [theme, kind] of Object.entries(themes))
    it(`can be read in ${theme}`, async () => {
      await mkdir(path.join(folder(), '.vscode'), { recursive: true });
      await writeFile(path.join(folder(), '.vscode/settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
      await page().locator(`.monaco-workbench.${kind}`).waitFor();
      await row(/^Rate-limit the public API/).click();
      await editor(page(), 'Rate-limit-the-public-API.md').waitFor();
      await screenshot(page(), `side-bar-${theme}`);
    });

  it('tells the whole story of a work item on hover', async () => {
    await row(/^Move billing to the new provider/).hover();
    const hover = page().locator('.monaco-hover').filter({ hasText: 'Waits on: task-12 Rate-limit the public API' });
    await hover.getByText('Milestone: one payment provider').waitFor();
    await screenshot(page(), 'side-bar-tooltip');
    await page().mouse.move(800, 500);
  });

  it('can be used by keyboard only', async () => {
    await runByKeyboard('Async Ready: Group Work Items');
    await typeInto('Owner', 'Owner');
    await page().keyboard.press('Enter');
    await row(/^Mine, 2 work items/).waitFor();
    await runByKeyboard('Async Ready: Focus on Work Items View');
    const focused = page().locator('.monaco-list-row.focused[aria-label^="Rate-limit the public API"]');
    await eventually(async () => {
      for (const key of ['Home', 'ArrowDown', 'ArrowDown']) await page().keyboard.press(key);
      await focused.waitFor({ timeout: 1000 });
    });
    await page().keyboard.press('Shift+F10');
    await page().getByRole('menuitem', { name: 'Set Status' }).waitFor();
    await page().keyboard.press('s');
    for (let step = 0; step < 8; step++) {
      if (await page().locator('.action-item.focused [aria-label="Set Status"]').isVisible()) break;
      await page().keyboard.press('ArrowDown');
    }
    await page().keyboard.press('Enter');
    await typeInto('Status of Rate-limit the public API', 'in review');
    await page().keyboard.press('Enter');
    await row(/^Rate-limit the public API, ready, status: in review/i).waitFor();
    await runByKeyboard('Async Ready: Filter Work Items');
    await typeInto('Filter Work Items', 'webhook');
    await page().keyboard.press('Enter');
    await row(/^Retry failed webhooks/).waitFor();
    await row(/^Rate-limit the public API/).waitFor({ state: 'hidden' });
    await runByKeyboard('Async Ready: Clear Filter');
    await row(/^Rate-limit the public API/).waitFor();
  });
});
