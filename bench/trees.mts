// What the trees of the side bar cost in a workspace of 10,000 work items, in processor time: to build, to follow one edit, and the longest that they hold the process.

import { groupings } from '../src/app/groupings.ts';
import { readyToStart } from '../src/app/ready-to-start.ts';
import type { Rows } from '../src/app/rows.ts';
import { createSlices, type Slices, sliceBudget } from '../src/app/slices.ts';
import { waitingOn } from '../src/app/waiting-on.ts';
import { noFilter } from '../src/app/work-item-filter.ts';
import { plainView } from '../src/app/work-item-rows.ts';
import { workItemTree } from '../src/app/work-item-tree.ts';
import { createGraph } from '../src/core/graph/graph.ts';
import type { PositionRange } from '../src/core/text.ts';
import type { StatusKind } from '../src/core/vocabulary/status-words.ts';
import { workItem } from '../test/fakes/reports.ts';

const count = 10_000;
const statuses: readonly (readonly [string, StatusKind])[] = [
  ['To do', 'active'],
  ['In Progress', 'in-progress'],
  ['Done', 'finished'],
  ['In review since Monday', 'in-progress'],
  ['Blocked (legal)', 'blocked'],
];
const range: PositionRange = { start: { line: 5, character: 0 }, end: { line: 5, character: 9 } };
const named = { range, relation: 'waits-on', blocking: false, listed: true, inFrontMatter: true } as const;
const text = '@number5 for the schema, since 2026-11-02';

/** Every second one waits on an earlier one, every tenth on a person. */
const items = Array.from({ length: count }, (_, at) => {
  const [status, statusKind] = statuses[at % statuses.length] ?? ['To do', 'active'];
  return workItem(`team-${at % 40}/tasks/task-${at} - Something to do.md`, {
    ...{ id: `task-${at}`, status, statusKind, finished: statusKind === 'finished' },
    inProgress: statusKind === 'in-progress',
    owner: at % 2 === 0 ? null : `Person Number${at % 37}`,
    milestone: `v${at % 9}`,
    labels: [`l${at % 13}`, `m${at % 7}`],
    due: at % 3 === 0 ? `2026-12-${String(1 + (at % 28)).padStart(2, '0')}` : null,
    missing: at % 4 === 0 ? [] : ['done'],
    dependencies: at % 2 === 0 ? [] : [{ ...named, id: `task-${Math.floor(at * 0.6)}` }],
    waits: at % 10 === 0 ? [{ text, range, since: '2026-11-02', blocking: true }] : [],
  });
});
const folders = [{ key: '/w', name: 'w' }];
const reader = { today: '2026-11-20', isMe: (name: string) => name === 'Person Number5' };

/** Of this process, in milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function median(times: readonly number[]): string {
  return ([...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN).toFixed(2);
}

function timed(work: () => void): number {
  const start = processorTime();
  work();
  return processorTime() - start;
}

const rounds = Array.from({ length: 9 });
for (const grouping of groupings) {
  const view = { ...plainView, ...reader, filter: noFilter, grouping };
  const built = rounds.map(() => timed(() => workItemTree(folders, items, view)));
  const tree = workItemTree(folders, items, view);
  const edits = items.filter((_, at) => at % 10 === 0);
  const followed = timed(() => {
    for (const { document, report } of edits) {
      const moved = workItem(report.path, { missing: ['goal', 'status'], owner: 'Somebody else' });
      tree.follow([[document.key, moved]]);
    }
  });
  console.log(
    `by ${grouping}: ${median(built)} ms to build, ${(followed / edits.length).toFixed(3)} ms to follow an edit`,
  );
}

const graph = createGraph();
for (const { document, report } of items) graph.set({ ...document, report });

/** Builds in slices. @returns in all, and the longest slice. */
async function sliced(build: (slices: Slices) => Promise<Rows>): Promise<readonly [all: number, longest: number]> {
  const start = processorTime();
  let [since, longest] = [start, 0];
  const pause = async (): Promise<void> => {
    longest = Math.max(longest, processorTime() - since);
    await new Promise((resolve) => setTimeout(resolve));
    since = processorTime();
  };
  await build(createSlices({ elapsed: () => performance.now(), pause }, sliceBudget));
  const end = processorTime();
  return [end - start, Math.max(longest, end - since)];
}

const documents = items;
const lists = {
  'Ready to Start': (slices: Slices) => readyToStart(folders, documents, graph, reader, slices),
  'Waiting On': (slices: Slices) =>
    waitingOn({ folders, documents, graph, reader, team: [], lastChange: async () => null, slices }),
};
for (const [name, build] of Object.entries(lists)) {
  const runs = [];
  for (const _ of rounds) runs.push(await sliced(build));
  const [all, longest] = [runs.map(([time]) => time), runs.map(([, time]) => time)];
  console.log(`${name}: ${median(all)} ms, the longest slice ${median(longest)} ms`);
}
