import type { PlacedNote } from '../core/handoff/chain.ts';
import { type Drift, driftLabel } from '../core/handoff/drift.ts';
import { counted } from '../core/handoff/note-words.ts';
import { type ReaderTime, whenFor } from '../core/handoff/when.ts';
import { fileName } from '../core/paths.ts';
import { type Handoff, type HandoffList, isForMe, waitsForMe } from './handoff-list.ts';
import {
  fromWords,
  type HandoffTooltip,
  handoffDetails,
  handoffTooltip,
  pickedUpWords,
  questionsWords,
  toWords,
} from './handoff-words.ts';
import type { TreeRow } from './tree-node.ts';

/** Whose handoffs are shown. */
export const handoffFilters = ['all', 'for-me', 'from-me'] as const;
export type HandoffFilter = (typeof handoffFilters)[number];

/** A row of the tree, without anything of VS Code's. */
export interface HandoffRow extends TreeRow {
  readonly kind: 'group' | 'open' | 'elsewhere' | 'picked-up' | 'workItem' | 'question' | 'previous';
  /** For a handoff of the reader's own. */
  readonly mine?: true;
}

export interface HandoffTree {
  readonly roots: readonly string[];
  row(id: string): HandoffRow | undefined;
  /** Id of the row above; null for a root, undefined where there is no such row. */
  parent(id: string): string | null | undefined;
  /** The handoff whose row that is, or is above it. */
  handoff(id: string): Handoff | undefined;
  tooltip(id: string): HandoffTooltip | undefined;
  /** Keys of the open handoffs that are shown. */
  readonly open: readonly string[];
  /** How many handoffs wait for the reader, shown or not. */
  readonly waiting: number;
}

export interface HandoffView extends HandoffList {
  readonly filter: HandoffFilter;
  readonly time: ReaderTime;
  /** The name of a workspace folder; null where there is only one. */
  folderName(folder: string): string | null;
  /** How far the world has moved since; undefined where that is not known. */
  driftOf(key: string): Drift | undefined;
  /** The time zone of who goes by that name in the folder's team; undefined where that is not known. */
  timezoneOf(folder: string, name: string): string | undefined;
  /** The document at a path of the workspace folder, and its title where it is known. */
  workItem(folder: string, path: string): { readonly key: string; readonly title?: string };
}

const groups = ['open', 'picked-up'] as const;
const groupNames = { open: 'Open', 'picked-up': 'No longer open' } as const;

