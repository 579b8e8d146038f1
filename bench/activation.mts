// What VS Code itself reports of the extension's activation: the least of five windows, of the packaged extension.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { makeSampleWorkspace } from '../scripts/sample-workspace.ts';
import { packageExtension } from '../scripts/setup.mjs';
import { launchBrowser } from '../test/host/browser.ts';
import { startServer } from '../test/host/server.ts';
import { newPage, openView, restored, runCommand, treeRow, visibleText, vsix } from '../test/host/workbench.ts';

const windows = 5;
await packageExtension();
const parent = await mkdtemp(path.join(os.tmpdir(), 'async-ready-'));
const folder = await makeSampleWorkspace(parent);
const [server, browser] = await Promise.all([startServer({ vsix }), launchBrowser()]);
try {
  const load: number[] = [];
  const call: number[] = [];
  for (let count = 0; count < windows; count++) {
    const page = await newPage(browser, server);
    await page.goto(server.address(folder).href);
    await restored(page);
    await openView(page, 'Async Ready');
    await treeRow(page, 'Work Items', /^Not ready/).waitFor();
    await runCommand(page, 'Developer: Startup Performance');
    const report = page.locator('.monaco-editor[data-uri^="perf:"]');
    await report.waitFor();
    await page.keyboard.press('ControlOrMeta+F');
    await page.keyboard.type('async-ready.async-ready');
    const row = report.locator('.view-line', { hasText: /\|.async-ready\.async-ready/ });
    await row.waitFor();
    const line = (await visibleText(report)).split('\n').find((text) => text.includes('async-ready.async-ready'));
    // | Extension | Eager | Load Code | Call Activate | Finish Activate | Event | By |
    const [loadCode = Number.NaN, callActivate = Number.NaN] = (line ?? '')
      .split('|')
      .flatMap((cell) => (/^\s*\d+\s*$/.test(cell) ? [Number(cell)] : []));
    console.log(line?.trim());
    load.push(loadCode);
    call.push(callActivate);
    await page.context().close();
  }
  console.log(`load code ${Math.min(...load)} ms, call activate ${Math.min(...call)} ms`);
} finally {
  await browser.close();
  await server.stop();
  await rm(parent, { recursive: true, force: true, maxRetries: 5 });
}
