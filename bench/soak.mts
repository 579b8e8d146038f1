// Whether the index of a workspace, its cache and its graph end as a fresh scan does, and hold no more than at first, after
// 20,000 random edits, renames, deletes and moves of folders: npm run bench:soak [seed]
import assert from 'node:assert/strict';
import { createReportCache } from '../src/app/report-cache.ts';
import { createWorkspaceFindings } from '../src/app/workspace-findings.ts';
import { createWorkspaceIndex, type OpenDocument } from '../src/app/workspace-index.ts';
import { checkDocument, defaultSettings } from '../src/core/checklist/check-document.ts';
import { unreadableDocument } from '../src/core/checklist/unreadable-document.ts';
import { folderOf } from '../src/core/paths.ts';
import { keptLog } from '../test/fakes/log.ts';
import { type MemoryFiles, memoryFiles, ref } from '../test/fakes/memory-files.ts';
import { unknownFreshness } from '../test/fakes/no-git.ts';
import { random } from './documents.mjs';

const steps = 20_000;
/** Steps after which the heap is measured first: the machine code is made by then. */
const warmUp = 2000;
const documentCount = 1000;
const folderCount = 40;
/** Of what the workspace holds, from the first measurement to the last. */
const mostGrowth = 0.05;

const seed = Number(process.argv[2] ?? 1);
const next = random(seed);
const below = (limit: number): number => Math.floor(next() * limit);
const oneOf = <T,>(list: readonly T[]): T | undefined => list[below(list.length)];
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Counts up, so that no name comes twice. */
let names = 0;
const newFolder = (): string => `team-${++names}`;
const folders = Array.from({ length: folderCount }, newFolder);

