import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the clone. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Where everything that is installed or made for the host tests lives; kept between runs. */
export const cacheFolder = path.join(root, '.vscode-test');

/** A VS Code that the extension is tested on. */
export interface Release {
  readonly vscode: string;
  /** The code-server whose npm package holds this VS Code's own server. */
  readonly codeServer: string;
  /** The Node that the server needs; null where the oldest supported one will do. */
  readonly node: string | null;
}

export const newest: Release = { vscode: '1.139.1', codeServer: '4.139.1', node: '24.21.0' };
/** The VS Code of `engines.vscode`. */
export const oldest: Release = { vscode: '1.100.3', codeServer: '4.100.3', node: null };

/** An installed VS Code server. */
export interface Installation {
  readonly node: string;
  readonly serverMain: string;
}

/** Parts of the package that no test needs, as tar patterns: half of its size. */
const leftOut = [
  'package/lib/vscode/extensions/copilot',
  'package/lib/vscode/extensions/mermaid-markdown-features',
  'package/lib/vscode/extensions/microsoft-authentication',
  'package/lib/vscode/extensions/ms-vscode.*',
  'package/lib/vscode/out/vs/platform/agentHost/node/*',
  '*.map',
  'package/include',
  'package/share',
];

/** Dependencies of the server that are compiled on the spot or never loaded here. */
const dropped =
  /^(@github\/copilot-sdk|@microsoft\/mxc-sdk|@devcontainers\/cli|kerberos|ssh2|@vscode\/(sqlite3|sandbox-runtime|copilot-api|windows-.*|native-watchdog|tree-sitter-wasm|spdlog)|katex)$/;

/**
 * Installs VS Code's server from npm, unless it is there. Needs npm's registry and tar, no compiler, no root.
 * Several processes may do so at once.
 * Rejects with what npm or tar said.
 */
export async function installVSCode(release: Release): Promise<Installation> {
  const folder = path.join(cacheFolder, `server-${release.vscode}`);
  if (!(await exists(folder))) {
    await mkdir(cacheFolder, { recursive: true });
    const fresh = await mkdtemp(path.join(cacheFolder, 'installing-'));
    const done = atExit(() => rmSync(fresh, { recursive: true, force: true }));
    try {
      await installInto(fresh, release);
      await rename(fresh, folder).catch(async (error: unknown) => {
        if (!(await exists(folder))) throw error; // Otherwise another process was faster.
      });
    } finally {
      await rm(fresh, { recursive: true, force: true });
      done();
    }
  }
  const privateNode = path.join(folder, process.platform === 'win32' ? 'node/bin/node.exe' : 'node/bin/node');
  return {
    node: (await exists(privateNode)) ? privateNode : process.execPath,
    serverMain: path.join(folder, 'vscode/out/server-main.js'),
  };
}

/**
 * Has `work` done when this process ends, be it by a signal.
 * @returns a function that takes this back
 */
export function atExit(work: () => void): () => void {
  const onSignal = () => process.exit(1); // A signal alone would end the process without its `exit` event.
  process.once('exit', work);
  for (const signal of endingSignals) process.once(signal, onSignal);
  return () => {
    process.off('exit', work);
    for (const signal of endingSignals) process.off(signal, onSignal);
  };
}

const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

async function installInto(folder: string, { codeServer, node }: Release): Promise<void> {
  const packed = path.join(folder, 'packed');
  await mkdir(packed);
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  // npm has this Node for Linux and Windows only.
  if (node !== null && process.platform !== 'darwin')
    await unpack(
      packed,
      `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}@${node}`,
      path.join(folder, 'node'),
    );
  else if (node !== null && (major < 22 || (major === 22 && minor < 15)))
    throw new Error(`VS Code's server needs Node 22.15 or newer; this is ${process.versions.node}.`);
  await unpack(packed, `code-server@${codeServer}`, path.join(folder, 'code-server'));
  const server = path.join(folder, 'vscode');
  await rename(path.join(folder, 'code-server/lib/vscode'), server);
  await Promise.all([packed, path.join(folder, 'code-server')].map((each) => rm(each, { recursive: true })));
  await Promise.all([installDependencies(server), installDependencies(path.join(server, 'extensions'))]);
  await keepThisPlatform(server);
  await replaceNativeModules(server);
  await forgetGallery(server);
}

