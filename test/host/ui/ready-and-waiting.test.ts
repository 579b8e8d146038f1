import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { useSampleWorkbench } from '../sample-workbench.ts';
import { editor, openView, screenshot, treeRow } from '../workbench.ts';

describe('the views of what can be started and what is waited on', () => {
  const { page, folder } = useSampleWorkbench();
  const waiting = (label: RegExp): Locator => treeRow(page(), 'Waiting On', label);

  before(() => openView(page(), 'Async Ready'));

  it('say whom and what open work waits on, and lead to where it is said', async () => {
    await waiting(/^the contract with Northwind, outside the work items, holds up 1, /).waitFor();
    await waiting(/^task-12 Rate-limit the public API, work item, holds up 1, /).waitFor();
    await screenshot(page(), 'waiting-on');
    await waiting(/^Sign in with SSO waits, /).click();
    await editor(page(), 'sign-in-with-sso.md').waitFor();
    await page().locator('.statusbar').getByText(/Ln 5,/).waitFor();
  });

  it('say what can be started once nobody owns it and it waits on nothing', async () => {
    const ready = (label: RegExp): Locator => treeRow(page(), 'Ready to Start', label);
    await page().getByText('Nothing can be started right now').waitFor();
    await writeFile(
      path.join(folder(), 'tasks/export-invoices-as-csv.md'),
      [
        '# Export invoices as CSV',
        '**Status:** To do\n**Depends on:** nothing\n**Links:** [docs/csv-columns.md](../docs/csv-columns.md)',
        '## Goal',
        'An accountant downloads a month of invoices as one CSV file.',
        '## Next steps',
        '1. Try the file in Xero, with the test company.',
        '## Definition of done',
        '- [ ] The file of the test company imports into Xero without a warning\n',
      ].join('\n\n'),
    );
    await ready(/^Export invoices as CSV, ready, status: To do/).waitFor();
    await screenshot(page(), 'ready-to-start');
  });
});
