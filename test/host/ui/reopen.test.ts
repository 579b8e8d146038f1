import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { useSampleWorkbench } from '../sample-workbench.ts';
import { eventually, openView, restored, treeRow } from '../workbench.ts';

describe('a workspace that is opened again', () => {
  const { page, folder, profile } = useSampleWorkbench();
  const row = (label: RegExp) => treeRow(page(), 'Work Items', label);

  /** The kept reports that hold `text`. */
  async function kept(text: string): Promise<string[]> {
    const files = (await readdir(profile(), { recursive: true })).filter((file) => /reports-[\w-]+\.json$/.test(file));
    const paths = files.map((file) => path.join(profile(), file));
    const texts = await Promise.all(paths.map((file) => readFile(file, 'utf8')));
    return paths.filter((_, at) => texts[at]?.includes(text));
  }

  it('shows what was kept of documents that have not changed, and reads those that have', async () => {
    await openView(page(), 'Async Ready');
    await row(/Dark mode for emails/).waitFor();
    await eventually(async () => assert.equal((await kept('Dark mode for emails')).length, 1));
    // Nobody else writes there: what shows up has come from there.
    for (const file of await kept('Dark mode for emails'))
      await writeFile(file, (await readFile(file, 'utf8')).replaceAll('Dark mode for emails', 'Kept in the dark'));
    const changed = path.join(folder(), 'planning/billing-migration.md');
    await writeFile(changed, (await readFile(changed, 'utf8')).replace(/^# .*/m, '# Changed meanwhile'));

    await page().reload();
    await restored(page());
    await openView(page(), 'Async Ready');
    await row(/Kept in the dark/).waitFor();
    await row(/Changed meanwhile/).waitFor();
  });
});
