import { access } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { root, run } from './install-vscode.ts';

const names = [
  'google-chrome',
  'Google Chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'chrome.exe',
  'msedge.exe',
];

const folders = [
  ...(process.env.PATH ?? '').split(path.delimiter),
  '/Applications/Google Chrome.app/Contents/MacOS',
  ...['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((variable) =>
    ['Google/Chrome/Application', 'Microsoft/Edge/Application'].map((folder) =>
      path.join(process.env[variable] ?? '', folder),
    ),
  ),
];

/**
 * Finds a Chrome or Chromium, or installs one: `CHROME_PATH`; what the machine has; Debian's package where this process may
 * install it; Playwright's own download.
 * @returns the path of its executable. Rejects with what to do when there is none to be had.
 */
export async function ensureBrowser(): Promise<string> {
  const named = process.env.CHROME_PATH;
  if (named) return named;
  const found = await findBrowser();
  if (found) return found;
  const failures: string[] = [];
  for (const install of [installPackage, downloadBrowser]) {
    try {
      await install();
      const installed = await findBrowser();
      if (installed) return installed;
    } catch (error) {
      failures.push(String(error));
    }
  }
  throw new Error(
    `No Chrome or Chromium was found, and none could be installed. Install one, or set CHROME_PATH.\n${failures.join('\n')}`,
  );
}

async function findBrowser(): Promise<string | null> {
  const candidates = [
    ...folders.flatMap((folder) => names.map((name) => path.join(folder, name))),
    chromium.executablePath(),
  ];
  for (const candidate of candidates) {
    const there = await access(candidate).then(
      () => true,
      () => false,
    );
    if (there) return candidate;
  }
  return null;
}

/** Debian's and Ubuntu's package, with a font; as root, or with a sudo that asks nothing. */
async function installPackage(): Promise<void> {
  if (process.platform !== 'linux') return;
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '--non-interactive'];
  const apt = async (...args: string[]): Promise<void> => {
    const [command = '', ...rest] = [
      ...prefix,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '--yes',
      '--quiet',
      ...args,
    ];
    await run(command, rest, root);
  };
  await apt('update');
  await apt('install', '--no-install-recommends', 'chromium', 'fonts-dejavu-core');
}

async function downloadBrowser(): Promise<void> {
  await run(process.execPath, [path.join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'], root);
}

/** Starts the browser that the tests drive, without a window; it serves pages of this machine only. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureBrowser(),
    args: [
      '--no-sandbox', // Root in a container cannot have one.
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // A page that nobody looks at would be slowed down.
      '--disable-background-timer-throttling',
      '--disable-renderer-backgrounding',
      '--disable-backgrounding-occluded-windows',
    ],
  });
}
