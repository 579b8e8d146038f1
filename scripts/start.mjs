// npm start: a real VS Code with this extension, on a sample workspace or a folder of yours.
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuild, ensureDependencies, packageExtension, root, step } from './setup.mjs';

const usage = `npm start [-- options]: opens VS Code with Async Ready on a sample workspace

  --folder DIR  opens this folder instead
  --fresh       makes the sample workspace anew; what you have changed in it is lost
  --web         uses VS Code's build for the browser, even where a desktop VS Code is installed
  --no-open     does not open a browser, prints the address only
  --help        prints this`;

/** What a person sees first is the workspace, not VS Code's welcome. The settings are theirs from then on. */
const firstSettings = {
  'chat.disableAIFeatures': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

const options = readOptions();
if (options.help) console.log(usage);
else await start().catch(fail);

async function start() {
  await ensureDependencies();
  const { tsImport } = await import('tsx/esm/api');
  const { cacheFolder } = await tsImport('../test/host/install-vscode.ts', import.meta.url);
  const { ensureSampleWorkspace } = await tsImport('./sample-workspace.ts', import.meta.url);
  await ensureBuild();
  const folder = options.folder ?? (await ensureSampleWorkspace(options.fresh ?? false));
  const code = options.web ? null : desktopVSCode();
  if (code === null || !(await openDesktop(code, folder, cacheFolder))) await serve(folder, cacheFolder, tsImport);
}

/** The `code` command of a VS Code that can open a window here. @returns {string | null} */
function desktopVSCode() {
  const { VSCODE_EXECUTABLE, VSCODE_IPC_HOOK_CLI, DISPLAY, WAYLAND_DISPLAY, PATH = '' } = process.env;
  if (VSCODE_EXECUTABLE) return VSCODE_EXECUTABLE;
  // In the terminal of a remote window `code` talks to a machine that does not have this folder.
  if (VSCODE_IPC_HOOK_CLI || (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY)) return null;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const folders = [...PATH.split(path.delimiter), '/Applications/Visual Studio Code.app/Contents/Resources/app/bin'];
  return folders.map((each) => path.join(each, name)).find((file) => existsSync(file)) ?? null;
}

/** @returns {Promise<boolean>} whether VS Code took it */
async function openDesktop(code, folder, cacheFolder) {
  // VS Code does not start as root without these.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox', '--user-data-dir', path.join(cacheFolder, 'desktop')] : [];
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, ...asRoot, folder];
  console.log(`Opening VS Code on ${folder}. Async Ready is in the Activity Bar, at the left.`);
  const shell = process.platform === 'win32';
  const status = await new Promise((resolve) => {
    const child = spawn(shell ? `"${code}"` : code, shell ? args.map((arg) => `"${arg}"`) : args, {
      stdio: 'ignore',
      shell,
    });
    child.once('error', resolve);
    child.once('close', resolve);
  });
  if (status !== 0) console.log('The desktop VS Code did not start; its build for the browser takes its place.');
  return status === 0;
}

/** Runs VS Code's server until Ctrl+C. */
async function serve(folder, cacheFolder, tsImport) {
  const { installVSCode, newest } = await tsImport('../test/host/install-vscode.ts', import.meta.url);
  const { installExtension, launchServer } = await tsImport('../test/host/server.ts', import.meta.url);
  const profile = path.join(cacheFolder, 'profile');
  const settings = path.join(profile, 'User/settings.json');
  const installation = await step(`Setting up VS Code ${newest.vscode}`, () => installVSCode(newest));
  await mkdir(path.dirname(settings), { recursive: true });
  if (!existsSync(settings)) await writeFile(settings, `${JSON.stringify(firstSettings, null, 2)}\n`);
  await step('Installing the extension', async () => installExtension(installation, profile, await packageExtension()));
  // A fixed port where it is free: the browser keeps the state of the window by address.
  const server = await launchServer(installation, profile, '3939-3959', ['--disable-workspace-trust']);
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => {
      asked = true;
      server.stop().catch(fail);
    });
  const address = server.address(folder).href;
  console.log(
    `\nVS Code is open on ${folder} at\n\n  ${address}\n\nAsync Ready is in the Activity Bar, at the left. Press Ctrl+C to stop.`,
  );
  if (!options['no-open']) openBrowser(address);
  await server.ended;
  if (!asked) throw new Error("VS Code's server has ended.");
}

/** Opens the default browser where there is one; the address is on the screen anyhow. */
function openBrowser(address) {
  const commands = { darwin: ['open'], win32: ['rundll32', 'url.dll,FileProtocolHandler'] };
  const [command, ...args] = commands[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
  const tell = () => console.log('No browser could be opened from here: please open the address yourself.');
  child.once('error', tell);
  child.once('exit', (code) => code !== 0 && tell());
  child.unref();
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        folder: { type: 'string' },
        fresh: { type: 'boolean' },
        web: { type: 'boolean' },
        'no-open': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.folder === undefined) return { ...values, folder: null };
    // npm starts this in the clone; INIT_CWD is where the person is.
    const folder = path.resolve(process.env.INIT_CWD ?? '.', values.folder);
    if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`There is no folder ${folder}.`);
    return { ...values, folder };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    process.exit(2);
  }
}

/** @returns {never} */
function fail(error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
