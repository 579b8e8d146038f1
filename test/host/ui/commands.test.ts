import { useSampleWorkbench } from '../sample-workbench.ts';
import { editor, quickInput, runCommand, toast } from '../workbench.ts';

describe('commands', () => {
  const { page } = useSampleWorkbench();

  it('Check All Work Items says what it came to', async () => {
    await runCommand(page(), 'Async Ready: Check All Work Items');
    await toast(page(), '3 of 8 open work items are ready').waitFor();
  });

  it('Write Handoff Note opens a note with what git says', async () => {
    await runCommand(page(), 'Async Ready: Write Handoff Note from Current Changes');
    await quickInput(page())
      .getByRole('option', { name: /Rate-limit the public API/ })
      .click();
    await editor(page(), '-rate-limit-the-public-api.md').getByText('2 commits are not pushed.').waitFor();
  });
});
