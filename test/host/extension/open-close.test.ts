import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { commands, type Uri, workspace } from 'vscode';
import { findings, pause, removeFiles, until, withoutDone, writeFile } from './workspace.ts';

/** Enough for the compiler to be done with what is run over and over. */
const warmUp = 40;
const cycles = 200;
/** Of the heap of the whole extension host. */
const mostGrowth = 0.05;

/** What the extension host still holds, in bytes, and its timers: the least of ten. */
async function held(): Promise<{ readonly heap: number; readonly timers: number }> {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  let heap = Number.POSITIVE_INFINITY;
  let timers = Number.POSITIVE_INFINITY;
  for (let at = 0; at < 10; at++) {
    await pause(300);
    collect();
    heap = Math.min(heap, process.memoryUsage().heapUsed);
    timers = Math.min(timers, process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length);
  }
  return { heap, timers };
}

async function openAndClose(uri: Uri, times: number): Promise<void> {
  for (let at = 0; at < times; at++) {
    // Unlike showTextDocument, which has VS Code hold the text for minutes.
    await commands.executeCommand('vscode.open', uri);
    await until(() => findings(uri).length > 0, 'the document has no findings');
    if (at % 20 === 0) await commands.executeCommand('asyncReady.showDependencyMap');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await until(() => !workspace.textDocuments.some((open) => open.uri.toString() === uri.toString()), 'it stays open');
  }
}

describe('documents and panels that are opened and closed', () => {
  after(removeFiles);

  it('leave nothing behind after 200 times', async function () {
    // It takes a minute, and tells of us rather than of the release.
    if (process.env.TEST_RELEASE === 'oldest') this.skip();
    this.timeout(300_000);
    const text = `${withoutDone}\n## Notes\n\n- [Gone](gone.md)\n\n${'Some words on mails.\n\n'.repeat(4000)}`;
    const uri = await writeFile('tasks/long.md', text);
    await openAndClose(uri, warmUp);
    const before = await held();
    const start = performance.now();
    await openAndClose(uri, cycles);
    const seconds = (performance.now() - start) / 1000;
    const after = await held();
    const growth = after.heap / before.heap - 1;
    const told = `${(before.heap / 1e6).toFixed(1)} MB, then ${(after.heap / 1e6).toFixed(1)} MB; timers ${before.timers}, then ${after.timers}; ${seconds.toFixed(0)} s`;
    assert.ok(growth <= mostGrowth, told);
    assert.ok(after.timers <= before.timers + 2, told);
  });
});
