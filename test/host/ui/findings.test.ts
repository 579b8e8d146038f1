import assert from 'node:assert/strict';
import { useSampleWorkbench } from '../sample-workbench.ts';
import { applyQuickFix, goTo, openFile, problems, visibleText } from '../workbench.ts';

describe('findings', () => {
  const { page } = useSampleWorkbench();

  it('are listed in Problems', async () => {
    await openFile(page(), 'tasks/upgrade-postgres.md');
    const rows = await problems(page());
    await rows.filter({ hasText: 'done-missing' }).waitFor();
    assert.equal(await rows.filter({ hasText: 'README.md' }).count(), 0);
  });

  it('are mended by a quick fix, and one undo takes it back', async () => {
    const opened = await openFile(page(), 'tasks/dark-mode-for-emails.md');
    const before = await visibleText(opened);
    await goTo(page(), 1, 4);
    await applyQuickFix(page(), 'Add section "Resources"');
    await opened.getByText('## Resources').waitFor();
    await page().keyboard.press('ControlOrMeta+Z');
    await opened.getByText('## Resources').waitFor({ state: 'detached' });
    assert.equal(await visibleText(opened), before);
  });
});
