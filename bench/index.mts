// What a large workspace takes in a real VS Code. As the page sees it, in ratio to reading the files: how long until Work Items has
// rows, and all of them; opened again; after an edit; after 1,000 files have changed at once. And what the extension costs the
// extension host: processor time, the longest turn of its event loop, and memory.
// npm run bench:index [numbers of documents]
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { ensureBuild, packageExtension } from '../scripts/setup.mjs';
import { launchBrowser } from '../test/host/browser.ts';
import { root } from '../test/host/install-vscode.ts';
import { startServer } from '../test/host/server.ts';
import { newPage, openView, restored, runCommand, screenshot, tree, vsix } from '../test/host/workbench.ts';
import { writeDocuments } from './documents.mjs';
import type { Spent } from './index/in-host.ts';
import { runInHost } from './run-in-host.ts';

/** Longer than anything that is measured here should take, in milliseconds. */
const patience = 60_000;
/** For the page: what a screen reader says for the rows that are drawn. To wait for a locator asks every half a second only. */
const rowsInPage = `[...document.querySelectorAll('.pane:has(.pane-header[aria-label^="Work Items "]) [role=treeitem]')].map((row) => row.ariaLabel ?? '')`;
const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 10_000];

interface Workspace {
  readonly folder: string;
  /** Relative to the folder. */
  readonly paths: readonly string[];
  /** Milliseconds that it takes to read the files. */
  readonly floor: number;
  /** What the groups hold, at first and after 1,000 files have changed. */
  readonly groups: ReadonlyMap<string, number>;
  readonly groupsChanged: ReadonlyMap<string, number>;
}

await ensureBuild();
await packageExtension();
const perDocument: { readonly count: number; readonly processor: number }[] = [];
for (const count of counts) {
  const parent = await mkdtemp(path.join(os.tmpdir(), 'async-ready-'));
  try {
    const workspace = makeWorkspace(path.join(parent, 'workspace'), count);
    const { paths, floor } = workspace;
    console.log(`\n${paths.length} documents; reading them takes ${floor.toFixed(0)} ms`);
    await inPage(workspace);
    const spent = await step('the extension host', () => measureHost(workspace, parent));
    if (spent) perDocument.push({ count: paths.length, processor: spent.opening.ours / paths.length });
  } finally {
    await rm(parent, { recursive: true, force: true, maxRetries: 5 });
  }
}
const [least, most] = [perDocument[0], perDocument.at(-1)];
if (least && most && least !== most)
  console.log(
    `\nprocessor time per document, ${most.count} against ${least.count}: ${(most.processor / least.processor).toFixed(2)}`,
  );

function makeWorkspace(folder: string, count: number): Workspace {
  writeDocuments(folder, count);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
  const readAll = (): number => {
    const start = performance.now();
    for (const file of paths) readFileSync(path.join(folder, file));
    return performance.now() - start;
  };
  const floor = Math.min(...Array.from({ length: 3 }, readAll));
  const changed = `${folder}-changed`;
  cpSync(folder, changed, { recursive: true });
  change(changed, paths);
  return { folder, paths, floor, groups: expected(folder), groupsChanged: expected(changed) };
}

/** What a person sees. */
async function inPage(workspace: Workspace): Promise<void> {
  const { folder, floor, groups, groupsChanged } = workspace;
  const [server, browser] = await Promise.all([startServer({ vsix }), launchBrowser()]);
  const page = await newPage(browser, server);
  page.setDefaultTimeout(patience);
  const tell = (what: string, time: number): void =>
    console.log(`${what.padEnd(40)} ${time.toFixed(0).padStart(6)} ms, ${(time / floor).toFixed(1)} times the reading`);
  const shown = async (what: string, work: () => Promise<number>): Promise<void> => {
    const time = await step(what, work, page);
    if (time !== undefined) tell(what, time);
  };
  const open = async (when: string): Promise<void> => {
    await restored(page);
    await page.waitForTimeout(5000); // VS Code's own extensions start.
    await step(
      `the view opens, ${when}`,
      async () => {
        const rows = page.evaluate<OpeningTimes>(watchOpening(groups.get('Not ready') ?? 0, patience));
        const [{ first, all, compared }] = await Promise.all([rows, openView(page, 'Async Ready')]);
        tell(`first rows, ${when}`, first);
        tell(`complete, ${when}`, all);
        tell(`complete and compared, ${when}`, compared);
      },
      page,
    );
  };
  try {
    await page.goto(server.address(folder).href);
    await open('at first');
    await shown('edit to updated row', () => edit(page));
    await page.waitForTimeout(12_000); // The reports are written down.
    await reload(page);
    await open('opened again');
    await shown('1,000 files changed at once', () => changeMany(page, workspace));
    await step('the same as a fresh scan', () => compare(page, groupsChanged), page);
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** In milliseconds from the click on. */
interface OpeningTimes {
  /** Until there are rows. */
  readonly first: number;
  /** Until the first group has all of its work items. */
  readonly all: number;
  /** Until the badge says so too, which it does when each file has been looked at. */
  readonly compared: number;
}

/** A script for the page, which looks at each frame. */
function watchOpening(notReady: number, longest: number): string {
  return `new Promise((resolve, reject) => {
    let click, first, all;
    addEventListener('mousedown', () => { click = performance.now(); }, { capture: true, once: true });
    setTimeout(() => reject(new Error('The rows did not come.')), ${longest});
    const look = () => {
      if (click !== undefined) {
        const now = performance.now() - click;
        const rows = ${rowsInPage};
        const badges = [...document.querySelectorAll('.activitybar .badge-content')].map((badge) => badge.textContent);
        if (rows.length > 0) first ??= now;
        if (rows.some((row) => row.startsWith('Not ready, ${notReady} '))) all ??= now;
        if (all !== undefined && badges.some((badge) => badge !== '')) return resolve({ first, all, compared: now });
      }
      requestAnimationFrame(look);
    };
    look();
  })`;
}

/** As a person does it who has looked at something else last, so that the view is not there at once. */
async function reload(page: Page): Promise<void> {
  await runCommand(page, 'View: Close All Editors');
  await openView(page, 'Explorer');
  const reloaded = page.waitForEvent('load');
  await runCommand(page, 'Developer: Reload Window');
  await reloaded;
}

/** Does one thing; what goes wrong is told, with a picture of the window, and the others go on. */
async function step<T>(what: string, work: () => Promise<T>, page?: Page): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    process.exitCode = 1;
    console.log(`${what.padEnd(40)} FAILED: ${error instanceof Error ? error.message : error}`);
    if (page) console.log(`  see ${await screenshot(page, `bench ${what}`)}`);
    return undefined;
  }
}

