import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { makeSampleWorkspace } from '../../scripts/sample-workspace.ts';
import type { ServerOptions } from './server.ts';
import { screenshot, startWorkbench, type Workbench } from './workbench.ts';

/**
 * For a `describe`: opens VS Code on a sample workspace of its own before the first test and closes it after the last one.
 * When a test fails, a picture of the window is left in dist/test/screenshots.
 * @returns functions that give the window's page, the workspace's folder and the user's profile, for use in tests
 */
export function useSampleWorkbench(options: ServerOptions = {}): {
  readonly page: () => Page;
  readonly folder: () => string;
  readonly profile: () => string;
} {
  let parent: string;
  let folder: string;
  let workbench: Workbench;

  before(async () => {
    parent = await mkdtemp(path.join(os.tmpdir(), 'async-ready-'));
    folder = await makeSampleWorkspace(parent);
    workbench = await startWorkbench({ folder, ...options });
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await screenshot(workbench.page, this.currentTest.fullTitle());
  });

  after(async () => {
    await workbench?.stop();
    await rm(parent, { recursive: true, force: true, maxRetries: 5 });
  });

  return { page: () => workbench.page, folder: () => folder, profile: () => workbench.profile };
}
