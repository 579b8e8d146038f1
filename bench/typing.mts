// What a keystroke, a hover and a completion cost the extension host in a work item of 100 KB, in a workspace of 2,000 documents:
// processor time of its thread while code of this extension is on the stack, in milliseconds.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ensureBuild } from '../scripts/setup.mjs';
import { writeDocuments } from './documents.mjs';
import { runInHost } from './run-in-host.ts';
import type { Spent } from './typing/in-host.ts';
import type { Cost } from './typing/share.ts';

const size = 100 * 1024;

await ensureBuild();
const parent = await mkdtemp(path.join(os.tmpdir(), 'async-ready-'));
try {
  const workspace = path.join(parent, 'workspace');
  writeDocuments(workspace, 2000);
  await writeFile(path.join(workspace, 'large.md'), await largeText(workspace));
  const result = path.join(parent, 'result.json');
  const { keystrokes, rests, hovers, completions } = await runInHost<Spent>(
    'bench/typing/in-host.ts',
    workspace,
    result,
  );
  tell('keystroke', keystrokes);
  tell('and a rest', rests);
  tell('hover', hovers);
  tell('completion', completions);
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
  // An id of its own: a second work item of the same id is rare, and costs more.
  let text = `${first.replace(/^id: .*/m, 'id: TASK-9001')}\n\n## Notes\n`;
  for (const [at, note] of notes.entries()) {
    if (text.length > size) break;
    text += `\n${at % 12 === 11 ? `### Part ${at}\n\n` : ''}${note}\n`;
    if (text.length > size / 2 && !text.includes('of the middle')) text += '\nThe last words of the middle.\n';
  }
  return text;
}

function tell(what: string, costs: readonly Cost[]): void {
  const ours = costs.map((cost) => cost.ours);
  const all = costs.map((cost) => cost.all);
  const longest = Math.max(...costs.map(({ longestTurn }) => longestTurn));
  const figures = {
    median: at(ours, 0.5),
    p95: at(ours, 0.95),
    'longest turn': longest,
    'median of all': at(all, 0.5),
  };
  const words = Object.entries(figures).map(([name, figure]) => `${name} ${figure.toFixed(1)} ms`);
  console.log(`${what.padEnd(10)} ${words.join(', ')}`);
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
