// Builds dist/: the desktop extension, the extension for vscode.dev, the command line tool, the project file's schema, the
// licenses of what they hold.
// node esbuild.mjs [--production] [--watch]
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, context } from 'esbuild';

const root = path.dirname(fileURLToPath(import.meta.url));
const { values: flags } = parseArgs({ options: { production: { type: 'boolean' }, watch: { type: 'boolean' } } });

/** Most bytes the minified desktop bundle may have: VS Code loads all of it before anything is shown. */
const desktopBudget = 450_000;

/**
 * gray-matter's own engines evaluate front matter marked `---js` and bring a second YAML library.
 * Ours take their place, so that neither is in a bundle.
 * @type {import('esbuild').Plugin}
 */
const safeFrontMatterEngines = {
  name: 'safe-front-matter-engines',
  setup({ onLoad }) {
    onLoad({ filter: /gray-matter[\\/]lib[\\/]engines\.js$/ }, () => ({
      contents: "module.exports = require('./src/core/document/front-matter-engines.ts').engines;",
      resolveDir: root,
    }));
  },
};

/** What looks for secrets: as much code as a third of ours. */
const secretRules = '@secretlint/secretlint-rule-preset-recommend';

/**
 * Keeps what is needed only when a person asks for it out of the desktop's bundle, to be loaded then. The web's bundle has to be one file.
 * @type {import('esbuild').Plugin}
 */
const loadedLater = {
  name: 'loaded-later',
  setup({ onResolve }) {
    const apart = {
      [`^${secretRules}$`]: './secret-rules.js',
      '/app/completion\\.ts$': './completion.js',
      '/handoff/handoff\\.ts$': './handoff.js',
      '/panels\\.ts$': './panels.js',
      '/handoffs/receiving\\.ts$': './receiving.js',
      '/app/project-file-draft\\.ts$': './project-file-draft.js',
      '/app/sidebar\\.ts$': './sidebar.js',
      '/later-commands\\.ts$': './later-commands.js',
    };
    for (const [filter, path] of Object.entries(apart))
      onResolve({ filter: new RegExp(filter) }, ({ kind }) =>
        kind === 'dynamic-import' ? { path, external: true } : undefined,
      );
  },
};

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  mainFields: ['module', 'main'],
  target: 'es2023',
  charset: 'utf8', // A letter takes less room than its escape.
  alias: {
    entities: './scripts/bundle-shims/entities.mjs',
    'linkify-it': './scripts/bundle-shims/linkify-it.mjs',
    'punycode.js': './scripts/bundle-shims/punycode.mjs',
    'js-yaml': './scripts/bundle-shims/js-yaml.mjs',
    'uc.micro': './scripts/bundle-shims/uc.micro.mjs',
  },
  minify: flags.production ?? false,
  sourcemap: flags.production ? false : 'linked',
  metafile: true,
  legalComments: 'none', // They are in dist/third-party-notices.txt.
  logLevel: 'warning',
  plugins: [safeFrontMatterEngines],
};

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  {
    ...common,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    platform: 'node',
    external: ['vscode'],
    plugins: [safeFrontMatterEngines, loadedLater],
  },
  { ...common, entryPoints: ['src/app/completion.ts'], outfile: 'dist/completion.js', platform: 'node' },
  {
    ...common,
    entryPoints: ['src/vscode/handoff/handoff.ts'],
    outfile: 'dist/handoff.js',
    platform: 'node',
    external: ['vscode'],
    plugins: [loadedLater],
  },
  {
    ...common,
    entryPoints: ['src/vscode/panels/panels.ts'],
    outfile: 'dist/panels.js',
    platform: 'node',
    external: ['vscode'],
  },
  {
    ...common,
    entryPoints: ['src/webview/dependency-map.ts', 'src/webview/readiness-report.ts'],
    outdir: 'dist/webview',
    platform: 'browser',
    format: 'iife',
  },
  {
    ...common,
    entryPoints: ['src/vscode/handoffs/receiving.ts'],
    outfile: 'dist/receiving.js',
    platform: 'node',
    external: ['vscode'],
  },
  {
    ...common,
    entryPoints: ['src/app/project-file-draft.ts'],
    outfile: 'dist/project-file-draft.js',
    platform: 'node',
  },
  { ...common, entryPoints: ['src/app/sidebar.ts'], outfile: 'dist/sidebar.js', platform: 'node' },
  {
    ...common,
    entryPoints: ['src/vscode/commands/later-commands.ts'],
    outfile: 'dist/later-commands.js',
    platform: 'node',
    external: ['vscode'],
    plugins: [loadedLater],
  },
  { ...common, entryPoints: [secretRules], outfile: 'dist/secret-rules.js', platform: 'node' },
  {
    ...common,
    entryPoints: ['src/extension.web.ts'],
    outfile: 'dist/extension.web.js',
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
    external: ['vscode'],
    define: { global: 'globalThis' },
    alias: { ...common.alias, fs: './scripts/bundle-shims/fs.mjs', 'node:path': './scripts/bundle-shims/path.mjs' },
    inject: ['scripts/bundle-shims/buffer.mjs'],
  },
  {
    ...common,
    entryPoints: ['src/cli.ts'],
    outfile: 'dist/cli.cjs',
    platform: 'node',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [safeFrontMatterEngines, loadedLater],
  },
  { ...common, entryPoints: ['src/node/reader-thread.ts'], outfile: 'dist/reader-thread.cjs', platform: 'node' },
];