/** Changes the title of the first work item. @returns the milliseconds until its row says so */
async function edit(page: Page): Promise<number> {
  await page.waitForTimeout(3000); // A click is lost while VS Code takes the rows anew.
  const row = tree(page, 'Work Items').getByRole('treeitem', { level: 2 }).first();
  const title = (await row.getAttribute('aria-label'))?.split(',')[0] ?? '';
  await row.dblclick(); // A single click leaves the focus in the tree.
  await page.locator('.monaco-editor.focused').waitFor();
  await page.waitForTimeout(5000); // VS Code's own markdown extensions start.
  await page.keyboard.press('ControlOrMeta+F');
  await page.keyboard.type(title);
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight'); // From what was found to its end, which a quote may follow.
  const changed = tree(page, 'Work Items').getByRole('treeitem', { name: new RegExp(`^${title}Z,`) });
  const start = performance.now();
  await page.keyboard.type('Z');
  await rowSays(page, `${title}Z,`);
  const time = performance.now() - start;
  await page.keyboard.press('ControlOrMeta+Z');
  await changed.waitFor({ state: 'detached' });
  return time;
}

/** @returns the milliseconds until the view tells of all of them */
async function changeMany(page: Page, { folder, paths, groupsChanged }: Workspace): Promise<number> {
  const start = performance.now();
  change(folder, paths);
  await rowSays(page, `Not ready, ${groupsChanged.get('Not ready')} `);
  return performance.now() - start;
}

/** Has 1,000 work items, or as many as there are, say that they are done. */
function change(folder: string, paths: readonly string[]): void {
  for (const file of paths.slice(-1000)) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    writeFileSync(path.join(folder, file), `---\nstatus: Done\n---\n${text.replace(/^---\n[\s\S]*?\n---\n/, '')}`);
  }
}

/** What the view says of all its groups. */
async function compare(page: Page, groups: ReadonlyMap<string, number>): Promise<void> {
  for (const [name, count] of groups) {
    const group = tree(page, 'Work Items').getByRole('treeitem', { name: new RegExp(`^${name}, ${count} `) });
    await group.waitFor();
    // Folded away, so that the next one is drawn.
    for (; (await group.getAttribute('aria-expanded')) === 'true'; await page.waitForTimeout(500))
      await group.locator('.monaco-tl-twistie').click(); // A click is lost while VS Code takes the rows anew.
  }
}

/** Waits for a row that is spoken of so. */
async function rowSays(page: Page, start: string): Promise<void> {
  await page.waitForFunction(`${rowsInPage}.some((row) => row.startsWith(${JSON.stringify(start)}))`);
}

/** What the command line says that the groups hold. */
function expected(folder: string): ReadonlyMap<string, number> {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'dist/cli.cjs'), 'check', '--format', 'json', '.'],
    { cwd: folder, maxBuffer: 1 << 30, encoding: 'utf8' },
  );
  if (status !== 0 && status !== 1) throw new Error(stderr);
  const { documents } = JSON.parse(stdout) as { documents: CheckedDocument[] };
  return new Map(
    ['Not ready', 'Ready', 'Finished'].map((name) => [
      name,
      documents.filter((document) => document.workItem && groupOf(document) === name).length,
    ]),
  );
}

interface CheckedDocument {
  readonly workItem: boolean;
  readonly finished: boolean;
  readonly points: Readonly<Record<string, { readonly verdict: string }>>;
}

function groupOf({ finished, points }: CheckedDocument): string {
  if (finished) return 'Finished';
  return Object.values(points).some(({ verdict }) => verdict === 'unmet') ? 'Not ready' : 'Ready';
}

/** @param parent a folder for what is made meanwhile. */
async function measureHost({ folder }: Workspace, parent: string): Promise<Spent> {
  const empty = path.join(parent, 'empty');
  mkdirSync(empty);
  const measure = (workspace: string): Promise<Spent> =>
    runInHost<Spent>('bench/index/in-host.ts', workspace, path.join(parent, 'result.json'));
  const least = await measure(empty);
  const spent = await measure(folder);
  const { heap, opening, edit, manyFiles } = spent;
  const tell = (what: string, cost: Spent['edit']): void => {
    if (!cost) return;
    const [time, turn] = [cost.ours.toFixed(0).padStart(6), cost.longestTurn.toFixed(0)];
    console.log(`${`host: ${what}`.padEnd(40)} ${time} ms of processor time, longest turn ${turn} ms`);
  };
  tell('opened', opening);
  tell('an edit', edit);
  tell('1,000 files changed at once', manyFiles);
  console.log(
    `${'host: memory'.padEnd(40)} ${((heap - least.heap) / 1e6).toFixed(0).padStart(6)} MB more than with an empty folder`,
  );
  return spent;
}