async function unpack(packed: string, spec: string, folder: string): Promise<void> {
  const before = new Set(await readdir(packed));
  await npm(['pack', spec, '--silent', '--pack-destination', packed], packed);
  const file = (await readdir(packed)).find((name) => !before.has(name));
  if (file === undefined) throw new Error(`npm packed no ${spec}.`);
  await mkdir(folder);
  const exclude = leftOut.map((pattern) => `--exclude=${pattern}`);
  await run('tar', ['xzf', path.join(packed, file), '-C', folder, '--strip-components=1', ...exclude], folder);
}

async function installDependencies(folder: string): Promise<void> {
  const file = path.join(folder, 'package.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as {
    dependencies: Record<string, string>;
    allowScripts?: unknown;
  };
  for (const name of Object.keys(manifest.dependencies)) if (dropped.test(name)) delete manifest.dependencies[name];
  delete manifest.allowScripts;
  await writeFile(file, JSON.stringify(manifest, null, 2));
  await rm(path.join(folder, 'npm-shrinkwrap.json'), { force: true }); // It names what was just dropped.
  await npm(['install', '--omit=dev', '--ignore-scripts', '--no-package-lock'], folder);
}

async function keepThisPlatform(server: string): Promise<void> {
  for (const folder of ['@vscode/ripgrep-universal/bin', 'node-pty/prebuilds']) {
    const platforms = path.join(server, 'node_modules', folder);
    if (!(await exists(platforms))) continue;
    for (const platform of await readdir(platforms))
      if (platform !== `${process.platform}-${process.arch}`)
        await rm(path.join(platforms, platform), { recursive: true });
  }
}

/** Modules that would have to be compiled; what the server asks of them is little. */
async function replaceNativeModules(server: string): Promise<void> {
  for (const name of ['spdlog', 'native-watchdog']) {
    const folder = path.join(server, 'node_modules/@vscode', name);
    await mkdir(folder, { recursive: true });
    await writeFile(
      path.join(folder, 'package.json'),
      JSON.stringify({ name: `@vscode/${name}`, version: '0.0.0', main: 'index.js' }),
    );
    await cp(path.join(root, `test/host/native-modules/${name}.cjs`), path.join(folder, 'index.js'));
  }
}

/** Nothing is looked up in a gallery or downloaded from one. */
async function forgetGallery(server: string): Promise<void> {
  const file = path.join(server, 'product.json');
  const { extensionsGallery, linkProtectionTrustedDomains, ...product } = JSON.parse(
    await readFile(file, 'utf8'),
  ) as Record<string, unknown>;
  await writeFile(file, JSON.stringify({ ...product, builtInExtensions: [] }, null, 2));
}

async function npm(args: readonly string[], folder: string): Promise<void> {
  await run('npm', [...args, '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'], folder);
}

/** Runs a program quietly; rejects with its output when it fails. */
export async function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    // npm is a batch file on Windows, which only a shell starts.
    const child = spawn(command, args, {
      cwd,
      shell: process.platform === 'win32' && command === 'npm',
      env: environment(),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => {
        output += data.toString();
      });
    child.once('error', reject);
    child.once('close', (code, signal) =>
      code === 0
        ? resolve(output)
        : reject(new Error(`${command} ${args[0]} ended with ${signal ?? `exit code ${code}`}:\n${output}`)),
    );
  });
}

/** This process's environment without what the npm that started it left there for its own folder. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(config_(local_prefix|prefix|package)|package|lifecycle)/.test(name),
    ),
  );
}

export async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
