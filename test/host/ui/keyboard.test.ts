import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { useSampleWorkbench } from '../sample-workbench.ts';
import { applyQuickFix, editor, eventually, goTo, openFile, screenshot, visibleText } from '../workbench.ts';

const file = 'tasks/late-fees.md';

describe('an empty document', () => {
  const { page, folder } = useSampleWorkbench();
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page().keyboard.press(key)), Promise.resolve());
  const type = (text: string) => page().keyboard.type(text, { delay: 10 });
  const suggestions = () => page().locator('.suggest-widget.visible .monaco-list-row');

  /** Asks for suggestions, and takes the one that says `label`. */
  async function complete(label: string): Promise<void> {
    const name = page().locator('.label-name').getByText(label, { exact: true });
    const wanted = suggestions().filter({ has: name }).first();
    await eventually(async () => {
      // What a letter has brought up may come from others only.
      if (await suggestions().first().isVisible()) await press('Escape');
      await press('Control+Space');
      await wanted.waitFor({ timeout: 3000 });
    });
    for (let step = await suggestions().count(); step > 0; step--) {
      if (/\bfocused\b/.test((await wanted.getAttribute('class')) ?? '')) break;
      await press('ArrowDown');
    }
    await press('Enter');
    await wanted.waitFor({ state: 'hidden' });
  }

  it('becomes a work item that is ready, with the keyboard only', async () => {
    await writeFile(path.join(folder(), file), '');
    const opened = await openFile(page(), file);
    await press('ControlOrMeta+1');

    await type('---\nid: task-15\ntitle: Charge late fees\nst');
    await complete('status');
    await complete('In Progress');
    await type('\ndependencies: [');
    await complete('task-12');
    await screenshot(page(), 'keyboard-completion');
    await press('End');
    await type('\n---\n\n');

    await type('ar-goal');
    await complete('ar-goal');
    await type('A customer who pays late is charged the fee of their contract, so that nobody has to send it by hand');
    await press('Tab', 'Enter');
    await type('ar-resources');
    await complete('ar-resources');
    await type('The fees');
    await press('Tab');
    await type('../docs/payments.md');
    await press('Tab');
    await screenshot(page(), 'keyboard-snippets');

    await goTo(page(), 3, 9);
    await applyQuickFix(page(), 'Next');
    await opened.locator('.view-line', { hasText: /^##.Next.Steps$/ }).waitFor();
    await type('Read the contracts of 2025 for fees per day');
    await press('Escape');
    await goTo(page(), 3, 9);
    await applyQuickFix(page(), 'Definition of Done');
    await opened.locator('.view-line', { hasText: /^##.Definition.of.Done$/ }).waitFor();
    await type('A test invoice that is ten days late has the fee of its contract');
    await press('Escape');

    await editor(page(), file).locator('.codelens-decoration').getByText('Ready', { exact: true }).waitFor();
    await screenshot(page(), 'keyboard-ready');
    await eventually(async () =>
      assert.match(
        await visibleText(opened),
        /title: Charge late fees\nstatus: In Progress\ndependencies: \[task-12\]\n---[\s\S]*1\. Read the contracts/,
      ),
    );
    await press('ControlOrMeta+S');
  });
});
