import { format } from 'node:util';
import { launchBrowser } from './browser.ts';
import type { Release } from './install-vscode.ts';
import { startServer } from './server.ts';
import { newPage } from './workbench.ts';

/** A run of a test suite inside an extension host. */
export interface HostRun {
  readonly release: Release;
  readonly folder: string | null;
  /** Folder of the extension under development. */
  readonly extension: string;
  /** The suite: a module that exports `run()`. */
  readonly tests: string;
  /** In the web extension host, with the manifest's `browser` entry. */
  readonly web: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Takes what the extension host prints, a line at a time. */
  readonly print: (line: string) => void;
}

/**
 * Opens a window of VS Code that runs the suite and closes it again.
 * A killed extension host reports 0 as well: a suite has passed only if it says so itself.
 * @returns the exit code that VS Code reports
 */
export async function runInExtensionHost(run: HostRun): Promise<number> {
  const [server, browser] = await Promise.all([
    startServer({ release: run.release, automation: true, settings: run.settings ?? {} }),
    launchBrowser(),
  ]);
  try {
    const page = await newPage(browser, server);
    await page.exposeFunction('codeAutomationLog', (_type: string, values: unknown[]) => run.print(format(...values)));
    let report: (code: number) => void = () => {};
    const exited = new Promise<number>((resolve, reject) => {
      report = resolve;
      page.once('crash', () => reject(new Error('The browser crashed.')));
    });
    await page.exposeFunction('codeAutomationExit', (code: number) => report(code));
    const remote = (file: string) => `vscode-remote://${server.authority}${file}`;
    const payload = [
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
      ['extensionDevelopmentPath', remote(run.extension)],
      ['extensionTestsPath', remote(run.tests)],
      ...(run.web ? [['extensionDevelopmentKind', 'web']] : []),
    ];
    const address = server.address(run.folder);
    address.searchParams.set('payload', JSON.stringify(payload));
    await page.goto(address.href);
    return await exited;
  } finally {
    await browser.close();
    await server.stop();
  }
}
