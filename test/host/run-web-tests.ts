// Runs test/host/web in VS Code's web extension host: node --import tsx test/host/run-web-tests.ts
import { appendFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { makeSampleWorkspace } from '../../scripts/sample-workspace.ts';
import { runInExtensionHost } from './automation.ts';
import { bundleWebTests } from './bundle-tests.ts';
import { newest, root } from './install-vscode.ts';

/** Prints what the suite says; its results also go to the file TEST_RESULTS, as results-reporter.cjs would write them. */
function print(line: string): void {
  const result = /^TEST_RESULT (.*)$/s.exec(line)?.[1];
  if (result !== undefined && process.env.TEST_RESULTS) appendFileSync(process.env.TEST_RESULTS, `${result}\n`);
  console.log(line);
}

async function main(): Promise<void> {
  const parent = await mkdtemp(path.join(os.tmpdir(), 'async-ready-'));
  try {
    process.exitCode = await runInExtensionHost({
      release: newest,
      folder: await makeSampleWorkspace(parent),
      extension: root,
      tests: await bundleWebTests(),
      web: true,
      settings: { 'remote.extensionKind': { 'async-ready.async-ready': ['web'] } },
      print,
    });
  } finally {
    await rm(parent, { recursive: true, force: true, maxRetries: 5 });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
