// npm run bench:panels: what the dependency map and the readiness report cost, as processor time of this process.
import { gatherDependencyMap } from '../src/app/dependency-map.ts';
import { gatherReadinessReport } from '../src/app/readiness-report.ts';
import { checkDocument, defaultSettings } from '../src/core/checklist/check-document.ts';
import { createGraph } from '../src/core/graph/graph.ts';
import { type DependencyMap, selectFrom } from '../src/core/map/dependency-map.ts';
import { drawMap } from '../src/core/map/draw-map.ts';
import { layoutMap } from '../src/core/map/layout.ts';

const folder = 'file:///work';
const rounds = 5;

/** Milliseconds on the processor so far. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Numbers from 0 to 1, the same in every run (Lehmer's generator). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Work items that wait on one or two of those before them, in groups of `group`. */
function workItems(count: number, group: number) {
  const next = random(1);
  const graph = createGraph();
  const documents = Array.from({ length: count }, (_, at) => {
    const first = at - (at % group);
    const before = [1, 2].map(() => Math.max(first, at - 1 - Math.floor(next() * 8))).filter((other) => other < at);
    const waitsOn = [...new Set(before)].map((other) => `T-${other}`).join(', ');
    const text = `---\nid: T-${at}\ntype: task\nstatus: To Do\nowner: Person ${at % 40}\ndependencies: [${waitsOn}]\n---\n# Work ${at} on the invoices\n`;
    const path = `tasks/${at % 50}/task-${at}.md`;
    const report = checkDocument({ path, text }, defaultSettings);
    const key = `${folder}/${path}`;
    graph.set({ key, folder, report });
    return { document: { key, folder, path }, report };
  });
  return { graph, documents };
}

/** The median processor time of `work`, and of its longest turn of the event loop. */
async function measure(title: string, work: (pause: () => Promise<void>) => Promise<void>): Promise<void> {
  const found: { all: number; longest: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = spent();
    let [turn, longest] = [start, 0];
    const endTurn = (): void => {
      longest = Math.max(longest, spent() - turn);
    };
    await work(async () => {
      endTurn();
      await new Promise((resolve) => setTimeout(resolve, 0));
      turn = spent();
    });
    endTurn();
    found.push({ all: spent() - start, longest });
  }
  const median = (of: 'all' | 'longest'): string =>
    (found.map((each) => each[of]).sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0).toFixed(0);
  console.log(`${title.padEnd(52)} ${median('all').padStart(5)} ms, longest turn ${median('longest').padStart(4)} ms`);
}

async function mapOf(
  { graph, documents }: ReturnType<typeof workItems>,
  pause: () => Promise<void>,
): Promise<DependencyMap> {
  const ports = { elapsed: () => performance.now(), pause, graph, folders: [{ key: folder, name: 'work' }] };
  return gatherDependencyMap(ports, documents, new AbortController().signal);
}

const many = workItems(10_000, 20);
await measure('gather the map of 10,000 work items', async (pause) => void (await mapOf(many, pause)));
await measure('gather the report on 10,000 work items', async (pause) => {
  const ports = {
    elapsed: () => performance.now(),
    pause,
    graph: many.graph,
    folders: [{ key: folder, name: 'work' }],
  };
  const clock = { now: () => new Date(), utcOffset: () => 0 };
  await gatherReadinessReport({ ...ports, clock, team: () => [] }, many.documents, null, new AbortController().signal);
});
for (const [title, group] of [
  ['500 work items in groups of 20', 20],
  ['500 work items that all hang together', 500],
] as const) {
  const map = await mapOf(workItems(500, group), async () => {});
  const { items, links } = selectFrom(map, { folder: '', finished: true, setAside: true, unconnected: false });
  await measure(`lay out and draw ${title}`, async () => void drawMap(layoutMap(items, links), map));
}
