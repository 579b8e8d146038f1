import { folderOf } from '../core/paths.ts';
import { people } from '../core/people.ts';
import { remembered } from '../core/remembered.ts';
import type { DocumentReport } from '../core/report.ts';
import { normalizeLabel } from '../core/vocabulary/lookup.ts';
import type { StatusKind } from '../core/vocabulary/status-words.ts';
import type { Grouping } from './groupings.ts';
import { isOpen, isReady, isSetAside } from './readiness.ts';

/** What groups depend on beside the work items. */
export interface Reader {
  /** The reader's day in ISO 8601. */
  readonly today: string;
  /** Whether documents mean the reader by that name. */
  isMe(name: string): boolean;
}

/** What a work item gets that is moved into a group. */
export type Move =
  | { readonly field: 'status'; readonly kind: StatusKind; readonly word: string | null }
  | { readonly field: 'owner'; readonly name: string };

/** A group of work items. */
export interface Group {
  /** The same for groups that mean the same. */
  readonly key: string;
  /** As the first work item has it; others may write it in another letter case. */
  readonly name: string;
  /** Groups sort by it. */
  readonly order: string;
  readonly icon?: { readonly name: string; readonly color?: string };
  readonly move?: Move;
}

const finished: Group = {
  key: 'finished',
  name: 'Finished',
  order: '9',
  icon: { name: 'check-all', color: 'descriptionForeground' },
  move: { field: 'status', kind: 'finished', word: null },
};

const setAside: Group = {
  key: 'set-aside',
  name: 'Set aside',
  order: '8',
  icon: { name: 'archive', color: 'descriptionForeground' },
};

/** The groups that a work item stands in: one, or one for each of its labels or owners. What nobody takes up any more stands apart. */
export function groupsOf(report: DocumentReport, grouping: Grouping, reader: Reader): readonly Group[] {
  const isApart = grouping !== 'status' && !isOpen(report);
  return aspectsOf(report, isApart ? 'readiness' : grouping, reader);
}

/** The groups that a work item belongs to, finished or not. */
export function aspectsOf(report: DocumentReport, grouping: Grouping, reader: Reader): readonly Group[] {
  switch (grouping) {
    case 'readiness':
      return [report.finished ? finished : isSetAside(report) ? setAside : isReady(report) ? ready : notReady];
    case 'status':
      return [statusGroup(report)];
    case 'folder':
      return [folderGroup(folderOf(report.path))];
    case 'owner':
      return ownerGroups(report.owner, reader);
    case 'milestone':
      return [report.milestone === null ? noMilestone : milestoneGroup(report.milestone)];
    case 'label':
      return report.labels.length === 0 ? [noLabel] : report.labels.map(labelGroup);
    case 'due':
      return [dueGroup(report.due, reader.today)];
  }
}

const notReady: Group = {
  key: 'not-ready',
  name: 'Not ready',
  order: '0',
  icon: { name: 'circle-large-outline', color: 'list.warningForeground' },
};
const ready: Group = {
  key: 'ready',
  name: 'Ready',
  order: '1',
  icon: { name: 'pass', color: 'testing.iconPassed' },
};

const kinds: Readonly<Record<StatusKind | 'unknown', { order: string; name: string; icon: string }>> = {
  blocked: { order: '0', name: 'Blocked', icon: 'circle-slash' },
  'in-progress': { order: '1', name: 'In progress', icon: 'play-circle' },
  active: { order: '2', name: 'Open', icon: 'circle-large-outline' },
  unknown: { order: '3', name: 'Other', icon: 'question' },
  finished: { order: '9', name: 'Finished', icon: 'check-all' },
};

const noStatus: Group = { key: 'status:', name: 'No status', order: '4', icon: { name: 'circle-large-outline' } };

function statusGroup({ status, statusKind, finished: isFinished }: DocumentReport): Group {
  if (status === null) return isFinished ? finished : noStatus;
  const kind = isFinished ? 'finished' : (statusKind ?? 'unknown');
  return statusGroups[kind](statusKind === kind || kind === 'unknown' ? status : '');
}