/** All that the extension keeps of a workspace, over files and editors in memory. */
function open(files: MemoryFiles, editors: ReadonlyMap<string, OpenDocument>) {
  const log = keptLog();
  const slices = { elapsed: () => performance.now(), pause: turn };
  const texts = new Map<string, string>();
  const cache = createReportCache({
    ...slices,
    storage: {
      read: async (name) => texts.get(name) ?? null,
      async write(name, text) {
        texts.set(name, text);
      },
    },
    log,
    folders: () => ['/w'],
    stamp: (key) => JSON.stringify(files.contents.get(key.slice('/w/'.length)) ?? null),
    configuration: () => 'one',
    today: () => '2026-03-09',
  });
  const index = createWorkspaceIndex({
    ...slices,
    files,
    log,
    openDocument: (key) => editors.get(key),
    check: ({ path }, text) => checkDocument({ path, text }, defaultSettings),
    unreadable: ({ path }, reason) => unreadableDocument(path, reason, defaultSettings),
    cache,
  });
  const findings = createWorkspaceFindings({
    ...slices,
    index,
    files,
    freshness: unknownFreshness,
    log,
    openText: (key) => editors.get(key)?.text(),
    severities: () => defaultSettings.rules,
    isWanted: (key) => editors.has(key),
  });
  return {
    index,
    findings,
    async settle() {
      await index.settled();
      await findings.settled();
      await cache.save(index.documents);
      files.reads.length = 0;
      log.lines.length = 0;
    },
    /** What is known of each document, in order. */
    known: () =>
      [...index.documents]
        .map(([key, { report, version }]) => [key, JSON.stringify({ report, version, all: findings.of(key) })] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    close() {
      findings.dispose();
      index.dispose();
    },
  };
}

const files = memoryFiles();
const editors = new Map<string, OpenDocument>();
/** Some reads come late. */
files.hold = () => (next() < 0.3 ? turn() : Promise.resolve());

function workItem(): string {
  const other = oneOf([...files.contents.keys()].slice(0, 50)) ?? 'none.md';
  const status = oneOf(['To Do', 'In Progress', 'Blocked', 'Done']);
  const dependencies = next() < 0.5 ? `[task-${below(names + 1)}]` : '[]';
  return `---
id: task-${++names}
type: task
status: ${status}
owner: Person Number${below(30)}
dependencies: ${dependencies}
---
# Send the mail number ${below(1000)}

## Goal

${'People who wait for an answer get one within a day. '.repeat(1 + below(8))}

## Resources

- [Another](../${other})

## Next steps

${next() < 0.5 ? '1. Write the template for the mail.' : ''}

## Definition of done

- [ ] The mail arrives within ${below(60)} minutes.
`;
}

type Workspace = ReturnType<typeof open>;

function write({ index, findings }: Workspace, path: string, text: string): void {
  const came = files.contents.has(path) ? [] : [path, ...foldersWithout([path])];
  files.contents.set(path, text);
  index.update([ref(path)]);
  findings.filesCameOrWent(came.map((name) => ref(name).key));
}

/** Takes a file away; VS Code closes its editor. */
function vanish(path: string): string {
  const text = files.contents.get(path);
  files.contents.delete(path);
  editors.delete(ref(path).key);
  return typeof text === 'string' ? text : '';
}

function remove({ index, findings }: Workspace, ...paths: string[]): void {
  const keys = [...paths, ...foldersWithout(paths)].map((path) => ref(path).key);
  index.remove(keys);
  findings.filesCameOrWent(keys);
}

/** Those of the files' folders that are empty: in memory, there is no such folder. */
const foldersWithout = (paths: readonly string[]): string[] =>
  paths.flatMap((path) => (path.includes('/') && filesIn(folderOf(path)).length === 0 ? [folderOf(path)] : []));
const newPath = (): string => `${oneOf(folders)}/task-${++names}.md`;
const filesIn = (folder: string): string[] =>
  [...files.contents.keys()].filter((path) => path.startsWith(`${folder}/`));

/** What may happen, with how often of a hundred times. */
const happenings: readonly (readonly [number, (workspace: Workspace, path: string) => void])[] = [
  [
    35,
    ({ index }, path) => {
      const { version = 0 } = editors.get(ref(path).key) ?? {};
      const text = workItem();
      editors.set(ref(path).key, { version: version + 1, text: () => text });
      index.update([ref(path)]);
    },
  ],
  [20, (workspace, path) => write(workspace, path, workItem())],
  [
    15,
    ({ index }, path) => {
      const key = next() < 0.8 ? ([...editors.keys()][below(editors.size)] ?? ref(path).key) : ref(path).key;
      if (editors.delete(key)) index.update([ref(key.slice('/w/'.length))]);
    },
  ],
  [
    12,
    (workspace, path) => {
      const text = vanish(path);
      remove(workspace, path);
      write(workspace, newPath(), text);
    },
  ],
  [
    16,
    (workspace, path) => {
      if (files.contents.size < documentCount) write(workspace, newPath(), workItem());
      else {
        vanish(path);
        remove(workspace, path);
      }
    },
  ],
  [
    2,
    (workspace) => {
      const at = below(folders.length);
      const from = folders[at] ?? '';
      const to = newFolder();
      folders[at] = to;
      const moved = filesIn(from).map((path) => [`${to}${path.slice(from.length)}`, vanish(path)] as const);
      remove(workspace, from);
      for (const [path, text] of moved) write(workspace, path, text);
    },
  ],
];
const drawn = happenings.flatMap(([often, happen]) => Array.from({ length: often }, () => happen));

async function soak(workspace: Workspace, count: number): Promise<void> {
  for (let step = 0; step < count; step++) {
    oneOf(drawn)?.(workspace, oneOf([...files.contents.keys()]) ?? newPath());
    if (next() < 0.05) await turn();
    if (next() < 0.02) await workspace.settle();
    if (next() < 0.001) workspace.index.refresh();
  }
  await workspace.settle();
}

/** Brings the workspace to its full size with all editors closed, as it is measured. */
async function rest(workspace: Workspace): Promise<void> {
  const closed = [...editors.keys()].map((key) => ref(key.slice('/w/'.length)));
  editors.clear();
  workspace.index.update(closed);
  while (files.contents.size < documentCount) write(workspace, newPath(), workItem());
  for (const path of [...files.contents.keys()].slice(documentCount)) {
    vanish(path);
    remove(workspace, path);
  }
  workspace.findings.lookAgain();
  await workspace.settle();
}

/** In bytes, of what is still held: the least of ten, for the compiler works beside us and holds what it compiles. */
async function heap(): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < 10; at++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    globalThis.gc?.();
    least = Math.min(least, process.memoryUsage().heapUsed);
  }
  return least;
}

async function equalToFreshScan(workspace: Workspace): Promise<void> {
  const fresh = open(files, editors);
  await fresh.index.start();
  await fresh.settle();
  fresh.findings.lookAgain();
  await fresh.settle();
  const expected = new Map(fresh.known());
  const known = new Map(workspace.known());
  for (const key of new Set([...expected.keys(), ...known.keys()]))
    assert.equal(known.get(key), expected.get(key), `${key} is not as a fresh scan has it.`);
  fresh.close();
}

const empty = await heap();
for (let at = 0; at < documentCount; at++) files.contents.set(newPath(), workItem());
const workspace = open(files, editors);
await workspace.index.start();
await soak(workspace, warmUp);
await equalToFreshScan(workspace);
await rest(workspace);
const first = (await heap()) - empty;
const start = performance.now();
await soak(workspace, steps);
const seconds = (performance.now() - start) / 1000;
await equalToFreshScan(workspace);
await rest(workspace);
const last = (await heap()) - empty;
const growth = last / first - 1;
const inMB = (bytes: number): string => (bytes / 1e6).toFixed(2);
console.log(
  `seed ${seed}: ${steps} steps on ${documentCount} documents in ${seconds.toFixed(1)} s, equal to a fresh scan`,
);
console.log(`heap ${inMB(first)} MB, then ${inMB(last)} MB: ${(growth * 100).toFixed(1)} % more`);
if (growth > mostGrowth) process.exitCode = 1;
