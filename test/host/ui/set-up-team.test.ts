import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readProjectFile } from '../../../src/core/project-file.ts';
import { useSampleWorkbench } from '../sample-workbench.ts';
import { editor, eventually, runCommand, screenshot, shows, toast } from '../workbench.ts';

const command = 'Async Ready: Set Up for Your Team';

describe('Set Up for Your Team', () => {
  const { page, folder } = useSampleWorkbench();
  const projectFile = () => path.join(folder(), '.async-ready.yml');

  it('shows what it found, and writes it when it is saved', async () => {
    await runCommand(page(), command);
    const opened = editor(page(), '.async-ready.yml');
    await opened.waitFor();
    await shows(opened, /How|how they are understood/);
    await assert.rejects(readFile(projectFile()), /ENOENT/);
    await screenshot(page(), 'set-up-team');

    await toast(page(), /work items in .* folders/)
      .getByRole('button', { name: 'Save' })
      .click();
    await eventually(async () => {
      const { settings, problems } = readProjectFile(await readFile(projectFile(), 'utf8'));
      assert.deepEqual(problems, []);
      assert.equal(settings.handoffsFolder, 'handoffs');
    });
  });

  it('leaves a project file that is there as it is, and shows the draft beside it', async () => {
    const own = 'stale-after-days: 3\n';
    await writeFile(projectFile(), own);
    await runCommand(page(), command);
    await toast(page(), /Take what is new from the draft/).waitFor();
    await editor(page(), '.async-ready.yml').waitFor();
    await screenshot(page(), 'set-up-team-beside');
    assert.equal(await readFile(projectFile(), 'utf8'), own);
  });
});
