// How long a window of a real VS Code takes to show the work items of a large workspace, as the page sees it, in ratio to reading
// its files: at first, with the reports kept from before, after an edit, and after 1,000 files have changed at once.
// npm run bench:index [documents]
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { packageExtension } from '../scripts/setup.mjs';
import { launchBrowser } from '../test/host/browser.ts';
import { root } from '../test/host/install-vscode.ts';
import { startServer } from '../test/host/server.ts';
import { newPage, openView, restored, tree, vsix } from '../test/host/workbench.ts';
import { writeDocuments } from './documents.mjs';

const count = Number(process.argv[2] ?? 10_000);

interface Group {
  readonly name: string;
  readonly items: number;
}

await packageExtension();
const parent = await mkdtemp(path.join(os.tmpdir(), 'async-ready-'));
const folder = path.join(parent, 'workspace');
writeDocuments(folder, count);
const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
const floor = Math.min(...Array.from({ length: 3 }, readAll));
const [server, browser] = await Promise.all([startServer({ vsix }), launchBrowser()]);
try {
  console.log(`${paths.length} documents; reading them takes ${floor.toFixed(0)} ms`);
  const page = await newPage(browser, server);
  page.setDefaultTimeout(300_000);
  await page.goto(server.address(folder).href);
  await open(page, 'at first', expected());

  await edit(page);
  await page.waitForTimeout(12_000); // The reports are written down.

  await page.reload();
  await open(page, 'opened again', expected());

  for (const file of paths.slice(-1000)) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    writeFileSync(path.join(folder, file), `---\nstatus: Done\n---\n${text.replace(/^---\n[\s\S]*?\n---\n/, '')}`);
  }
  tell('1,000 files changed at once', await until(page, expected()));
} finally {
  await browser.close();
  await server.stop();
  await rm(parent, { recursive: true, force: true, maxRetries: 5 });
}

/** Opens the view, and tells when it has rows and when it has all. */
async function open(page: Page, when: string, groups: readonly Group[]): Promise<void> {
  await restored(page);
  await page.waitForTimeout(3000);
  const start = performance.now();
  await openView(page, 'Async Ready');
  await tree(page, 'Work Items').getByRole('treeitem').first().waitFor();
  tell(`first rows, ${when}`, performance.now() - start);
  await until(page, groups);
  tell(`complete, ${when}`, performance.now() - start);
}

/** Changes the title of the first work item, and tells when its row says so. */
async function edit(page: Page): Promise<void> {
  const row = tree(page, 'Work Items').getByRole('treeitem', { level: 2 }).first();
  await row.click();
  await page.locator('.monaco-editor.focused').waitFor();
  const title = (await row.getAttribute('aria-label'))?.split(',')[0] ?? '';
  await page.keyboard.press('ControlOrMeta+F');
  await page.keyboard.type(title);
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  const start = performance.now();
  await page.keyboard.type('Z');
  await tree(page, 'Work Items')
    .getByRole('treeitem', { name: new RegExp(`^${title}Z`) })
    .waitFor();
  tell('edit to updated row', performance.now() - start);
  await page.keyboard.press('ControlOrMeta+Z');
}

/** What the command line says that the groups hold. */
function expected(): readonly Group[] {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'dist/cli.cjs'), 'check', '--format', 'json', '.'],
    { cwd: folder, maxBuffer: 1 << 30, encoding: 'utf8' },
  );
  if (status !== 0 && status !== 1) throw new Error(stderr);
  const { documents } = JSON.parse(stdout) as {
    documents: { workItem: boolean; finished: boolean; points: Record<string, { verdict: string }> }[];
  };
  // The first group: others are not drawn while its rows fill the view.
  const isNotReady = ({ workItem, finished, points }: (typeof documents)[number]): boolean =>
    workItem && !finished && Object.values(points).some(({ verdict }) => verdict === 'unmet');
  return [{ name: 'Not ready', items: documents.filter(isNotReady).length }];
}

/** Waits until the groups have as many work items. @returns the milliseconds that it took */
async function until(page: Page, groups: readonly Group[]): Promise<number> {
  const start = performance.now();
  for (const { name, items } of groups)
    await tree(page, 'Work Items')
      .getByRole('treeitem', { name: new RegExp(`^${name}, ${items} `) })
      .waitFor();
  return performance.now() - start;
}

function readAll(): number {
  const start = performance.now();
  for (const file of paths) readFileSync(path.join(folder, file));
  return performance.now() - start;
}

function tell(what: string, time: number): void {
  console.log(`${what.padEnd(40)} ${time.toFixed(0).padStart(6)} ms, ${(time / floor).toFixed(1)} times the reading`);
}