const statusGroupOf =
  (kind: keyof typeof kinds) =>
  (status: string): Group => {
    const word = statusWord(status);
    const { order, name, icon } = kinds[kind];
    return {
      key: kind === 'finished' && word === null ? finished.key : `status:${normalizeLabel(word ?? name)}`,
      name: word ?? name,
      order: `${order} ${sortable(word ?? name)}`,
      icon: { name: icon },
      ...(kind !== 'unknown' && { move: { field: 'status', kind, word } }),
    };
  };

// Work items of a team have the same words over and over: their groups are made once.
const statusGroups = {
  blocked: remembered(statusGroupOf('blocked')),
  'in-progress': remembered(statusGroupOf('in-progress')),
  active: remembered(statusGroupOf('active')),
  unknown: remembered(statusGroupOf('unknown')),
  finished: remembered(statusGroupOf('finished')),
};

/** The words of a status before what it adds ("In review since Monday", "Blocked (legal)"); null where it is a sentence. */
export function statusWord(status: string): string | null {
  const [start = ''] = status.split(/[.;:,()–—|\d]| - | (?:since|until|by|on|for|as) /u, 1);
  const word = start.replace(/^[^\p{L}]+|[^\p{L}']+$/gu, '');
  return word !== '' && word.length <= 30 && word.split(' ').length <= 4 ? word : null;
}

const folderGroup = remembered((folder): Group => {
  return {
    key: `folder:${folder}`,
    name: folder || 'At the top',
    order: `1 ${sortable(folder)}`,
    icon: { name: 'folder' },
  };
});

const noOwner: Group = { key: 'owner:', name: 'No owner', order: '2', icon: { name: 'person' } };
const mine: Group = { key: 'owner:me', name: 'Mine', order: '0', icon: { name: 'account' } };

const myGroup = remembered((name): Group => ({ ...mine, move: { field: 'owner', name } }));
const ownerGroup = remembered(
  (name): Group => ({
    ...named('owner', name, 'person'),
    key: `owner:${name.toLowerCase().replace(/^@/, '')}`,
    move: { field: 'owner', name },
  }),
);
const ownersIn = remembered(people);

function ownerGroups(owner: string | null, reader: Reader): readonly Group[] {
  const owners = owner === null ? [] : ownersIn(owner);
  if (owners.length === 0) return [noOwner];
  const groups = owners.map((name) => (reader.isMe(name) ? myGroup(name) : ownerGroup(name)));
  return groups.length === 1 ? groups : [...new Map(groups.map((group) => [group.key, group])).values()];
}

const noMilestone: Group = { key: 'milestone:', name: 'No milestone', order: '2', icon: { name: 'milestone' } };
const noLabel: Group = { key: 'label:', name: 'No label', order: '2', icon: { name: 'tag' } };

const named = (grouping: Grouping, name: string, icon: string): Group => ({
  key: `${grouping}:${name.toLowerCase()}`,
  name,
  order: `1 ${sortable(name)}`,
  icon: { name: icon },
});

const milestoneGroup = remembered((name) => named('milestone', name, 'milestone'));
const labelGroup = remembered((name) => named('label', name, 'tag'));

function dueGroup(due: string | null, today: string): Group {
  const group = (key: string, name: string, order: string, icon = 'calendar', color?: string): Group => ({
    key: `due:${key}`,
    name,
    order,
    icon: { name: icon, ...(color !== undefined && { color }) },
  });
  if (due === null) return group('', 'No due date', '4');
  if (due < today) return group('overdue', 'Overdue', '0', 'warning', 'list.warningForeground');
  if (due === today) return group('today', 'Due today', '1');
  return due <= inAWeek(today) ? group('week', 'Due within a week', '2') : group('later', 'Due later', '3');
}

function inAWeek(today: string): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 7);
  return date.toISOString().slice(0, 10);
}

/** A string that sorts as people would: without regard to case and accents, `task-2` before `task-10`. */
export function sortable(text: string): string {
  // Intl.Collator says the same but takes ten times as long on a workspace of 10,000 documents.
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.padStart(12, '0'))
    .replaceAll('/', '\u0001');
}
