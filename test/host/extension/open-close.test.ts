import assert from 'node:assert/strict';
import { queryObjects, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { commands, type Uri, window, workspace } from 'vscode';
import { findings, pause, removeFiles, until, withoutDone, writeFile } from './workspace.ts';

/** Enough for the compiler to be done with what is run over and over. */
const warmUp = 40;
const cycles = 200;
/** Of the heap of the whole extension host. */
const mostGrowth = 0.05;
/** Less than one a cycle: whoever listens has a function for it. */
const mostFunctions = 150;

const views = ['workItems', 'readyToStart', 'waitingOn', 'handoffs'];
const panels = ['asyncReady.showDependencyMap', 'asyncReady.showReadinessReport'];

/** What the extension host still holds, the least of ten: its heap in bytes, timers, and functions, of which each listener is one. */
async function held() {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const least = { heap: Number.POSITIVE_INFINITY, timers: Number.POSITIVE_INFINITY };
  for (let at = 0; at < 10; at++) {
    await pause(300);
    collect();
    least.heap = Math.min(least.heap, process.memoryUsage().heapUsed);
    const timers = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    least.timers = Math.min(least.timers, timers);
  }
  return { ...least, functions: queryObjects(Function, { format: 'count' }) };
}

/** Every tenth time a panel, too: each has a listener for all that it follows. */
async function openAndClose(uri: Uri, times: number): Promise<void> {
  for (let at = 0; at < times; at++) {
    // Unlike showTextDocument, which has VS Code hold the text for minutes.
    await commands.executeCommand('vscode.open', uri);
    await until(() => findings(uri).length > 0, 'the document has no findings');
    await commands.executeCommand(`asyncReady.${views[at % views.length]}.focus`);
    if (at % 10 === 0) await commands.executeCommand(panels[(at / 10) % panels.length] ?? '');
    await commands.executeCommand('workbench.view.explorer');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await until(() => !workspace.textDocuments.some((open) => open.uri.toString() === uri.toString()), 'it stays open');
  }
}

describe('documents, views and panels that are opened and closed', () => {
  after(removeFiles);

  it('leave nothing behind after 200 times', async function () {
    // It takes minutes, and tells of us rather than of the release.
    if (process.env.TEST_RELEASE === 'oldest') this.skip();
    this.timeout(600_000);
    const text = `${withoutDone}\n## Notes\n\n- [Gone](gone.md)\n\n${'Some words on mails.\n\n'.repeat(4000)}`;
    const uri = await writeFile('tasks/long.md', text);
    await openAndClose(uri, warmUp);
    const before = await held();
    const start = performance.now();
    await openAndClose(uri, cycles);
    const seconds = (performance.now() - start) / 1000;
    const after = await held();
    const growth = after.heap / before.heap - 1;
    const told = `${(before.heap / 1e6).toFixed(1)} MB, then ${(after.heap / 1e6).toFixed(1)} MB; timers ${before.timers}, then ${after.timers}; functions ${before.functions}, then ${after.functions}; ${seconds.toFixed(0)} s`;
    assert.ok(growth <= mostGrowth, told);
    assert.ok(after.timers <= before.timers + 2, told);
    assert.ok(after.functions <= before.functions + mostFunctions, told);
    assert.deepEqual(
      window.tabGroups.all.flatMap(({ tabs }) => tabs),
      [],
    );
  });
});
