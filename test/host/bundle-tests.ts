import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { root } from './install-vscode.ts';

const common: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  target: 'es2023',
  sourcemap: 'inline',
  logLevel: 'warning',
  ignoreAnnotations: true, // Tests are there for what they do, whatever package.json says of the sources.
};

/** Bundles test/host/extension, a file for each suite. @returns the module for the extension host */
export async function bundleExtensionTests(): Promise<string> {
  const files = [...(await suites('test/host/extension')), 'test/host/extension/index.ts'];
  await rm(path.join(root, 'dist/test/extension'), { recursive: true, force: true }); // A suite that is gone must not run.
  await build({
    ...common,
    entryPoints: files,
    outdir: 'dist/test/extension',
    platform: 'node',
    external: ['vscode', 'mocha'],
  });
  return path.join(root, 'dist/test/extension/index.js');
}

/**
 * Bundles test/host/web into one file; below the extension's folder, or VS Code runs it in the Node host without a word.
 * @returns the module for the web extension host
 */
export async function bundleWebTests(): Promise<string> {
  const files = ['test/host/web/runner.ts', ...(await suites('test/host/web'))];
  await build({
    ...common,
    stdin: {
      contents: [
        ...files.map((file) => `import './${file}';`),
        "export { run } from './test/host/web/runner.ts';",
      ].join('\n'),
      resolveDir: root,
    },
    outfile: 'dist/test/web/index.js',
    platform: 'browser',
    external: ['vscode'],
    alias: { 'node:assert/strict': './test/host/web/assert.ts' },
    define: { global: 'globalThis' },
    plugins: [mochaForBrowsers],
  });
  return path.join(root, 'dist/test/web/index.js');
}

/** Mocha's build for browsers would take the bundle's own `module` for its own: it gets none. */
const mochaForBrowsers: Plugin = {
  name: 'mocha-for-browsers',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path: file }) => ({
      contents: `(function (module, exports, define) {${await readFile(file, 'utf8')}\n}).call(globalThis);`,
      loader: 'js',
    }));
  },
};

async function suites(folder: string): Promise<string[]> {
  const files = await readdir(path.join(root, folder));
  return files.filter((file) => file.endsWith('.test.ts')).map((file) => `${folder}/${file}`);
}
