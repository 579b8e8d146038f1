import { Session } from 'node:inspector/promises';

/** What one piece of work has cost the thread, in milliseconds of its processor time. */
export interface Cost {
  /** Of the code in question, and of all that it has called. */
  readonly ours: number;
  readonly all: number;
  /** Most that the code in question took in one turn of the event loop. */
  readonly longestTurn: number;
}

/** Processor time of the thread, in milliseconds, at a moment in microseconds of the monotonic clock. */
interface Look {
  readonly at: number;
  readonly spent: number;
}

/**
 * Does the pieces of work one after another, under V8's sampling profiler, and tells what each has cost:
 * of each turn of the event loop the share of its samples in which a function of `file` was on the stack.
 */
export async function costs(file: string, count: number, work: () => Promise<unknown>): Promise<readonly Cost[]> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  const pieces: Look[][] = [];
  for (let piece = 0; piece < count; piece++) {
    const turns = lookAtTurns();
    await work();
    pieces.push(turns.stop());
  }
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const samples = samplesOf(profile as Profile, file);
  return pieces.map((looks) => costOf(looks, samples));
}

/** Looks at the processor time once a turn. */
function lookAtTurns(): { stop(): Look[] } {
  const looks = [look()];
  let timer = setTimeout(next, 1);
  function next(): void {
    looks.push(look());
    timer = setTimeout(next, 1);
  }
  return {
    stop() {
      clearTimeout(timer);
      return [...looks, look()];
    },
  };
}

function look(): Look {
  // Node 23.9 and newer, as VS Code has it.
  const { user, system } = (process as unknown as { threadCpuUsage(): NodeJS.CpuUsage }).threadCpuUsage();
  return { at: Number(process.hrtime.bigint() / 1000n), spent: (user + system) / 1000 };
}

/** Of the Profiler domain of the Chrome DevTools protocol. */
interface Profile {
  readonly startTime: number;
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

interface Sample {
  readonly at: number;
  readonly ours: boolean;
}

/** What the thread was at, whenever it was not idle. Garbage is collected for those who were at work before. */
function samplesOf({ startTime, nodes, samples, timeDeltas }: Profile, file: string): Sample[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ours = new Set<number>();
  // Parents come before their children.
  for (const { id, callFrame, children = [] } of nodes) {
    if (callFrame.url.endsWith(file)) ours.add(id);
    if (ours.has(id)) for (const child of children) ours.add(child);
  }
  let at = startTime;
  let wasOurs = false;
  return samples.flatMap((id, index) => {
    at += timeDeltas[index] ?? 0;
    const name = byId.get(id)?.callFrame.functionName;
    if (name === '(idle)') return [];
    if (name !== '(garbage collector)') wasOurs = ours.has(id);
    return { at, ours: wasOurs };
  });
}

function costOf(looks: readonly Look[], samples: readonly Sample[]): Cost {
  let ours = 0;
  let longestTurn = 0;
  let next = 0;
  for (const [index, { at: end, spent }] of looks.entries()) {
    const counts = { all: 0, ours: 0 };
    for (let sample = samples[next]; sample && sample.at <= end; sample = samples[++next]) {
      counts.all++;
      if (sample.ours) counts.ours++;
    }
    const before = looks[index - 1];
    if (!before) continue;
    const cost = (counts.ours / Math.max(1, counts.all)) * (spent - before.spent);
    ours += cost;
    longestTurn = Math.max(longestTurn, cost);
  }
  return { ours, longestTurn, all: (looks.at(-1)?.spent ?? 0) - (looks[0]?.spent ?? 0) };
}
