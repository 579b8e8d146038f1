import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { atExit, type Installation, installVSCode, newest, type Release, run } from './install-vscode.ts';

/** Settings that keep a window still and silent, so that a test meets only what it is about. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off',
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off', // In a browser the default is to save after a second.
  'files.hotExit': 'off',
  'git.autofetch': false,
  'git.openRepositoryInParentFolders': 'never',
  'json.schemaDownload.enable': false,
  'npm.autoDetect': 'off',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'window.commandCenter': false,
  'window.confirmBeforeClose': 'never',
  'window.dialogStyle': 'custom',
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.editor.enablePreview': false,
  'workbench.editor.restoreViewState': false,
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

export interface ServerOptions {
  /** Default: the newest. */
  readonly release?: Release;
  /** The user's settings on top of `quietSettings`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A .vsix to install. */
  readonly vsix?: string;
  /** VS Code's automation driver: takes extensions under development and test suites, but shows no toasts. */
  readonly automation?: boolean;
  /** Added to the environment of the server and of its extension hosts. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A running VS Code server on a profile of its own. */
export interface ProfiledServer extends Server {
  /** The folder of the profile: settings, state, what extensions keep. */
  readonly profile: string;
}

/** A running VS Code server. */
export interface Server {
  /** Host and port. */
  readonly authority: string;
  /** The address of the window on `folder` or `.code-workspace` file, or of an empty window; lets nobody in without the token in it. */
  address(folder: string | null): URL;
  /** Fulfilled when the server has ended, by itself or by `stop`. */
  readonly ended: Promise<void>;
  /** Ends the server, its extension hosts and its profile. */
  stop(): Promise<void>;
}

/** Starts VS Code's server on a free port with a fresh profile, installing it first where it is missing. */
export async function startServer({
  release = newest,
  settings,
  vsix,
  automation = false,
  env = {},
}: ServerOptions): Promise<ProfiledServer> {
  const installation = await installVSCode(release);
  const profile = await mkdtemp(path.join(os.tmpdir(), 'vsc-')); // Short: a unix socket's path has 108 bytes at most.
  const keep = atExit(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
  await mkdir(path.join(profile, 'User'), { recursive: true });
  await writeFile(path.join(profile, 'User/settings.json'), JSON.stringify({ ...quietSettings, ...settings }, null, 2));
  if (vsix !== undefined) await installExtension(installation, profile, vsix);
  const args = ['--disable-workspace-trust', ...(automation ? ['--enable-smoke-test-driver'] : [])];
  const server = await launchServer(installation, profile, '0', args, env);
  return {
    ...server,
    profile,
    async stop() {
      await server.stop();
      keep();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Installs a .vsix for servers on `profile`. Rejects with what VS Code said when it does not take it. */
export async function installExtension(
  { node, serverMain }: Installation,
  profile: string,
  vsix: string,
): Promise<void> {
  const output = await run(node, [serverMain, '--install-extension', vsix, '--force', ...foldersOf(profile)], profile);
  if (!/successfully installed/.test(output)) throw new Error(`VS Code did not install ${vsix}:\n${output}`);
}

function foldersOf(profile: string): string[] {
  return [
    '--user-data-dir',
    profile,
    '--extensions-dir',
    path.join(profile, 'extensions'),
    '--server-data-dir',
    path.join(profile, 'server'),
  ];
}

/**
 * Starts a server on a profile folder. It ends with this process at the latest.
 * @param port a port, a range such as `4000-4010`, or `0` for any
 */
export async function launchServer(
  { node, serverMain }: Installation,
  profile: string,
  port: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Server> {
  const token = randomUUID();
  const child = spawn(
    node,
    [
      serverMain,
      '--host',
      '127.0.0.1',
      '--port',
      port,
      '--connection-token',
      token,
      '--accept-server-license-terms',
      '--telemetry-level',
      'off',
      ...foldersOf(profile),
      ...args,
    ],
    {
      env: { ...cleanEnvironment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    },
  );
  const kill = () => killGroup(child.pid);
  process.once('exit', kill);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let output = '';
  const authority = await new Promise<string>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`VS Code's server ${why}.\n${output}`));
    const timer = setTimeout(() => fail('did not start within 60 s'), 60_000);
    const read = (data: Buffer) => {
      output += data.toString();
      const match = /listening on (\d+)/.exec(output);
      if (match) resolve(`127.0.0.1:${match[1]}`);
      if (match) clearTimeout(timer);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', (error) => fail(`could not be started: ${error.message}`));
    child.once('exit', (code) => fail(`ended with exit code ${code}`));
  });
  return {
    authority,
    address(folder) {
      const url = new URL(`http://${authority}/`);
      url.searchParams.set('tkn', token);
      if (folder === null) url.searchParams.set('ew', 'true');
      else url.searchParams.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);
      return url;
    },
    ended,
    async stop() {
      child.kill('SIGTERM'); // Lets it write what it has to; it would then wait for its extension hosts.
      const late = setTimeout(kill, 500);
      await ended;
      clearTimeout(late);
      kill();
      process.off('exit', kill);
    },
  };
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** The environment without what a VS Code, a debugger or a coverage run around this process has put there for itself. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|NODE_V8_COVERAGE$)/.test(name),
  );
  return { ...Object.fromEntries(inherited), EXTENSIONS_GALLERY: '{}' };
}
