#!/usr/bin/env node
// Stands in for the `code` executable where no desktop VS Code can run: takes the flags that @vscode/test-electron gives to it
// and runs the suite in VS Code's server and a browser. TEST_RELEASE chooses between `newest` and `oldest`.
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { tsImport } from 'tsx/esm/api';

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { extensionDevelopmentPath: { type: 'string' }, extensionTestsPath: { type: 'string' } },
});
const { runInExtensionHost } = await tsImport('./automation.ts', import.meta.url);
const releases = await tsImport('./install-vscode.ts', import.meta.url);

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => process.exit(1));
const [folder] = positionals;
if (folder !== undefined) await stat(folder);
process.exitCode = await runInExtensionHost({
  release: releases[process.env.TEST_RELEASE ?? 'newest'],
  folder: folder === undefined ? null : path.resolve(folder),
  extension: values.extensionDevelopmentPath,
  tests: values.extensionTestsPath,
  web: false,
  print: (/** @type {string} */ line) => console.log(line),
});
