import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { useSampleWorkbench } from '../sample-workbench.ts';
import { editor, openFile, screenshot } from '../workbench.ts';

describe('the language status', () => {
  const { page, folder } = useSampleWorkbench();
  const hover = () => page().locator('.hover-language-status');
  const says = (text: string) => hover().filter({ hasText: text }).waitFor();

  async function look(): Promise<void> {
    await page().mouse.move(600, 300);
    await page().locator('[id="status.languageStatus"]').hover();
  }

  it('says what a document is taken for, and by which configuration', async () => {
    await openFile(page(), 'planning/billing-migration.md');
    await look();
    await says('Async Ready: work item, 3 of 5');
    await says('settings');
    await screenshot(page(), 'language-status');
    await openFile(page(), 'README.md');
    await look();
    await says('Async Ready: not a work item');
  });

  it('leads to the project file', async () => {
    await writeFile(path.join(folder(), '.async-ready.yml'), 'rules:\n  done-missing: off\n');
    await openFile(page(), 'planning/billing-migration.md');
    await look();
    await says('.async-ready.yml, 1 rule off');
    await hover().getByRole('button', { name: 'Open' }).click();
    await editor(page(), '.async-ready.yml').waitFor();
  });
});
