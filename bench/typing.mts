// What a keystroke, a hover and a completion cost the extension host in a work item of 100 KB, in a workspace of 2,000 documents:
// processor time of its thread, in milliseconds, less what VS Code itself takes for the same in a copy where no work items are looked for.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { ensureBuild } from '../scripts/setup.mjs';
import { root } from '../test/host/install-vscode.ts';
import { writeDocuments } from './documents.mjs';
import type { Spent } from './typing/in-host.ts';

const size = 100 * 1024;

await ensureBuild();
const parent = await mkdtemp(path.join(os.tmpdir(), 'async-ready-'));
try {
  const workspace = path.join(parent, 'workspace');
  writeDocuments(workspace, 2000);
  const text = await largeText(workspace);
  await writeFile(path.join(workspace, 'large.md'), text);
  await mkdir(path.join(workspace, 'vendor'));
  await writeFile(path.join(workspace, 'vendor/large.md'), text);
  const result = path.join(parent, 'result.json');
  const inHost = path.join(root, 'dist/test/typing.js');
  await build({
    absWorkingDir: root,
    entryPoints: ['bench/typing/in-host.ts'],
    outfile: inHost,
    bundle: true,
    platform: 'node',
    external: ['vscode'],
  });
  await runTests({
    vscodeExecutablePath: path.join(root, 'test/host/code-stand-in.mjs'),
    extensionDevelopmentPath: root,
    extensionTestsPath: inHost,
    launchArgs: [workspace],
    extensionTestsEnv: { TYPING_RESULT: result },
  });
  const { 'large.md': ours, 'vendor/large.md': floor } = JSON.parse(await readFile(result, 'utf8')) as Record<
    string,
    Spent
  >;
  if (!ours || !floor) throw new Error('Nothing was measured.');
  tell('keystroke', ours.keystrokes, floor.keystrokes);
  tell('hover', ours.hovers, floor.hovers);
  tell('completion', ours.completions, floor.completions);
  console.log(`longest turn ${ours.longestTurn.toFixed(1)} ms, of VS Code itself ${floor.longestTurn.toFixed(1)} ms`);
} finally {
  await rm(parent, { recursive: true, force: true, maxRetries: 5 });
}

/** A work item with notes as long as they have to be, out of the documents of the workspace. */
async function largeText(workspace: string): Promise<string> {
  const files = (await readdir(workspace, { recursive: true })).filter((file) => file.endsWith('.md')).sort();
  const [first = '', ...others] = await Promise.all(
    files.slice(0, 400).map((file) => readFile(path.join(workspace, file), 'utf8')),
  );
  const notes = others.flatMap((text) => text.split('\n\n').filter((part) => /^(?:[A-Z]|- )/.test(part)));
  let text = `${first}\n\n## Notes\n`;
  for (const [at, note] of notes.entries()) {
    if (text.length > size) break;
    text += `\n${at % 12 === 11 ? `### Part ${at}\n\n` : ''}${note}\n`;
    if (text.length > size / 2 && !text.includes('of the middle')) text += '\nThe last words of the middle.\n';
  }
  return text;
}

/** Prints the middle and the 95th of a hundred, each less that of the floor. */
function tell(what: string, ours: readonly number[], floor: readonly number[]): void {
  const base = at(floor, 0.5);
  const share = ours.map((cost) => cost - base);
  console.log(
    `${what.padEnd(10)} median ${at(share, 0.5).toFixed(1)} ms, p95 ${(at(ours, 0.95) - at(floor, 0.95)).toFixed(1)} ms (VS Code itself: median ${base.toFixed(1)} ms, p95 ${at(floor, 0.95).toFixed(1)} ms)`,
  );
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
