import type { Locator } from 'playwright-core';
import { useSampleWorkbench } from '../sample-workbench.ts';
import {
  editor,
  eventually,
  openView,
  quickInput,
  runCommand,
  screenshot,
  shows,
  toast,
  tree,
  treeRow,
} from '../workbench.ts';

const view = 'Work Items';

/** What the tree shows for each grouping of the sample workspace: some of its groups, as a screen reader says them. */
const groupsBy: Readonly<Record<string, readonly RegExp[]>> = {
  Status: [/^Blocked, 1 work item/, /^In Progress, /i, /^To do, /i, /^Done, 2 work items/],
  Folder: [/^backlog\/tasks, 2 work items/, /^tasks, 4 work items/, /^Finished, 2 work items/],
  Owner: [/^Kenji Watanabe, 1 work item/, /^Mine, /, /^No owner, 4 work items/],
  Milestone: [/^one payment provider, 1 work item/, /^No milestone, /],
  Label: [/^backend, 2 work items/, /^webhooks, 1 work item/, /^No label, /],
  'Due date': [/^No due date, 8 work items/],
  Readiness: [/^Ready, 3 work items/, /^Not ready, 5 work items/],
};

describe('the groups of the Work Items view', () => {
  const { page } = useSampleWorkbench({
    settings: { 'asyncReady.me': ['Priya Raman', '@priya'], 'workbench.colorTheme': 'Default Dark Modern' },
  });
  const row = (label: string | RegExp): Locator => treeRow(page(), view, label);

  async function groupBy(name: string): Promise<void> {
    await runCommand(page(), 'Async Ready: Group Work Items');
    await quickInput(page())
      .getByRole('option', { name: new RegExp(`^${name}`) })
      .click();
  }

  /** Types into the box that is titled so, once it is there. */
  async function type(title: string, text: string): Promise<void> {
    await quickInput(page()).locator('.quick-input-title').getByText(title).waitFor();
    await page().keyboard.type(text);
  }

  /** Runs an entry of the menu of a row. */
  async function choose(of: Locator, entry: string): Promise<void> {
    const item = page().getByRole('menuitem', { name: entry });
    // Rows that are shown anew at that moment close the menu.
    await eventually(async () => {
      await of.click({ button: 'right', timeout: 2000 });
      await item.hover({ timeout: 2000 });
    });
    // A menu that has just been opened takes no click.
    await page().waitForTimeout(500);
    await item.click();
    await item.waitFor({ state: 'hidden' });
  }

  before(async () => {
    await openView(page(), 'Async Ready');
    await row(/^Ready, 3 work items/).waitFor();
  });

  for (const [name, groups] of Object.entries(groupsBy)) {
    it(`are by ${name.toLowerCase()}`, async () => {
      await groupBy(name);
      for (const group of groups) await row(group).waitFor();
      await screenshot(page(), `work-items-by-${name}`);
    });
  }

  it('are narrowed while somebody types, and shown again', async () => {
    await runCommand(page(), 'Async Ready: Filter Work Items');
    await type('Filter Work Items', 'invoice');
    await row(/^Export invoices as CSV/).waitFor();
    await row(/^Upgrade Postgres/).waitFor({ state: 'hidden' });
    await screenshot(page(), 'work-items-filtering');
    await page().keyboard.press('Enter');
    await page()
      .getByText(/of 10: “invoice”/)
      .waitFor();
    await runCommand(page(), 'Async Ready: Clear Filter');
    await row(/^Upgrade Postgres/).waitFor();
  });

  it('are as before when the filter is given up', async () => {
    await runCommand(page(), 'Async Ready: Filter Work Items');
    await type('Filter Work Items', 'invoice');
    await row(/^Upgrade Postgres/).waitFor({ state: 'hidden' });
    await page().keyboard.press('Escape');
    await row(/^Upgrade Postgres/).waitFor();
  });

  it('are narrowed to what is mine, and to nothing with a way back', async () => {
    await runCommand(page(), 'Async Ready: Filter Work Items');
    await quickInput(page()).getByRole('option', { name: /^Mine/ }).click();
    await row(/^Rate-limit the public API/).waitFor();
    await row(/^Upgrade Postgres/).waitFor({ state: 'hidden' });
    await screenshot(page(), 'work-items-mine');
    await runCommand(page(), 'Async Ready: Filter Work Items');
    await type('Filter Work Items', 'nothing at all');
    await page().keyboard.press('Enter');
    await page().getByText('No work item passes the filter.').waitFor();
    await screenshot(page(), 'work-items-none');
    await page().getByRole('button', { name: 'Clear Filter' }).last().click();
    await row(/^Upgrade Postgres/).waitFor();
  });

  it('take the status that is chosen in the menu into the document, and give it back by one undo', async () => {
    await choose(row(/^Rate-limit the public API/), 'Set Status');
    await screenshot(page(), 'work-items-set-status');
    await quickInput(page())
      .getByRole('option', { name: /^To Do/i })
      .click();
    await row(/^Rate-limit the public API, ready, status: To do/i).waitFor();
    const opened = editor(page(), 'Rate-limit-the-public-API.md');
    await shows(opened, /status: To do/i);
    await opened.click({ position: { x: 200, y: 10 } });
    await page().keyboard.press('ControlOrMeta+Z');
    await row(/^Rate-limit the public API, ready, status: In Progress/).waitFor();
    await shows(opened, /status: In Progress/);
  });

  it('take an owner that is typed', async () => {
    await choose(row(/^Retry failed webhooks/), 'Set Owner');
    await type('Owner of Retry failed webhooks', '@ines');
    await page().keyboard.press('Enter');
    await row(/^Retry failed webhooks, .*owner: @ines/).waitFor();
    await shows(editor(page(), 'Retry-failed-webhooks.md'), /assignee: \["@ines"\]/);
  });

  it('change the status of what is dragged to another one', async () => {
    await groupBy('Status');
    await row(/^In review, /).waitFor();
    await row(/^Upgrade Postgres/).dragTo(row(/^Blocked, 1 work item/));
    await row(/^Blocked, 2 work items/).waitFor();
    const opened = editor(page(), 'upgrade-postgres.md');
    await shows(opened, /\*\*Status:\*\* Blocked/);
    await screenshot(page(), 'work-items-dragged');
    await groupBy('Folder');
    await row(/^backlog\/tasks, /).waitFor();
    await row(/^Upgrade Postgres/).dragTo(row(/^backlog\/tasks/));
    await toast(page(), /Group the work items by status or owner/).waitFor();
    await groupBy('Readiness');
    await row(/^Not ready, 5 work items/).waitFor();
  });

  it('show what waits on an item, its file and a link to it', async () => {
    await choose(row(/^Rate-limit the public API/), 'Show What Waits on This');
    await page().locator('.peekview-widget').getByText('billing-migration').first().waitFor();
    await page().keyboard.press('Escape');
    await choose(row(/^Rate-limit the public API/), 'Copy Link to Work Item');
    await choose(row(/^Upgrade Postgres/), 'Open Work Item');
    const opened = editor(page(), 'upgrade-postgres.md');
    await opened.waitFor();
    await choose(row(/^Upgrade Postgres/), 'Reveal Work Item in Explorer');
    await page()
      .locator('.explorer-folders-view')
      .getByRole('treeitem', { name: /^upgrade-postgres\.md/ })
      .waitFor();
    await openView(page(), 'Async Ready');
    await tree(page(), view).waitFor();
  });
});