/**
 * What must not be in a bundle that people install, one line for each fault.
 * @param {string} file
 * @param {import('esbuild').Metafile['outputs'][string]} output
 */
async function faultsOf(file, output) {
  const text = await readFile(path.join(root, file), 'utf8');
  const yamlLibraries = new Set(
    Object.keys(output.inputs).flatMap((input) => /^.*node_modules\/(?:js-yaml|yaml)\//.exec(input)?.[0] ?? []),
  );
  const faults = [];
  if (/\beval\s*\(/.test(text)) faults.push('it calls eval');
  if (/\bnew Function\b/.test(text)) faults.push('it calls new Function');
  if (yamlLibraries.size > 1) faults.push(`it has more than one YAML library: ${[...yamlLibraries].join(', ')}`);
  if (file === 'dist/extension.js' && output.bytes > desktopBudget)
    faults.push(
      `it has ${inKB(output.bytes)}, the budget is ${inKB(desktopBudget)}; most of it is\n${biggest(output)}`,
    );
  return faults.map((fault) => `${file} must not be shipped: ${fault}`);
}

/** @param {import('esbuild').Metafile['outputs'][string]} output */
function biggest(output) {
  return Object.entries(output.inputs)
    .sort(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput)
    .slice(0, 10)
    .map(([input, { bytesInOutput }]) => `${inKB(bytesInOutput).padStart(10)}  ${input}`)
    .join('\n');
}

/** @param {number} bytes */
const inKB = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;

async function buildOnce() {
  const results = await Promise.all(bundles.map((bundle) => build(bundle)));
  await chmod(path.join(root, 'dist/cli.cjs'), 0o755);
  const outputs = results
    .flatMap(({ metafile }) => Object.entries(metafile?.outputs ?? {}))
    .filter(([file]) => !file.endsWith('.map'));
  for (const [file, { bytes }] of outputs) console.log(`${inKB(bytes).padStart(10)}  ${file}`);
  if (!flags.production) return;
  await writeNotices(outputs.flatMap(([, output]) => Object.keys(output.inputs)));
  const faults = (await Promise.all(outputs.map(([file, output]) => faultsOf(file, output)))).flat();
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}

/** Builds on every change; the two lines around a build are what the task in .vscode/tasks.json waits for. */
async function watch() {
  /** @type {import('esbuild').Plugin} */
  const announce = {
    name: 'announce',
    setup({ onStart, onEnd }) {
      onStart(() => console.log('[watch] build started'));
      onEnd(() => console.log('[watch] build finished'));
    },
  };
  const contexts = await Promise.all(
    bundles.map((bundle) => context({ ...bundle, plugins: [...(bundle.plugins ?? []), announce] })),
  );
  await Promise.all(contexts.map((each) => each.watch()));
}

async function writeSchema() {
  const { tsImport } = await import('tsx/esm/api');
  const { projectFileSchema } = await tsImport('./scripts/project-file-schema.ts', import.meta.url);
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  await mkdir(path.join(root, 'dist'), { recursive: true });
  await writeFile(path.join(root, 'dist/project-file.schema.json'), JSON.stringify(projectFileSchema(manifest)));
}

/** @param {string[]} inputs */
async function writeNotices(inputs) {
  const { tsImport } = await import('tsx/esm/api');
  const { thirdPartyNotices } = await tsImport('./scripts/third-party-notices.ts', import.meta.url);
  await writeFile(path.join(root, 'dist/third-party-notices.txt'), await thirdPartyNotices(root, inputs));
}

try {
  await writeSchema();
  await (flags.watch ? watch() : buildOnce());
} catch (error) {
  if (!(error instanceof Error && 'errors' in error)) throw error;
  process.exitCode = 1; // esbuild has printed what is wrong with the code.
}
