import { cycleThrough } from '../core/graph/cycle.ts';
import type { GraphItem, WorkItemGraph } from '../core/graph/graph.ts';
import { circlesOf, type Step } from '../core/map/circles.ts';
import { speaksOf } from '../core/people.ts';
import { knownPeople, type OpenWait, openWaitsOf } from './open-waits.ts';
import type { WorkspaceFolder } from './ports.ts';
import { isOpen, isSetAside } from './readiness.ts';
import type { Rows } from './rows.ts';
import type { Slices } from './slices.ts';
import { furtherRow, type TreeNode } from './tree-node.ts';
import { nameOf } from './work-item-card.ts';
import type { Reader } from './work-item-groups.ts';
import { isNotReady, itemIcons } from './work-item-rows.ts';
import type { IndexedDocument } from './workspace-index.ts';

export interface WaitingOnPorts {
  readonly folders: readonly WorkspaceFolder[];
  readonly documents: Iterable<IndexedDocument>;
  readonly graph: WorkItemGraph;
  readonly reader: Reader;
  /** Names, handles and aliases of the team's roster. */
  readonly team: readonly string[];
  /** The ISO 8601 day on which the document last changed, where that is cheap to know. */
  lastChange(item: GraphItem): Promise<string | null>;
  readonly slices: Slices;
}

/** Whom or what open work waits on. */
interface Party {
  readonly id: string;
  readonly kind: 'person' | 'workItem' | 'other';
  readonly name: string;
  /** For work. */
  readonly item: GraphItem | null;
  readonly waits: Dated[];
}

/** A wait, and for how long it has stood. */
interface Dated extends OpenWait {
  /** ISO 8601 day of which nobody said that the wait began then, but since when the document has not changed. */
  readonly atLeastSince: string | null;
}

/** Whom and what open work waits on: what holds up most comes first, then what is awaited longest. */
export async function waitingOn(ports: WaitingOnPorts): Promise<Rows> {
  const { slices } = ports;
  const parties = await partiesOf(ports);
  const sorted = parties.sort((a, b) => b.waits.length - a.waits.length || byAge(a, b) || (a.name < b.name ? -1 : 1));
  const circles = circlesOf(sorted.flatMap(stepsTo));
  const nodes = new Map<string, TreeNode>();
  let told = 0;
  let rows = 0;
  for (const party of sorted) {
    while (slices.isOver()) await slices.pause();
    const isInCircle = circles.has(party.id);
    const circle = isInCircle && party.item && told++ < mostTold ? cycleThrough(ports.graph, party.item) : null;
    rows += party.waits.length;
    nodes.set(party.id, partyNode(party, isInCircle, circle, rows <= mostUnfolded, ports));
    for (const wait of party.waits) nodes.set(rowOf(party, wait), waitNode(party, wait, ports));
  }
  return { roots: sorted.map(({ id }) => id), nodes };
}

/** Circles that are looked for and told; it takes long to find them, and nobody could untie more at a time. */
const mostTold = 50;

/** Rows of which the first parties may show all; VS Code asks for every row that is not folded away. */
const mostUnfolded = 500;

async function partiesOf({ graph, slices, documents, team, lastChange }: WaitingOnPorts): Promise<Party[]> {
  const items = [...documents].flatMap(({ document: { key }, report }) =>
    isOpen(report) ? (graph.get(key) ?? []) : [],
  );
  const owners = items.map(({ report }) => report.owner);
  const known = knownPeople(owners, team);
  // Whom one means, others may say: all of that has to be known before the first is asked about.
  for (const item of items) {
    while (slices.isOver()) await slices.pause();
    graph.dependenciesOf(item);
  }
  const parties = new Map<string, Party>();
  for (const item of items) {
    while (slices.isOver()) await slices.pause();
    for (const wait of openWaitsOf(item, graph, known)) {
      const party = partyOf(wait, parties);
      if (party.waits.some(({ waiting }) => waiting.key === item.key)) continue;
      party.waits.push({ ...wait, atLeastSince: wait.since === null ? await lastChange(item) : null });
    }
  }
  return [...parties.values()];
}

/** The steps from work that waits to what it waits on. */
const stepsTo = ({ item, waits }: Party): Step[] =>
  item ? waits.filter(({ listed }) => listed).map(({ waiting }) => ({ first: waiting.key, next: item.key })) : [];

