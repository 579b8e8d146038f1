import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import { accessibilityFaults } from '../accessibility.ts';
import { writeLinkedWorkItems } from '../linked-work-items.ts';
import { useSampleWorkbench } from '../sample-workbench.ts';
import {
  chooseTheme,
  editor,
  eventually,
  openFile,
  openView,
  quickInput,
  runCommand,
  screenshot,
  shows,
  tree,
  webviewFrame,
} from '../workbench.ts';

describe('the dependency map', () => {
  const { page, folder } = useSampleWorkbench();
  let frame: Frame;

  const box = (name: string): Locator => frame.getByRole('button', { name: new RegExp(`^${name}`) }).first();
  const summary = (text: RegExp): Promise<void> => frame.locator('#status').getByText(text).waitFor();
  const current = () => frame.evaluate<string | null>('document.activeElement?.getAttribute("aria-label") ?? null');
  const backToMap = async () => {
    await page().getByRole('tab', { name: 'Dependency Map' }).click();
    frame = await webviewFrame(page(), '#canvas');
    await box('PAY-2').waitFor();
  };

  before(async () => {
    await writeLinkedWorkItems(folder());
    await openView(page(), 'Async Ready');
    await tree(page(), 'Work Items').waitFor();
    // What a view's title offers is there while the pointer is over it.
    await tree(page(), 'Work Items').hover();
    await page().getByRole('button', { name: 'Show Dependency Map' }).click();
    frame = await webviewFrame(page(), '#canvas');
  });

  it('shows open work that is linked, tells what it leaves out, and marks circles', async () => {
    await summary(/^11 work items, 11 links, 3 in a circle\. Left out: 6 without links, 1 set aside and 3 finished\.$/);
    await frame
      .getByRole('button', { name: /^PAY-3 .*not ready, 4 of 5 points met, missing: .*waits on: PAY-2/ })
      .waitFor();
    await frame.getByRole('button', { name: /^WEB-2 .*waits on itself, in a circle/ }).waitFor();
    assert.equal(await frame.locator('.links .circular').count(), 3);
    assert.equal(await frame.getByRole('button', { name: /^PAY-1/ }).count(), 0);
  });

  it('is as large as it can be read, and all of it in sight where that is possible', async () => {
    const picture = frame.locator('#canvas > svg');
    await eventually(async () => {
      const [area, drawn] = [await frame.locator('#canvas').boundingBox(), await picture.boundingBox()];
      assert.ok(area && drawn);
      const natural = Number((await picture.getAttribute('viewBox'))?.split(' ')[2]);
      assert.equal(
        Math.round((drawn.width / natural) * 100),
        Math.round(Math.max(0.7, Math.min(1, (area.width - 2) / natural)) * 100),
      );
    });
  });

  it('keeps every text within its box', async () => {
    const over = await frame.evaluate<string[]>(`[...document.querySelectorAll('.item')].flatMap((item) =>
      [...item.querySelectorAll('text')]
        .filter((text) => text.getBBox().x + text.getBBox().width > item.querySelector('.box').getBBox().width - 10)
        .map((text) => text.textContent))`);
    assert.deepEqual(over, []);
  });

  it('shows finished work, what is set aside and what is linked to nothing, when asked to', async () => {
    await frame.getByRole('checkbox', { name: /^Finished/ }).check();
    await box('PAY-1').waitFor();
    await summary(/^13 work items, 13 links/);
    await frame.getByRole('checkbox', { name: /^Without links/ }).check();
    await summary(/^20 work items/);
    await frame.getByRole('checkbox', { name: /^Set aside/ }).check();
    await summary(/^21 work items, 14 links/);
    await frame.getByRole('button', { name: /^PAY-8 .*; set aside; status: Deferred; waits on: PAY-7/ }).waitFor();
    await screenshot(page(), 'dependency-map-all');
    await frame.getByRole('checkbox', { name: /^Finished/ }).uncheck();
    await frame.getByRole('checkbox', { name: /^Set aside/ }).uncheck();
    await frame.getByRole('checkbox', { name: /^Without links/ }).uncheck();
  });

  it('keeps to a folder', async () => {
    await frame.getByLabel('Folder').selectOption({ label: 'roadmap (11)' });
    await summary(/^9 work items/);
    await frame.getByLabel('Folder').selectOption({ label: 'All folders' });
    await summary(/^11 work items/);
  });

  it('is zoomed, dragged and fitted into the panel', async () => {
    const picture = frame.locator('#canvas > svg');
    const width = async () => Number(await picture.getAttribute('width'));
    const before = await width();
    await frame.getByRole('button', { name: 'Zoom in' }).click();
    assert.equal(await width(), Math.round(before * 1.25));
    const scrolled = () => frame.locator('#canvas').evaluate((element) => element.scrollLeft);
    const from = await scrolled();
    const area = await frame.locator('#canvas').boundingBox();
    assert.ok(area);
    await page().mouse.move(area.x + 300, area.y + area.height - 60);
    await page().mouse.down();
    await page().mouse.move(area.x + 200, area.y + area.height - 60, { steps: 4 });
    await page().mouse.up();
    assert.equal((await scrolled()) - from, 100);
    await frame.getByRole('button', { name: 'Fit' }).click();
    assert.ok((await width()) <= area.width);
    await page().mouse.move(area.x + 100, area.y + 100);
    await page().keyboard.down('Control');
    await page().mouse.wheel(0, -100);
    await page().keyboard.up('Control');
    await eventually(async () => assert.ok((await width()) > area.width));
    await frame.getByRole('button', { name: 'Fit' }).click();
  });

  it('finds work items by words', async () => {
    await frame.getByLabel(/^Search/).fill('kenji ready');
    await frame.locator('#hits').getByText('2 of 11').waitFor();
    assert.equal(await frame.locator('.item.dimmed').count(), 9);
    await frame.getByLabel(/^Search/).press('Escape');
    assert.equal(await frame.locator('.item.dimmed').count(), 0);
  });

  it('is a list as well, from which documents open', async () => {
    await frame.getByRole('button', { name: 'List' }).click();
    const row = frame.getByRole('row', { name: /^PAY-6 / });
    assert.match((await row.textContent()) ?? '', /Ready[\s\S]*Kenji[\s\S]*PAY-3[\s\S]*PAY-4[\s\S]*PAY-5[\s\S]*PAY-7/);
    await screenshot(page(), 'dependency-map-list');
    assert.deepEqual(await accessibilityFaults(frame), []);
    await row.getByRole('button', { name: /^PAY-4/ }).click();
    await editor(page(), 'PAY-4.md').waitFor();
    await backToList();
    await frame.getByRole('button', { name: 'Map', exact: true }).click();
    await box('PAY-2').waitFor();
  });

  const backToList = async () => {
    await page().getByRole('tab', { name: 'Dependency Map' }).click();
    frame = await webviewFrame(page(), '#list table');
  };

  it('opens a document by a click, and is where it was afterwards', async () => {
    await frame.getByLabel(/^Search/).fill('provider');
    await box('PAY-5').click();
    await editor(page(), 'PAY-5.md').waitFor();
    await backToMap();
    await frame
      .locator('#hits')
      .getByText(/^\d of 11$/)
      .waitFor();
    await frame.getByLabel(/^Search/).press('Escape');
  });

  it('follows what is typed', async () => {
    await openFile(page(), 'PAY-7.md');
    await page().keyboard.press('ControlOrMeta+End');
    await page().keyboard.type('\n## Definition of done\n\n- [ ] The old provider has confirmed the end in writing');
    await backToMap();
    await frame.getByRole('button', { name: /^PAY-7 .*; ready;/ }).waitFor();
  });

  it('goes along links with the keyboard, and opens what it stands on beside the map', async () => {
    await frame.getByLabel(/^Search/).focus();
    await page().keyboard.press('ArrowDown');
    await page().keyboard.press('Home');
    await eventually(async () => assert.match((await current()) ?? '', /^PAY-2/));
    await page().keyboard.press('ArrowRight');
    assert.match((await current()) ?? '', /^PAY-[34]/);
    await page().keyboard.press('ArrowRight');
    assert.match((await current()) ?? '', /^PAY-[56]/);
    await page().keyboard.press('ArrowLeft');
    assert.match((await current()) ?? '', /^PAY-[34]/);
    for (let step = 0; step < 3; step++) await page().keyboard.press('ArrowDown');
    await screenshot(page(), 'dependency-map-keyboard');
    const name = await current();
    await page().keyboard.press('Control+Enter');
    const opened = editor(page(), `${name?.split(' ')[0]}.md`);
    await opened.waitFor();
    assert.ok(await frame.locator('#canvas').isVisible());
    await page().keyboard.press('ControlOrMeta+W');
  });

  const saveAsSvg = async () => {
    await frame.getByRole('button', { name: 'Export…' }).click();
    await quickInput(page())
      .getByRole('option', { name: /^Save as SVG/ })
      .click();
    await quickInput(page())
      .getByRole('button', { name: /^(OK|Save)$/ })
      .click();
  };

  it('leaves as a picture, through a dialog that asks before it replaces', async () => {
    await backToMap();
    const file = path.join(folder(), 'dependency-map.svg');
    await saveAsSvg();
    await eventually(async () =>
      assert.match(await readFile(file, 'utf8'), /^<svg xmlns=[\s\S]*PAY-2[\s\S]*<\/svg>\n$/),
    );
    await writeFile(file, 'a picture of mine');
    await saveAsSvg();
    await page()
      .getByText(/already exists/)
      .first()
      .waitFor();
    await page().keyboard.press('Escape');
    await page().keyboard.press('Escape');
    await quickInput(page()).waitFor({ state: 'hidden' });
    assert.equal(await readFile(file, 'utf8'), 'a picture of mine');
  });

  it('leaves as Mermaid', async () => {
    await frame.getByRole('button', { name: 'Export…' }).click();
    await quickInput(page())
      .getByRole('option', { name: /^Copy as Mermaid/ })
      .click();
    await page().locator('.statusbar').getByText('The dependency map is in the clipboard.').waitFor();
    await runCommand(page(), 'File: New Untitled Text File');
    await page().keyboard.press('ControlOrMeta+V');
    const draft = page().locator('.monaco-editor[data-uri^="untitled:"]');
    await shows(draft, /^```mermaid\nflowchart LR\n {2}item1\[/);
  });

  for (const theme of ['Light Modern', 'Dark Modern', 'Dark High Contrast', 'Light High Contrast'])
    it(`has nothing that axe minds in ${theme}`, async () => {
      await chooseTheme(page(), theme);
      await backToMap();
      await box('PAY-2').focus();
      await screenshot(page(), `dependency-map-${theme}`);
      assert.deepEqual(await accessibilityFaults(frame), []);
    });
});

describe('the dependency map of many work items', () => {
  const { page, folder } = useSampleWorkbench();

  before(async () => {
    for (const part of ['north', 'south']) {
      await mkdir(path.join(folder(), part));
      for (let at = 1; at <= 260; at++) {
        const text = `---\nid: ${part}-${at}\ntype: task\nstatus: To Do\ndependencies: [${part}-${at - 1}]\n---\n# Step ${at}\n`;
        await writeFile(path.join(folder(), part, `${at}.md`), text);
      }
    }
    await runCommand(page(), 'Async Ready: Show Dependency Map');
  });

  it('says that they are too many for a picture, and draws those of a folder', async () => {
    const frame = await webviewFrame(page(), '#canvas');
    await frame
      .locator('#notice')
      .getByText(/^\d{3} work items with \d{3} links are too much for a picture\. Choose a folder/)
      .waitFor();
    assert.equal(await frame.getByRole('button', { name: 'Export…' }).isDisabled(), true);
    await frame.getByLabel('Folder').selectOption({ label: 'north (260)' });
    await frame.getByRole('button', { name: /^north-260 / }).waitFor();
    assert.equal(await frame.locator('#notice').isVisible(), false);
  });

  it('lists the first 500 of them, and others by a search', async () => {
    const frame = await webviewFrame(page(), '#canvas');
    await frame.getByLabel('Folder').selectOption({ label: 'All folders' });
    await frame.getByRole('button', { name: 'List' }).click();
    await frame.getByText(/^The first 500 of \d{3} work items\. Search to see others\.$/).waitFor();
    await frame.getByLabel(/^Search/).fill('south-260');
    await frame.getByRole('row', { name: /^south-260 / }).waitFor();
  });
});