/** Builds the tree of handoffs: the open ones first, those that wait for the reader before the others, the newest first. */
export function handoffTree(view: HandoffView): HandoffTree {
  const shown = view.handoffs.filter((handoff) => isShown(handoff, view.filter));
  const byKey = new Map(shown.map((handoff) => [handoff.key, handoff]));
  const members = {
    open: shown.filter((handoff) => groupOf(handoff) === 'open').sort((a, b) => rank(a) - rank(b)),
    'picked-up': shown.filter((handoff) => groupOf(handoff) === 'picked-up'),
  };
  const handoff = (id: string): Handoff | undefined => byKey.get(id.replace(/#.*$/, ''));
  const row = (id: string): HandoffRow | undefined => {
    const group = groups.find((name) => name === id);
    if (group) return groupRow(group, members[group]);
    const of = handoff(id);
    if (of === undefined) return undefined;
    return id === of.key ? handoffRow(of, view) : detailRow(id, of, view);
  };
  return {
    roots: groups.filter((group) => members[group].length > 0),
    row,
    parent(id) {
      if (groups.some((name) => name === id)) return null;
      const of = handoff(id);
      if (of === undefined) return undefined;
      return id === of.key ? groupOf(of) : id.slice(0, id.lastIndexOf('#'));
    },
    handoff,
    tooltip(id) {
      const of = byKey.get(id);
      return of && handoffTooltip(of, view.driftOf(id), view.time, view.timezoneOf(of.folder, of.note.from));
    },
    open: members.open.map(({ key }) => key),
    waiting: view.handoffs.filter(waitsForMe).length,
  };
}

function isShown(handoff: Handoff, filter: HandoffFilter): boolean {
  if (filter === 'all') return true;
  return filter === 'for-me' ? isForMe(handoff) : handoff.fromMe;
}

/** A question in a note that is over otherwise is open work, too. */
const groupOf = (handoff: Handoff): (typeof groups)[number] =>
  handoff.open || waitsForMe(handoff) ? 'open' : 'picked-up';

const rank = (handoff: Handoff): number => (waitsForMe(handoff) ? 0 : handoff.to === 'anyone' ? 1 : 2);

function groupRow(group: (typeof groups)[number], members: readonly Handoff[]): HandoffRow {
  const count = members.length;
  return {
    id: group,
    kind: 'group',
    label: `${groupNames[group]} (${count})`,
    accessibilityLabel: `${groupNames[group]}, ${counted(count, 'handoff')}`,
    expanded: group === 'open',
    children: members.map(({ key }) => key),
  };
}

function handoffRow(of: Handoff, view: HandoffView): HandoffRow {
  const { key, note, title, openQuestions } = of;
  const drift = of.open ? view.driftOf(key) : undefined;
  const folder = view.folderName(of.folder);
  const questions = questionsWords(of);
  const details = [...handoffDetails(of, drift, view.time), ...(folder === null ? [] : [folder])];
  const spoken = [
    title,
    `handoff from ${fromWords(of)} to ${toWords(of)}`,
    of.open ? 'open' : pickedUpWords(of, view.time),
    note.date ? `written ${whenFor(note.date, view.time)}` : '',
    of.open && note.unfilled > 0 ? `${counted(note.unfilled, 'place')} to fill in` : '',
    drift ? driftLabel(drift) : '',
    questions,
    of.elsewhere ? `on ${of.elsewhere.ref}` : '',
    folder ? `in ${folder}` : '',
  ].filter((part) => part !== '');
  return {
    id: key,
    kind: !of.open ? 'picked-up' : of.elsewhere ? 'elsewhere' : 'open',
    ...(of.fromMe && { mine: true }),
    label: title,
    description: details.join(' · '),
    icon: iconOf(of),
    accessibilityLabel: spoken.join(', '),
    expanded: false,
    children: [
      ...openQuestions.map((_, at) => `${key}#question ${at}`),
      ...note.workItems.map((_, at) => `${key}#item ${at}`),
      ...(view.chains.previous(of) ? [`${key}#previous`] : []),
    ],
    target: { key, range: of.titleRange },
  };
}

function iconOf(of: Handoff): NonNullable<HandoffRow['icon']> {
  if (of.fromMe && of.openQuestions.length > 0) return { name: 'question', color: 'list.warningForeground' };
  if (!of.open) return { name: 'pass', color: 'testing.iconPassed' };
  if (of.to === 'me' && !of.fromMe) return { name: 'inbox', color: 'charts.blue' };
  return { name: of.fromMe ? 'send' : 'mail' };
}

/** A row below a handoff: its id is that of the row above, `#`, what it is, and which one. */
function detailRow(id: string, of: Handoff, view: HandoffView): HandoffRow | undefined {
  const details = id.slice(of.key.length + 1).split('#');
  const [last = '', number = ''] = (details.at(-1) ?? '').split(' ');
  if (last === 'question') return questionRow(id, of, Number(number), view);
  if (last === 'item') return workItemRow(id, of, Number(number), view);
  let note: PlacedNote | null = of;
  for (const _ of details) note = note && view.chains.previous(note);
  return note === null ? undefined : previousRow(id, note, view);
}

function questionRow(id: string, of: Handoff, at: number, view: HandoffView): HandoffRow | undefined {
  const asked = of.openQuestions[at];
  if (asked === undefined) return undefined;
  const when = asked.date ? whenFor(asked.date, view.time) : '';
  return {
    id,
    kind: 'question',
    label: asked.text,
    description: [asked.by, when].filter(Boolean).join(', '),
    icon: { name: 'question' },
    accessibilityLabel: `Question from ${asked.by}${when && `, ${when}`}: ${asked.text}`,
    expanded: false,
    children: [],
    target: { key: of.key, range: asked.range },
  };
}

function workItemRow(id: string, of: Handoff, at: number, view: HandoffView): HandoffRow | undefined {
  const path = of.note.workItems[at];
  if (path === undefined) return undefined;
  const { key, title } = view.workItem(of.folder, path);
  const label = title ?? fileName(path);
  return {
    id,
    kind: 'workItem',
    label,
    description: path,
    icon: { name: 'checklist' },
    accessibilityLabel: `Work item ${label}, ${path}`,
    expanded: false,
    children: [],
    target: { key },
  };
}

function previousRow(id: string, of: PlacedNote, view: HandoffView): HandoffRow {
  const handoff = view.handoffs.find(({ key }) => key === of.key);
  const when = of.note.date ? whenFor(of.note.date, view.time) : '';
  const who = handoff ? `${fromWords(handoff)} → ${toWords(handoff)}` : of.note.from;
  return {
    id,
    kind: 'previous',
    label: 'Previous handoff',
    description: [when, who].filter(Boolean).join(' · '),
    icon: { name: 'history' },
    accessibilityLabel: ['Previous handoff', when, who.replace(' → ', ' to ')].filter(Boolean).join(', '),
    expanded: false,
    children: view.chains.previous(of) ? [`${id}#previous`] : [],
    target: { key: of.key, ...(handoff && { range: handoff.titleRange }) },
  };
}
