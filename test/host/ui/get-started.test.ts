import assert from 'node:assert/strict';
import { useSampleWorkbench } from '../sample-workbench.ts';
import { eventually, runCommand, screenshot } from '../workbench.ts';

describe('the walkthrough', () => {
  const { page } = useSampleWorkbench();

  it('leads through what there is, each step with a picture that is there', async () => {
    await runCommand(page(), 'Welcome: Open Walkthrough...');
    await page().keyboard.type('Hand over work');
    await page().keyboard.press('Enter');
    const steps = page().locator('.getting-started-step');
    await steps.first().waitFor();
    const titles = await steps.locator('h3').allTextContents();
    assert.ok(titles.length >= 4, titles.join(', '));
    for (const [at, title] of titles.entries()) {
      await steps.nth(at).click();
      const picture = page().frameLocator('iframe.webview.ready').frameLocator('iframe').locator('svg');
      await eventually(async () => assert.ok(await picture.first().isVisible(), title));
      await screenshot(page(), `walkthrough-${at + 1}`);
    }
  });
});