function partyOf({ on }: OpenWait, parties: Map<string, Party>): Party {
  const name = on.kind === 'workItem' ? nameOf(on.item.report) : on.name;
  const item = on.kind === 'workItem' ? on.item : null;
  const id = item?.key ?? `${on.kind}:${comparable(name)}`;
  const isKnown = (party: Party): boolean => party.kind === 'person' && speaksOf(name, [party.name]);
  const known = parties.get(id) ?? (on.kind === 'person' ? [...parties.values()].find(isKnown) : undefined);
  if (known) return known;
  const party: Party = { id, kind: on.kind, name, item, waits: [] };
  parties.set(id, party);
  return party;
}

const comparable = (name: string): string => name.toLowerCase().replace(/^(?:the|an?|our) |^@/, '');

/** The earliest day that is known. */
const earliest = ({ waits }: Party): string =>
  waits.map(({ since, atLeastSince }) => since ?? atLeastSince ?? '9').sort()[0] ?? '9';

const byAge = (a: Party, b: Party): number => (earliest(a) < earliest(b) ? -1 : earliest(a) > earliest(b) ? 1 : 0);

const rowOf = ({ id }: Party, { waiting }: OpenWait): string => furtherRow(waiting.key, id);

const icons = {
  person: { name: 'person' },
  other: { name: 'globe' },
  circle: { name: 'sync', color: 'list.warningForeground' },
};

function iconOf({ kind, item }: Party, isInCircle: boolean): NonNullable<TreeNode['icon']> {
  if (isInCircle) return icons.circle;
  if (item) return itemIcons[isSetAside(item.report) ? 'setAside' : isNotReady(item.report) ? 'notReady' : 'ready'];
  return kind === 'person' ? icons.person : icons.other;
}

function partyNode(
  party: Party,
  isInCircle: boolean,
  circle: readonly GraphItem[] | null,
  expanded: boolean,
  { reader: { today }, folders }: WaitingOnPorts,
): TreeNode {
  const { item, kind, name, waits } = party;
  const longest = waits.find(({ since, atLeastSince }) => (since ?? atLeastSince ?? '9') === earliest(party));
  const facts = [
    isInCircle && 'in a circle',
    item && isSetAside(item.report) && 'set aside',
    longest && howLong(longest, today),
    item?.report.owner,
    item?.report.status,
    folderName(item, folders),
  ];
  const spoken = [
    name,
    kind === 'workItem' ? 'work item' : kind === 'person' ? 'person' : 'outside the work items',
    isInCircle && 'waits on itself',
    circle?.map(({ report }) => nameOf(report)).join(', which waits on '),
    `holds up ${waits.length}`,
    ...facts.slice(1),
  ];
  return {
    id: party.id,
    parent: null,
    kind: item ? 'workItem' : 'group',
    ...(item && isNotReady(item.report) && { state: 'notReady' as const }),
    label: `${name} (${waits.length})`,
    description: facts.filter(Boolean).join(' · '),
    icon: iconOf(party, isInCircle),
    accessibilityLabel: spoken.filter(Boolean).join(', '),
    expanded,
    children: waits.map((wait) => rowOf(party, wait)),
    ...(item && { target: { key: item.key, range: item.report.titleRange } }),
  };
}

function waitNode(party: Party, wait: Dated, { reader: { today }, folders }: WaitingOnPorts): TreeNode {
  const { waiting, said, text } = wait;
  const name = nameOf(waiting.report);
  const long = howLong(wait, today);
  const folder = party.item ? undefined : folderName(waiting, folders);
  return {
    id: rowOf(party, wait),
    parent: party.id,
    kind: 'workItem',
    ...(isNotReady(waiting.report) && { state: 'notReady' as const }),
    label: name,
    description: [long, text, folder].filter(Boolean).join(' · '),
    icon: { name: 'watch' },
    accessibilityLabel: [`${name} waits`, long, text, folder].filter(Boolean).join(', '),
    expanded: false,
    children: [],
    target: said,
  };
}

const folderName = (item: GraphItem | null, folders: readonly WorkspaceFolder[]): string | undefined =>
  item && folders.length > 1 ? folders.find(({ key }) => key === item.folder)?.name : undefined;

/** For how long, in words; since when nobody has said is said, too. */
function howLong({ since, atLeastSince }: Dated, today: string): string {
  const from = since ?? atLeastSince;
  if (from === null) return 'since when is not said';
  const days = Math.round((Date.parse(today) - Date.parse(from)) / dayLength);
  if (days < 1) return since === null ? 'changed today' : days < 0 ? `from ${from}` : 'since today';
  const count = `${days} ${days === 1 ? 'day' : 'days'}`;
  return since === null ? `${count} or more` : count;
}

const dayLength = 24 * 60 * 60 * 1000;
